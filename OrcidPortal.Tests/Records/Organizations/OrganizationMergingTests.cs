using Microsoft.EntityFrameworkCore;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.Records.Organizations;
using OrcidPortal.Tests.Infrastructure;

namespace OrcidPortal.Tests.Records.Organizations;

public sealed class OrganizationMergingTests
{
    private const string Ror = "https://ror.org/018mejw64";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Names_and_identifiers_of_the_one_that_goes_lead_to_the_one_that_stays(DatabaseProvider provider)
    {
        await using var house = await OrganizationHouse.OpenAsync(provider);
        var kept = await house.AddAsync("Museum of Engines", ids: ["FUNDREF=http://dx.doi.org/10.13039/501100001659"], names: ["Engine Museum"], acronyms: ["MOE"], city: null, country: null);
        var gone = await house.AddAsync("Museum, Engines", ids: [$"ROR={Ror}", "FUNDREF=http://dx.doi.org/10.13039/501100000001"], names: ["MOE", "Engine museum"], tie: OrganizationTie.Related);
        await house.Database.AddAsync(new BulkFix { Kind = BulkFixKind.Organization, Word = "MoE", OrganizationId = gone.Id, By = "a", CreatedAt = TestDatabase.Start });
        var before = await PreviewAsync(house, kept, gone);

        var result = await MergeAsync(house, kept, gone, before!);

        (before!.Refused, string.Join("; ", before.Names), before.Identifiers.Count, before.City, before.Country, before.Tie).ShouldBe((null, "MOE; Museum, Engines", 2, "Berlin", "DE", OrganizationTie.Related));
        result.ShouldBe(new OrganizationMergeResult.Done(kept.Id));
        var found = (await house.Directory.FindAsync(kept.Id, Stop))!;
        (found.ByHand, found.Organization.City, found.Organization.Tie).ShouldBe((true, "Berlin", OrganizationTie.Related));
        foreach (var name in new[] { "museum of engines", "Engine Museum", "Museum, Engines", "MoE" }) (await house.MatchAsync(new RecordFields { OrganizationName = name }))!.Id.ShouldBe(kept.Id);
        (await house.MatchAsync(new RecordFields { OrganizationId = Ror, OrganizationIdSource = "ROR" }))!.Id.ShouldBe(kept.Id);
        (await house.Directory.FindAsync(gone.Id, Stop)).ShouldBeNull();
        (await house.Get<OrganizationMerging>().MergedIntoAsync(gone.Id, Stop)).ShouldBe(kept.Id);
        found.Organization.Identifiers.Where(i => i.Source == "FUNDREF").Select(i => i.Preferred).ShouldBe([true, false]);
        found.Organization.Identifiers.First(i => i.Source == "FUNDREF").Value.ShouldEndWith("501100001659");
        (await house.Database.ReadAsync(db => db.BulkFixes.Select(f => f.OrganizationId).SingleAsync(Stop))).ShouldBe(kept.Id);
        (await house.Database.ReadAsync(db => db.PlanRequests.Select(p => p.Term!).ToListAsync(Stop))).Order(StringComparer.Ordinal).ShouldBe(
        [
            "FUNDREF:http://dx.doi.org/10.13039/501100000001", "FUNDREF:http://dx.doi.org/10.13039/501100001659", $"ROR:{Ror}", "name:engine museum", "name:moe", "name:museum engines", "name:museum of engines",
        ]);
        (await house.Database.ReadAsync(db => db.Audit.OrderBy(a => a.Id).Select(a => $"{a.Action} {a.Subject}").ToListAsync(Stop)))
            .ShouldBe([$"organization.merged organization:{kept.Id}", $"organization.merged organization:{gone.Id}"], ignoreOrder: true);
    }

