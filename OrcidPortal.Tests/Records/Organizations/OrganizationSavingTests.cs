using Microsoft.EntityFrameworkCore;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.Records.Organizations;
using OrcidPortal.Tests.Infrastructure;

namespace OrcidPortal.Tests.Records.Organizations;

public sealed class OrganizationSavingTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task An_organisation_made_by_hand_is_found_audited_and_planned_by_each_of_its_keys(DatabaseProvider provider)
    {
        await using var house = await OrganizationHouse.OpenAsync(provider);

        var saved = await SaveAsync(house, null, new OrganizationDraft(" Museum of Engines ", "London", null, "gb", [new OrganizationId("Crossref Funder", "501100009999")], ["Engine Museum"]));

        saved.ShouldBeOfType<SaveOrganizationResult.Saved>().Organization.Identifiers.ShouldBe([new OrganizationId("FUNDREF", "http://dx.doi.org/10.13039/501100009999")]);
        (await house.MatchAsync(new RecordFields { OrganizationName = "engine museum", OrganizationCountry = "GB" }))!.Name.ShouldBe("Museum of Engines");
        (await TermsAsync(house)).ShouldBe(["FUNDREF:http://dx.doi.org/10.13039/501100009999", "name:engine museum", "name:museum of engines"]);
        (await AuditAsync(house)).ShouldBe(["organization.created"]);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_change_plans_old_and_new_keys_and_the_same_again_changes_nothing(DatabaseProvider provider)
    {
        await using var house = await OrganizationHouse.OpenAsync(provider);
        var old = await house.AddAsync("Museum", ids: ["GRID=grid.1.1"]);
        var draft = new OrganizationDraft("MUSEUM of Engines", "London", null, "GB", [new OrganizationId("GRID", "grid.2.2")]);

        await SaveAsync(house, old.Id, draft);
        await SaveAsync(house, old.Id, draft);

        (await TermsAsync(house)).ShouldBe(["GRID:grid.1.1", "GRID:grid.2.2", "name:museum", "name:museum of engines"]);
        (await AuditAsync(house)).ShouldBe(["organization.changed"]);
        (await house.Directory.FindAsync(old.Id, Stop))!.ByHand.ShouldBeTrue();
    }

    [Theory]
    [InlineData("", null, null, null, "name")]
    [InlineData("?!", null, null, null, "name")]
    [InlineData("A", "Atlantis", null, null, "country")]
    [InlineData("A", null, "ROR", "https://ror.org/123", "identifiers")]
    [InlineData("A", null, "ISNI", "0000000121892026", "identifiers")]
    [InlineData("A", null, "GRID", "grid.1.1", "identifiers")]
    public async Task What_cannot_be_stored_is_refused_in_words(string name, string? country, string? source, string? value, string field)
    {
        await using var house = await OrganizationHouse.OpenAsync();
        await house.AddAsync("Museum", ids: ["GRID=grid.1.1"]);

        var refused = await SaveAsync(house, null, new OrganizationDraft(name, null, null, country, source is null ? null : [new OrganizationId(source, value!)]));

        var invalid = refused.ShouldBeOfType<SaveOrganizationResult.Invalid>();
        (invalid.Field, invalid.Sentence.EndsWith('.')).ShouldBe((field, true));
        (await house.Database.ReadAsync(db => db.Organizations.CountAsync(Stop))).ShouldBe(1);
    }

    [Fact]
    public async Task A_tie_is_audited_and_plans_what_names_the_organisation()
    {
        await using var house = await OrganizationHouse.OpenAsync();
        var museum = await house.AddAsync("Museum", ids: ["GRID=grid.1.1"], acronyms: ["MUS"]);

        var done = await house.Directory.TieAsync(museum.Id, OrganizationTie.Related, OrganizationHouse.Curator, Stop);
        var again = await house.Directory.TieAsync(museum.Id, OrganizationTie.Related, OrganizationHouse.Curator, Stop);
        var missing = await house.Directory.TieAsync(Guid.NewGuid(), OrganizationTie.Ours, OrganizationHouse.Curator, Stop);

        (done, again, missing).ShouldBe((true, true, false));
        (await house.MatchAsync(new RecordFields { OrganizationName = "Museum" }))!.Tie.ShouldBe(OrganizationTie.Related);
        (await TermsAsync(house)).ShouldBe(["GRID:grid.1.1", "name:museum"]);
        (await AuditAsync(house)).ShouldBe(["organization.tied"]);
        (await house.Directory.FindAsync(museum.Id, Stop))!.ByHand.ShouldBeFalse();
    }

    private static Task<SaveOrganizationResult> SaveAsync(OrganizationHouse house, Guid? id, OrganizationDraft draft) =>
        house.Directory.SaveAsync(id, draft, OrganizationHouse.Curator, Stop);

    private static async Task<IEnumerable<string?>> TermsAsync(OrganizationHouse house) =>
        (await house.Database.ReadAsync(db => db.PlanRequests.Select(p => p.Term).ToListAsync(Stop))).Order(StringComparer.Ordinal);

    private static Task<List<string>> AuditAsync(OrganizationHouse house) => house.Database.ReadAsync(db => db.Audit.Select(a => a.Action).ToListAsync(Stop));
}
