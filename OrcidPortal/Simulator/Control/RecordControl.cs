using OrcidPortal.Simulator.MemberApi;
using OrcidPortal.Simulator.Messages;
using OrcidPortal.Simulator.Rules;
using OrcidPortal.Simulator.Sections;
using OrcidPortal.Simulator.Store;

namespace OrcidPortal.Simulator.Control;

/// <summary>Looks at a record whole, and puts works on it as its owner or another client would. None of this counts as a notice.</summary>
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
        if (asked.FindFault(clients) is { } fault)
        {
            await ControlJson.RefuseAsync(http, 400, fault);
            return;
        }
        var work = registry.Run(state => state.FindPerson(orcid) is null ? null : Put(state, orcid, asked, registry.Now));
        if (work is null) await RefuseUnknownAsync(http);
        else await ControlJson.WriteAsync(http, 201, new { work.PutCode });
    }

    public static StoredItem Put(RegistryState state, string orcid, ControlWork asked, DateTimeOffset now)
    {
        var work = asked.ToItem(orcid, state.NextPutCode(), now);
        state.Save(orcid, work);
        state.Save(state.FindPerson(orcid)! with { LastModifiedAt = now });
        return work;
    }

    public static string OrcidOf(HttpContext http) => (string)http.GetRouteValue("orcid")!;

    public static Task RefuseUnknownAsync(HttpContext http) => ControlJson.RefuseAsync(http, 404, $"There is no record {OrcidOf(http)}.");

    private object Show(Person person, RegistryState state)
    {
        var items = state.Items(person.Orcid);
        return new
        {
            person.Orcid, person.GivenNames, person.FamilyName, person.CreditName, person.Email, person.DefaultVisibility, person.NameVisibility,
            person.Biography, person.Emails, Standing = person.Standing.ToString().ToLowerInvariant(), person.PrimaryOrcid, person.Claimed,
            Notices = state.CountNotices(person.Orcid), Created = person.CreatedAt, LastModified = person.LastModifiedAt,
            Works = items.Where(i => i.Section == RecordSections.Works).Select(w => ShowWork(w, state)).ToList(),
            Items = items.Where(i => i.Section != RecordSections.Works).Select(i => ShowItem(i, state)).ToList(),
            Inbox = state.Notices(person.Orcid),
        };
    }

    private object ShowItem(StoredItem item, RegistryState state) => new
    {
        Section = item.Section.Name, item.PutCode, Title = Inbox.TitleOf(item), SourceClientId = ClientOf(item), SourceOrcid = PersonOf(item), SourceName = SourceName(item, state),
        item.Visibility, item.DisplayIndex, Created = item.CreatedAt, LastModified = item.LastModifiedAt, Xml = item.Content.ToString(),
    };

    private object ShowWork(StoredItem item, RegistryState state)
    {
        var work = item.Content;
        return new
        {
            item.PutCode, Title = work.Element(Names.Work + "title")?.Text(Names.Common + "title"), Subtitle = work.Element(Names.Work + "title")?.Text(Names.Common + "subtitle"),
            Type = work.Text(Names.Work + "type"), JournalTitle = work.Text(Names.Work + "journal-title"), Date = DateText(work), Url = work.Text(Names.Common + "url"),
            ShortDescription = work.Text(Names.Work + "short-description"),
            Contributors = work.Descendants(Names.Work + "contributor").Select(c => new
            {
                CreditName = c.Text(Names.Work + "credit-name"), Orcid = c.Element(Names.Common + "contributor-orcid")?.Text(Names.Common + "path"),
                Role = c.Element(Names.Work + "contributor-attributes")?.Text(Names.Work + "contributor-role"),
                Sequence = c.Element(Names.Work + "contributor-attributes")?.Text(Names.Work + "contributor-sequence"),
            }),
            SourceClientId = ClientOf(item), SourceOrcid = PersonOf(item), SourceName = SourceName(item, state),
            ExternalIds = ItemKeys.ExternalIds(work).Select(i => new
            {
                Type = ItemKeys.TypeOf(i), Value = ItemKeys.ValueOf(i), Normalized = IdentifierTypes.Normalise(ItemKeys.TypeOf(i), ItemKeys.ValueOf(i)),
                Url = i.Text(Names.Common + "external-id-url"), Relationship = ItemKeys.RelationshipOf(i),
            }),
            item.Visibility, item.DisplayIndex, Created = item.CreatedAt, LastModified = item.LastModifiedAt,
        };
    }

    private static string? DateText(System.Xml.Linq.XElement work) => DateRules.Text(work.Element(Names.Common + "publication-date")) is { Length: > 0 } date ? date : null;
    private static string? ClientOf(StoredItem item) => SourceNames.IsClient(item.Source) ? item.Source : null;
    private static string? PersonOf(StoredItem item) => SourceNames.IsClient(item.Source) ? null : item.Source;
    private string? SourceName(StoredItem item, RegistryState state) => SourceNames.IsClient(item.Source) ? clients.Find(item.Source)?.Name : state.FindPerson(item.Source)?.DisplayName;
}
