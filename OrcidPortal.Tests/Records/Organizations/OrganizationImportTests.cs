using Microsoft.EntityFrameworkCore;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.Records;
using OrcidPortal.Records.Organizations;
using OrcidPortal.Records.Vocabularies;
using OrcidPortal.Tests.Infrastructure;

namespace OrcidPortal.Tests.Records.Organizations;

public sealed class OrganizationImportTests
{
    private const string Ror = "https://ror.org/018mejw64";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_file_is_looked_at_and_then_saved(DatabaseProvider provider)
    {
        await using var house = await OrganizationHouse.OpenAsync(provider);
        var museum = await house.AddAsync("Museum", ids: ["GRID=grid.1.1"], names: ["Engine Museum"]);
        var funder = await house.AddAsync("German Research Foundation", ids: [$"ROR={Ror}"], acronyms: ["DFG"]);
        OrganizationFileLine[] lines =
        [
            Line(2, id: museum.Id.ToString(), name: "Museum", others: "House of Engines", city: "Bonn"),
            Line(3, name: "German Research Foundation", others: "Deutsche Forschungsgemeinschaft", ids: "10.13039/501100001659"),
            Line(4, name: "New One", country: "gb", ids: "grid.2.2\n1234", sources: "\nringgold"),
            Line(5, name: "Odd", country: "Atlantis"),
            Line(6, id: Guid.NewGuid().ToString(), name: "Lost"),
        ];

        var plan = await house.Get<OrganizationImport>().LookAsync(lines, Stop);
        var done = await house.Get<OrganizationImport>().ApplyAsync(lines, plan, "orgs.csv", OrganizationHouse.Curator, Stop);

        plan.Lines.Select(l => l.Outcome).ShouldBe([FileOutcome.Changed, FileOutcome.Changed, FileOutcome.New, FileOutcome.Refused, FileOutcome.Refused]);
        plan.Lines[0].Fields.ShouldBe([new ChangedField("names", "Engine Museum", "House of Engines"), new ChangedField("city", "Berlin", "Bonn")]);
        done.ShouldBe(new OrganizationImportResult.Applied(new FileFigures(1, 2, 0, 2)));
        (await NamesAsync(house, museum.Id)).ShouldBe("House of Engines; Museum");
        (await NamesAsync(house, funder.Id)).ShouldBe("Deutsche Forschungsgemeinschaft; DFG; German Research Foundation");
        (await house.Directory.FindAsync(funder.Id, Stop))!.Organization.Identifiers.Count.ShouldBe(2);
        (await house.Directory.FindAsync("RINGGOLD", "1234", Stop)).ShouldNotBeNull();
        (await house.Database.ReadAsync(db => db.Audit.OrderBy(a => a.Id).Select(a => a.Action).ToListAsync(Stop)))
            .ShouldBe(["organization.changed", "organization.changed", "organization.created", "organizations.imported"]);
        (await house.Database.ReadAsync(db => db.PlanRequests.AnyAsync(p => p.Term == "name:new one", Stop))).ShouldBeTrue();
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task What_is_exported_is_what_curators_and_records_touch_and_imported_again_it_changes_nothing(DatabaseProvider provider)
    {
        await using var house = await OrganizationHouse.OpenAsync(provider);
        await house.Directory.SaveAsync(null, new OrganizationDraft("=By hand", "Bonn", "NRW", "DE", [new("GRID", "grid.1.1"), new("ROR", "05qwgg493")], ["'-Other", "Another"]), OrganizationHouse.Curator, Stop);
        await house.AddAsync("Named", names: ["Named too"], acronyms: ["NMD"]);
        await house.AddAsync("By id", ids: [$"ROR={Ror}"], names: [.. Enumerable.Range(0, 60).Select(n => $"Name {n}")]);
        await house.AddAsync("Namesake");
        await house.AddAsync("Namesake", country: "FR");
        await house.AddAsync("Nobody");
        await house.AddAsync("Ours", tie: OrganizationTie.Ours);
        await TermsAsync(house, ["name:named too"], ["name:namesake"], ["name:by id", $"ROR:{Ror}"], ["name:by id"]);

        var rows = await house.Get<OrganizationImport>().StreamAsync(Stop).ToListAsync(Stop);
        var plan = await house.Get<OrganizationImport>().LookAsync([.. rows.Select((r, n) => new OrganizationFileLine(n + 2, r.Cells))], Stop);

        rows.Select(r => $"{r.Cells.Name} {r.Records}").Order(StringComparer.Ordinal).ShouldBe(["=By hand 0", "By id 2", "Named 1", "Ours 0"]);
        plan.Figures.ShouldBe(new FileFigures(0, 0, 4, 0));
    }

    [Fact]
    public async Task An_empty_cell_leaves_what_is_there()
    {
        await using var house = await OrganizationHouse.OpenAsync();
        var museum = await house.AddAsync("Museum", ids: ["GRID=grid.1.1"], names: ["Engine Museum"]);

        var plan = await house.Get<OrganizationImport>().LookAsync([Line(2, id: museum.Id.ToString(), name: "Museum of Engines")], Stop);

        plan.Lines.ShouldHaveSingleItem().Fields[0].ShouldBe(new ChangedField("name", "Museum", "Museum of Engines"));
        plan.Lines[0].Fields.ShouldNotContain(f => f.Field == "city" || f.Field == "ids");
    }

    [Fact]
    public async Task A_line_that_cannot_be_used_is_told_why()
    {
        await using var house = await OrganizationHouse.OpenAsync();
        var museum = await house.AddAsync("Museum", ids: ["GRID=grid.1.1"]);
        await house.AddAsync("Other", ids: ["GRID=grid.2.2"]);
        await house.AddAsync("Twin");
        await house.AddAsync("Twin", country: "FR");
        await house.AddAsync("Registered", ids: [$"ROR={Ror}"]);

        var plan = await house.Get<OrganizationImport>().LookAsync(
        [
            Line(2, id: "12", name: "A"), Line(3, name: "A", ids: "grid.1.1\ngrid.2.2"), Line(4, name: "Twin"), Line(5, name: "Twin", country: "FR", city: "Paris"), Line(6, name: "Registered", ids: "05qwgg493", sources: "ROR"),
            Line(7, id: museum.Id.ToString(), name: "Museum", ids: "grid.2.2"), Line(8, name: "museum", city: "Bonn"), Line(9, name: "N"), Line(10, name: "n"), Line(11, name: "M", ids: "grid.9.9"), Line(12, name: "O", ids: "grid.9.9"),
            Line(13, name: "P", ids: "12345"), Line(14, name: "?!"),
        ], Stop);

        plan.Lines.Where(l => l.Outcome == FileOutcome.Refused).Select(l => l.Line).ShouldBe([2, 3, 4, 6, 7, 8, 10, 12, 13, 14]);
        plan.Lines.Where(l => l.Outcome == FileOutcome.Refused).ShouldAllBe(l => l.Sentence!.EndsWith('.') && l.Fields.Count == 0);
    }

    [Fact]
    public async Task Too_many_changes_and_changes_meanwhile_save_nothing()
    {
        await using var house = await OrganizationHouse.OpenAsync();
        var import = house.Get<OrganizationImport>();
        var museum = await house.AddAsync("Museum");
        OrganizationFileLine[] one = [Line(2, name: "Museum", city: "Bonn")];
        var seen = await import.LookAsync(one, Stop);
        await house.Directory.SaveAsync(museum.Id, new OrganizationDraft("Museum", "Oxford"), OrganizationHouse.Curator, Stop);

        (await import.ApplyAsync(one, seen, "a.csv", OrganizationHouse.Curator, Stop)).ShouldBeOfType<OrganizationImportResult.Moved>().Plan.Lines[0].Fields.ShouldContain(new ChangedField("city", "Oxford", "Bonn"));
        OrganizationFileLine[] many = [.. Enumerable.Range(0, OrganizationImport.MostChanges + 1).Select(n => Line(n + 2, name: $"New {n}"))];
        var plan = await import.LookAsync(many, Stop);
        plan.Sentence!.ShouldContain("divide the file");
        (await import.ApplyAsync(many, plan, "a.csv", OrganizationHouse.Curator, Stop)).ShouldBeOfType<OrganizationImportResult.Moved>();
        (await house.Database.ReadAsync(db => db.Organizations.CountAsync(Stop))).ShouldBe(1);
    }

    [Fact]
    public async Task Many_changes_ask_once_for_all_that_names_an_organisation()
    {
        await using var house = await OrganizationHouse.OpenAsync();
        OrganizationFileLine[] many = [.. Enumerable.Range(0, 60).Select(n => Line(n + 2, name: $"New {n}"))];

        await house.Get<OrganizationImport>().ApplyAsync(many, await house.Get<OrganizationImport>().LookAsync(many, Stop), "a.csv", OrganizationHouse.Curator, Stop);

        var asked = await house.Database.ReadAsync(db => db.PlanRequests.SingleAsync(Stop));
        (asked.Scope, asked.Vocabulary, asked.Term).ShouldBe((PlanScope.Term, VocabularyNames.Organization, null));
        (await house.Database.ReadAsync(db => db.Organizations.CountAsync(Stop))).ShouldBe(60);
    }

    private static OrganizationFileLine Line(
        int line, string? id = null, string? name = null, string? others = null, string? city = null, string? country = null, string? ids = null, string? sources = null) =>
        new(line, new OrganizationCells(id, name, others, city, null, country, ids, sources));

    private static async Task<string> NamesAsync(OrganizationHouse house, Guid id) =>
        string.Join("; ", (await house.Directory.FindAsync(id, Stop))!.Names.Select(n => n.Name).Order(StringComparer.OrdinalIgnoreCase));

    /// <summary>A record for each, past every check.</summary>
    private static async Task TermsAsync(OrganizationHouse house, params string[][] records)
    {
        foreach (var terms in records)
        {
            var record = new Record { Title = "a", SortTitle = "a", CreatedAt = TestDatabase.Start, ChangedAt = TestDatabase.Start };
            await house.Database.AddAsync([record, .. terms.Select(t => new RecordTerm { Vocabulary = VocabularyNames.Organization, Value = t, RecordId = record.Id })]);
        }
    }
}
