using OrcidPortal.Simulator.MemberApi;
using OrcidPortal.Simulator.Rules;
using OrcidPortal.Simulator.Store;

namespace OrcidPortal.Simulator.Screens;

/// <summary>The address of a record: a page for people, the public API for programs that ask for XML or JSON.</summary>
internal sealed class RecordPage(Registry registry, Clients clients)
{
    private static readonly Viewer Everybody = new(Token: null, IsPublic: true);

    public Task ShowAsync(HttpContext http, string prefix)
    {
        var orcid = (string)http.GetRouteValue("orcid")!;
        var (person, items) = registry.Run(state => (state.FindPerson(orcid), state.Items(orcid)));
        http.Response.Headers.Vary = "Accept";
        if (person is null) return Screen.WriteAsync(http, 404, UnknownScreen.Build(http, prefix, orcid));
        if (MediaType.PrefersApi(http.Request.GetTypedHeaders().Accept))
        {
            http.Response.Redirect($"{http.Request.PathBase}{prefix}/pub/v3.0/{person.Orcid}");
            return Task.CompletedTask;
        }
        if (person.Standing is RecordStanding.Locked or RecordStanding.Deactivated or RecordStanding.Deprecated)
            return Screen.WriteAsync(http, 200, ClosedScreen.Build(http, prefix, person));
        var page = int.TryParse(http.Request.Query["page"], out var asked) ? asked : 1;
        return Screen.WriteAsync(http, 200, RecordScreen.Build(http, prefix, person, [.. items.Where(i => Access.CheckRead(i, Everybody) is null)], page, SourceName));

        string SourceName(StoredItem item) => clients.Find(item.Source)?.Name ?? (item.Source == person.Orcid ? person.PublicName : null) ?? item.Source;
    }
}
