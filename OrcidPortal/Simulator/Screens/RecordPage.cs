using OrcidPortal.Simulator.MemberApi;
using OrcidPortal.Simulator.Rules;
using OrcidPortal.Simulator.Store;

namespace OrcidPortal.Simulator.Screens;

/// <summary>The address of a record: a page for people, the public API for programs that ask for XML or JSON.</summary>
internal sealed class RecordPage(Registry registry, Clients clients)
{
    public Task ShowAsync(HttpContext http, string prefix)
    {
        var orcid = (string)http.GetRouteValue("orcid")!;
        var (person, works) = registry.Run(state => (state.FindPerson(orcid), state.Works(orcid)));
        http.Response.Headers.Vary = "Accept";
        if (person is null) return Screen.WriteAsync(http, 404, UnknownScreen.Build(http, prefix, orcid));
        if (MediaType.PrefersApi(http.Request.GetTypedHeaders().Accept))
        {
            http.Response.Redirect($"{http.Request.PathBase}{prefix}/pub/v3.0/{person.Orcid}");
            return Task.CompletedTask;
        }
        var groups = WorkGroups.Of([.. works.Where(w => Access.CheckRead(w, token: null, isPublicApi: true) is null)]);
        var page = int.TryParse(http.Request.Query["page"], out var asked) ? asked : 1;
        return Screen.WriteAsync(http, 200, RecordScreen.Build(http, prefix, person, groups, page, SourceName));

        string SourceName(StoredWork work) => clients.Find(work.Source)?.Name ?? (work.Source == person.Orcid ? person.PublicName : null) ?? work.Source;
    }
}
