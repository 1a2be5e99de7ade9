using Microsoft.EntityFrameworkCore;
using OrcidPortal.Commands.Generation;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.Push;
using OrcidPortal.Records;
using OrcidPortal.Records.Organizations;

namespace OrcidPortal.Commands;

/// <summary>
/// What the demo's people have done: one record of each kind at least, among them some that a curator must look at, one of somebody else's institution, and a name
/// that only the person can confirm. Brought once; what people change of it stays changed. <c>Demo:Records=false</c> leaves them out.
/// </summary>
internal sealed class DemoRecords(IDbContextFactory<PortalDb> contexts, RecordStore store, OrganizationDirectory organizations, PushJob push)
{
    private const string Source = "api:demo";
    private const string University = "Example University";
    private static readonly string UniversityRor = GeneratedOrganizations.Ror(7000);
    private static readonly GeneratedOrganization Funder = GeneratedOrganizations.Funders[0];

    private static readonly OrganizationDraft[] Directory =
    [
        new(University, "Musterstadt", null, "DE", [new OrganizationId("ROR", UniversityRor)], ["Universität Musterstadt"]),
        new(Funder.Name, "Bonn", null, "DE", [new OrganizationId("FUNDREF", Funder.Fundref!), new OrganizationId("ROR", Funder.Ror)], ["DFG", "German Research Foundation"]),
        new("International Society of Psychoceramics", "Providence", "RI", "US", [new OrganizationId("ROR", GeneratedOrganizations.Ror(7001))], null),
    ];

    /// <summary>Brings them, where they have not been brought before.</summary>
    public async Task BringAsync(Person physicist, Person psychoceramist, Actor actor, CancellationToken cancellationToken)
    {
        RecordDraft[] drafts = [.. Physicist.Index().Select(r => Draft(physicist, r)), .. Psychoceramist.Index().Select(r => Draft(psychoceramist, r))];
        if (await IsThereAsync(drafts[^1], cancellationToken)) return;
        foreach (var draft in Directory)
        {
            var (source, value, _) = draft.Identifiers![0];
            if (await organizations.FindAsync(source, value, cancellationToken) is null) await organizations.SaveAsync(null, draft, actor, cancellationToken);
        }
        if (await organizations.FindAsync("ROR", UniversityRor, cancellationToken) is { } ours) await organizations.TieAsync(ours, OrganizationTie.Ours, actor, cancellationToken);
        await store.SaveAsync(drafts, Origin.Api, Source, null, actor, cancellationToken);
        push.StartNow(null);
    }

    private async Task<bool> IsThereAsync(RecordDraft draft, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.SourceEntries.AnyAsync(e => e.Source == draft.Source && e.LocalId == draft.LocalId, cancellationToken);
    }

    private static RecordDraft Draft(Person person, (int Number, (RecordKind Kind, RecordFields Fields) Record) given) =>
        new(given.Record.Kind, $"{Source}:{given.Record.Kind}:{person.Id:N}", $"{given.Number + 1}", given.Record.Fields, person.Id);

    private static readonly (RecordKind Kind, RecordFields Fields)[] Physicist =
    [
        (RecordKind.Work, Work("Article", "Interference of single photons in a drying puddle", "2021-03-15", "Journal of Everyday Optics", "10.5555/demo.2021.15")),
        (RecordKind.Work, Work("Presentation", "Why toast lands on the buttered side: a lattice model", "2023-09", "Proceedings of the Musterstadt Physics Days", null)),
        // Nobody has said yet what "Science slam" is for ORCID.
        (RecordKind.Work, Work("Science slam", "Ten minutes on entropy", "2024", null, null)),
        (RecordKind.Funding, Grant("Light in thin films of water", "EX 1234/5-1", "2021-01", "2023-12", "249.500,00 EUR") with { OrganizationDefinedType = "Sachbeihilfe" }),
        // An amount without a currency.
        (RecordKind.Funding, Grant("Optics for everybody", "EX 1234/8-1", "2024-04", null, "30 000")),
        (RecordKind.Employment, Position("Professor of Physics", "Department of Physics", "2016-10", null)),
        (RecordKind.Employment, Position("Postdoctoral Researcher", "Department of Physics", "2009-11", "2016-09")),
        (RecordKind.Education, Position("Dr. rer. nat.", "Department of Physics", "2005-10", "2009-07")),
        (RecordKind.Service, Position("Dean of Studies", "Faculty of Science", "2019", "2022")),
        (RecordKind.InvitedPosition, Position("Visiting Professor", "Institute for Advanced Study", "2022-02", "2022-08")),
        (RecordKind.Qualification, Position("Habilitation", "Department of Physics", null, "2014-05")),
        (RecordKind.Distinction, Position("University Teaching Prize", null, "2020-11", null)),
        // Not ours to say.
        (RecordKind.Membership, Position("Member", null, "2012", null) with { OrganizationName = "International Society of Psychoceramics", OrganizationId = null, OrganizationIdSource = null }),
        (RecordKind.OtherName, new RecordFields { Content = "L. Haak" }),
        (RecordKind.Keyword, new RecordFields { Content = "thin films" }),
        (RecordKind.Keyword, new RecordFields { Content = "optics" }),
        (RecordKind.Country, new RecordFields { Country = "Germany" }),
        (RecordKind.Website, new RecordFields { UrlName = "Group", Url = "https://www.example.edu/physics/haak" }),
        (RecordKind.PersonIdentifier, new RecordFields { ExternalIds = [new FieldIdentifier("Scopus Author ID", "7000000001", "self", "https://www.scopus.com/authid/detail.uri?authorId=7000000001")] }),
    ];

    private static readonly (RecordKind Kind, RecordFields Fields)[] Psychoceramist =
    [
        (RecordKind.Work, Work("Book", "Cracked pots: an introduction", "2008", null, "10.5555/demo.2008.1")),
        (RecordKind.Work, Work("Article", "Glaze and reason", "2008-13", "Journal of Psychoceramics", "10.5555/demo.2008.2")),
        (RecordKind.Employment, Position("Lecturer", "Department of Psychoceramics", "2007-04", null)),
        (RecordKind.Funding, Grant("A catalogue of cracked pots", "EX 77/1-1", "2007-04", "2010-03", "€ 88.000,00")),
    ];

    private static RecordFields Work(string type, string title, string date, string? container, string? doi) => new()
    {
        Type = new TypeValue("dc.type", type), Title = title, PublicationDate = date, JournalTitle = container, ExternalIds = doi is null ? [] : [new FieldIdentifier("doi", doi, "self")],
    };

    private static RecordFields Grant(string title, string number, string start, string? end, string amount) => new()
    {
        Type = new TypeValue("orcid", "grant"), Title = title, StartDate = start, EndDate = end, Amount = amount, OrganizationName = Funder.Name, ExternalIds = [new FieldIdentifier("grant_number", number)],
    };

    private static RecordFields Position(string role, string? department, string? start, string? end) => new()
    {
        RoleTitle = role, DepartmentName = department, StartDate = start, EndDate = end, OrganizationName = University, OrganizationId = UniversityRor, OrganizationIdSource = "ROR",
    };
}