    [Fact]
    public async Task Two_of_ROR_stay_two()
    {
        await using var house = await OrganizationHouse.OpenAsync();
        var kept = await house.AddAsync("A", ids: ["ROR=https://ror.org/05qwgg493"]);
        var gone = await house.AddAsync("B", ids: [$"ROR={Ror}"]);

        var preview = await PreviewAsync(house, kept, gone);
        var result = await MergeAsync(house, kept, gone, preview!);

        preview!.Refused!.ShouldContain("ROR knows two organisations");
        result.ShouldBeOfType<OrganizationMergeResult.Refused>().Sentence.ShouldBe(preview.Refused);
        (await house.Database.ReadAsync(db => db.Organizations.CountAsync(Stop))).ShouldBe(2);
    }

    [Fact]
    public async Task One_that_is_closed_an_organisation_itself_and_one_that_is_not_there_are_refused()
    {
        await using var house = await OrganizationHouse.OpenAsync();
        var open = await house.AddAsync("Open");
        var closed = await house.AddAsync("Closed", ids: [$"ROR={Ror}"], status: OrganizationStatus.Inactive);

        (await PreviewAsync(house, open, closed))!.Refused!.ShouldContain("“Closed” is closed according to ROR");
        (await PreviewAsync(house, closed, open))!.Refused!.ShouldContain("“Closed” is closed according to ROR");
        (await PreviewAsync(house, open, open))!.Refused!.ShouldContain("the same organisation");
        (await house.Get<OrganizationMerging>().PreviewAsync(open.Id, Guid.NewGuid(), Stop)).ShouldBeNull();
        (await house.Get<OrganizationMerging>().MergeAsync(open.Id, Guid.NewGuid(), 0, 0, OrganizationHouse.Curator, Stop)).ShouldBeOfType<OrganizationMergeResult.Missing>();
    }

    [Fact]
    public async Task What_was_changed_since_it_was_shown_is_not_merged()
    {
        await using var house = await OrganizationHouse.OpenAsync();
        var (kept, gone) = (await house.AddAsync("A"), await house.AddAsync("B"));
        var preview = await PreviewAsync(house, kept, gone);
        await house.Directory.TieAsync(gone.Id, OrganizationTie.Ours, OrganizationHouse.Curator, Stop);

        (await MergeAsync(house, kept, gone, preview!)).ShouldBeOfType<OrganizationMergeResult.Changed>();

        (await house.Directory.FindAsync(gone.Id, Stop)).ShouldNotBeNull();
    }

    [Fact]
    public async Task The_next_load_of_ROR_leaves_what_was_merged_as_it_is()
    {
        await using var house = await OrganizationHouse.OpenAsync();
        var kept = await house.AddAsync("Our own name", city: "Bonn");
        var gone = await house.AddAsync("German Research Foundation", ids: [$"ROR={Ror}"]);
        await MergeAsync(house, kept, gone, (await PreviewAsync(house, kept, gone))!);

        await using var dump = new MemoryStream(System.Text.Encoding.UTF8.GetBytes($$"""
            [{"id": "{{Ror}}", "status": "active", "types": ["funder"], "names": [{"value": "Deutsche Forschungsgemeinschaft", "types": ["ror_display", "label"], "lang": "de"}],
              "locations": [{"geonames_id": 1, "geonames_details": {"name": "Berlin", "country_code": "DE"} }], "external_ids": [], "links": [], "relationships": [], "domains": [], "admin": {} }]
            """));
        await house.Get<RorLoader>().LoadAsync(dump, null, OrganizationHouse.Curator, Stop);

        (await house.Database.ReadAsync(db => db.Organizations.Select(o => $"{o.Name}, {o.City}").ToListAsync(Stop))).ShouldBe(["Our own name, Bonn"]);
        (await house.MatchAsync(new RecordFields { OrganizationName = "German Research Foundation" }))!.Id.ShouldBe(kept.Id);
    }

    private static Task<OrganizationMergePreview?> PreviewAsync(OrganizationHouse house, Organization kept, Organization gone) => house.Get<OrganizationMerging>().PreviewAsync(kept.Id, gone.Id, Stop);

    private static Task<OrganizationMergeResult> MergeAsync(OrganizationHouse house, Organization kept, Organization gone, OrganizationMergePreview seen) =>
        house.Get<OrganizationMerging>().MergeAsync(kept.Id, gone.Id, seen.KeptRevision, seen.GoneRevision, OrganizationHouse.Curator, Stop);
}
