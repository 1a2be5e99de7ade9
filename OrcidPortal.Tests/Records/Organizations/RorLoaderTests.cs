using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.Records.Organizations;
using OrcidPortal.Tests.Infrastructure;

namespace OrcidPortal.Tests.Records.Organizations;

public sealed class RorLoaderTests
{
    private const string Dfg = "https://ror.org/018mejw64";
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_dump_fills_the_directory_and_what_cannot_be_used_is_told_singly(DatabaseProvider provider)
    {
        await using var house = await OrganizationHouse.OpenAsync(provider);

        var load = await LoadAsync(house, RorDump.Ten);

        load.Failure.ShouldBeNull();
        load.Totals.ShouldBe(new RorProgress(10, 7, 0, 0, 3));
        load.Rejections.Select(r => r.Entry).ShouldBe([8, 9, 10]);
        load.Rejections[1].Reason.ShouldContain("schema version 1");
        var dfg = (await house.MatchAsync(new RecordFields { OrganizationName = "Deutsche Forschungsgemeinschaft", OrganizationCountry = "DE" }))!;
        (dfg.Name, dfg.City, dfg.Region, dfg.Country, dfg.IdSource, dfg.IdValue).ShouldBe(("German Research Foundation", "Bonn", "North Rhine-Westphalia", "DE", "ROR", Dfg));
        (await house.MatchAsync(new RecordFields { OrganizationName = "東京大学" }))!.Name.ShouldBe("The University of Tokyo");
        (await house.MatchAsync(new RecordFields { OrganizationName = "BU" })).ShouldBeNull();
        (await house.MatchAsync(new RecordFields { OrganizationName = "California Digital Library" }))!.City.ShouldBeNull();
        (await house.SearchAsync("bu")).ShouldBe(["Boston University"]);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task The_same_dump_again_writes_nothing_and_plans_nothing(DatabaseProvider provider)
    {
        await using var house = await OrganizationHouse.OpenAsync(provider);
        await LoadAsync(house, RorDump.Ten);

        var again = await LoadAsync(house, RorDump.Ten);

        again.Totals.ShouldBe(new RorProgress(10, 0, 0, 7, 3));
        var request = (await house.Database.ReadAsync(db => db.PlanRequests.ToListAsync(Stop))).ShouldHaveSingleItem();
        (request.Scope, request.Vocabulary, request.Term).ShouldBe((PlanScope.Term, "organization", null));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_newer_dump_changes_what_changed_and_keeps_which_are_ours(DatabaseProvider provider)
    {
        await using var house = await OrganizationHouse.OpenAsync(provider);
        await LoadAsync(house, RorDump.Ten);
        var id = (await house.Directory.FindAsync("ROR", Dfg, Stop))!.Value;
        await house.Directory.TieAsync(id, OrganizationTie.Ours, OrganizationHouse.Curator, Stop);

        var newer = await LoadAsync(house, RorDump.With(Dfg, o =>
        {
            o["names"]![2]!["value"] = "German  RESEARCH Foundation";
            o["names"]!.AsArray().RemoveAt(1);
            o["external_ids"]![0]!["preferred"] = "501100004875";
            o["locations"]![0]!["geonames_details"]!["name"] = "Berlin";
        }));

        newer.Totals.ShouldBe(new RorProgress(10, 0, 1, 6, 3));
        var found = (await house.Directory.FindAsync(id, Stop))!;
        (found.Organization.Name, found.Organization.City, found.Organization.Tie).ShouldBe(("German  RESEARCH Foundation", "Berlin", OrganizationTie.Ours));
        found.Names.Select(n => n.Name).ShouldBe(["DFG", "German  RESEARCH Foundation"]);
        found.Organization.Identifiers.Single(i => i.Source == "FUNDREF" && i.Preferred).Value.ShouldEndWith("/501100004875");
    }

    [Fact]
    public async Task An_identifier_of_a_withdrawn_organisation_belongs_to_the_one_that_goes_on()
    {
        await using var house = await OrganizationHouse.OpenAsync();
        await LoadAsync(house, RorDump.Ten);

        var match = await house.MatchAsync(new RecordFields { OrganizationIdSource = "FUNDREF", OrganizationId = "501100009999" });

        match!.Name.ShouldBe("New Institute");
    }

    [Fact]
    public async Task What_was_written_by_hand_stays_and_ROR_adds_what_is_missing()
    {
        await using var house = await OrganizationHouse.OpenAsync();
        var saved = (SaveOrganizationResult.Saved)await house.Directory.SaveAsync(
            null, new OrganizationDraft("DFG e.V.", Country: "DE", Identifiers: [new OrganizationId("ror", "018mejw64")]), OrganizationHouse.Curator, Stop);

        var load = await LoadAsync(house, RorDump.Ten);

        load.Totals.ShouldBe(new RorProgress(10, 6, 1, 0, 3));
        var found = (await house.Directory.FindAsync(saved.Organization.Id, Stop))!;
        (found.Organization.Name, found.Organization.City, found.ByHand).ShouldBe(("DFG e.V.", "Bonn", true));
        found.Names.Select(n => n.Name).ShouldBe(["German Research Foundation", "DFG e.V.", "Deutsche Forschungsgemeinschaft", "DFG"], ignoreOrder: true);
        (await LoadAsync(house, RorDump.Ten)).Totals.Unchanged.ShouldBe(7);
    }

    [Fact]
    public async Task A_file_that_breaks_off_says_where_and_what_was_read_stays()
    {
        await using var house = await OrganizationHouse.OpenAsync();
        var path = Path.Combine(house.Database.Folder.FullName, "dump.json");
        await RorDump.WriteAsync(path, 300);
        var whole = await File.ReadAllTextAsync(path, Stop);

        var load = await LoadAsync(house, whole[..^2000]);

        load.Failure.ShouldNotBeNull().ShouldContain("at line");
        load.Totals.Added.ShouldBeInRange(200, 299);
        (await house.Database.ReadAsync(db => db.Organizations.CountAsync(Stop))).ShouldBe(load.Totals.Added);
        (await house.Database.ReadAsync(db => db.PlanRequests.CountAsync(Stop))).ShouldBe(1);
    }

    [Theory]
    [InlineData("""{"not": "a list"}""")]
    [InlineData("name,city\na,b")]
    [InlineData("")]
    public async Task A_file_that_is_no_dump_is_refused_in_words(string text)
    {
        await using var house = await OrganizationHouse.OpenAsync();

        (await LoadAsync(house, text)).Failure.ShouldNotBeNull().ShouldContain("not a ROR dump");
    }

    [Fact]
    public async Task An_archive_is_read_as_ROR_publishes_it()
    {
        await using var house = await OrganizationHouse.OpenAsync();
        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            await WriteAsync(archive, "v1.70-ror-data.json", """[{"id": "https://ror.org/02nr0ka47", "name": "Of schema one and a much longer file than the other one"}]""");
            await WriteAsync(archive, "v1.70-ror-data_schema_v2.json", RorDump.Ten);
        }
        file.Position = 0;

        var load = await house.Get<RorLoader>().LoadAsync(file, null, OrganizationHouse.Curator, Stop);
        var damaged = await house.Get<RorLoader>().LoadAsync(new MemoryStream(file.ToArray()[..200]), null, OrganizationHouse.Curator, Stop);

        load.Totals.Added.ShouldBe(7);
        damaged.Failure.ShouldNotBeNull().ShouldContain("archive");
    }

    private static async Task WriteAsync(ZipArchive archive, string name, string text)
    {
        await using var entry = await archive.CreateEntry(name).OpenAsync(Stop);
        await entry.WriteAsync(Encoding.UTF8.GetBytes(text), Stop);
    }

    private static Task<RorLoad> LoadAsync(OrganizationHouse house, string json) =>
        house.Get<RorLoader>().LoadAsync(RorDump.Stream(json), null, OrganizationHouse.Curator, Stop);
}
