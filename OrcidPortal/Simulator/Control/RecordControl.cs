using OrcidPortal.Simulator.MemberApi;
using OrcidPortal.Simulator.Messages;
using OrcidPortal.Simulator.Rules;
using OrcidPortal.Simulator.Store;

namespace OrcidPortal.Simulator.Control;

/// <summary>Looks at a record whole, and changes it as its owner or another client would. None of this counts as a notice.</summary>
internal sealed class RecordControl(Registry registry, Clients clients)
{
    public async Task ShowAsync(HttpContext http)
    {
        var shown = registry.Run(state => state.FindPerson(OrcidOf(http)) is { } person ? Show(person, state) : null);
        if (shown is null) await RefuseUnknownAsync(http);
        else await ControlJson.WriteAsync(http, 200, shown);
    }

    public async Task AddWorkAsync(HttpContext http)
    {
        if (await ControlJson.ReadAsync<ControlWork>(http) is not { } asked) return;
        var orcid = OrcidOf(http);
        if (asked.FindFault(orcid, clients) is { } fault)
        {
            await ControlJson.RefuseAsync(http, 400, fault);
            return;
        }
        var work = registry.Run(state => state.FindPerson(orcid) is null ? null : Put(state, orcid, asked, registry.Now));
        if (work is null) await RefuseUnknownAsync(http);
        else await ControlJson.WriteAsync(http, 201, new { work.PutCode });
    }

    public async Task RemoveWorkAsync(HttpContext http)
    {
        var orcid = OrcidOf(http);
        var removed = registry.Run(state =>
        {
            if (!RecordReads.TryPutCode((string)http.GetRouteValue("putCode")!, out var putCode) || state.FindWork(orcid, putCode) is null) return false;
            state.RemoveWork(orcid, putCode);
            state.Save(state.FindPerson(orcid)! with { LastModifiedAt = registry.Now });
            return true;
        });
        if (removed) await ControlJson.DoneAsync(http);
        else await ControlJson.RefuseAsync(http, 404, "There is no such work on the record.");
    }

    public static StoredWork Put(RegistryState state, string orcid, ControlWork asked, DateTimeOffset now)
    {
        var source = asked.SourceOn(orcid);
        var work = new StoredWork(state.NextPutCode(), asked.ToWork(), source, asked.Visibility ?? "public", source == orcid ? 0 : 1, now, now);
        state.Save(orcid, work);
        state.Save(state.FindPerson(orcid)! with { LastModifiedAt = now });
        return work;
    }

    private object Show(Person person, RegistryState state) => new
    {
        person.Orcid, person.GivenNames, person.FamilyName, person.CreditName, person.Email, person.DefaultVisibility, person.NameVisibility,
        person.Notices, Created = person.CreatedAt, LastModified = person.LastModifiedAt,
        Works = state.Works(person.Orcid).Select(w => Show(w, state)).ToList(),
    };

    private object Show(StoredWork work, RegistryState state) => new
    {
        work.PutCode, work.Work.Title, work.Work.Subtitle, work.Work.Type, work.Work.JournalTitle, Date = work.Work.PublicationDate?.ToString(), work.Work.Url,
        work.Work.ShortDescription, Contributors = work.Work.Contributors.Select(c => new { c.CreditName, Orcid = c.Orcid?.Path, c.Role, c.Sequence }),
        SourceClientId = SourceNames.IsClient(work.Source) ? work.Source : null,
        SourceOrcid = SourceNames.IsClient(work.Source) ? null : work.Source,
        SourceName = SourceNames.IsClient(work.Source) ? clients.Find(work.Source)?.Name : state.FindPerson(work.Source)?.DisplayName,
        ExternalIds = work.Work.ExternalIds.Select(i => new { i.Type, i.Value, Normalized = IdentifierTypes.Normalise(i.Type, i.Value), i.Url, i.Relationship }),
        work.Visibility, work.DisplayIndex, Created = work.CreatedAt, LastModified = work.LastModifiedAt,
    };

    private static string OrcidOf(HttpContext http) => (string)http.GetRouteValue("orcid")!;

    private static Task RefuseUnknownAsync(HttpContext http) => ControlJson.RefuseAsync(http, 404, $"There is no record {OrcidOf(http)}.");
}
