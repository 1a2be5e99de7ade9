using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OrcidPortal.Connect;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.Push;
using OrcidPortal.Records;
using OrcidPortal.Tests.Infrastructure;
using OrcidPortal.Records.Organizations;
using OrcidPortal.Records.Vocabularies;

namespace OrcidPortal.Tests.Push;

/// <summary>Fundings and positions go the same way as works: planned, sent, changed, removed, found again.</summary>
public sealed class KindsTests
{
    private static readonly RecordFields Position = new()
    {
        RoleTitle = "Professor", OrganizationName = "Brown University", OrganizationId = "https://ror.org/05gq02987", StartDate = "2015-03",
    };

    private static readonly RecordFields Grant = new()
    {
        Title = "A grant", Type = new TypeValue("", "Fellowship"), OrganizationName = "Deutsche Forschungsgemeinschaft", OrganizationId = "https://ror.org/018mejw64", OrganizationCountry = "Germany",
        StartDate = "2015", Amount = "12.345,50 EUR", ExternalIds = [new FieldIdentifier("grant_number", "G-1")],
    };

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_position_and_a_funding_are_sent_changed_and_removed(DatabaseProvider provider)
    {
        await using var house = await PushHouse.OpenAsync(provider);
        await BrownAsync(house, OrganizationTie.Ours);

        await SaveAsync(house, (RecordKind.Employment, Position), (RecordKind.Funding, Grant));
        await house.PushAsync();
        var sent = await StatesAsync(house);
        await SaveAsync(house, (RecordKind.Employment, Position with { EndDate = "2020" }));
        await house.PlanAsync();
        house.Clock.Advance(TimeSpan.FromDays(2));
        await house.PushAsync();
        var position = (await house.Database.ReadAsync(db => db.SyncItems.SingleAsync(i => i.Kind == RecordKind.Employment, Stop)));
        await house.Services.GetRequiredService<RecordStore>().EndAsync(position.RecordId, house.Ada.Id, Origin.Api, PushHouse.Curator, Stop);
        await house.PlanAsync();
        house.Clock.Advance(TimeSpan.FromDays(8));
        await house.PushAsync();

        sent.ShouldBe(["Employment InSync", "Funding InSync"]);
        (await house.Registry.WritesAsync(house.Orcid)).Select(c => string.Join('/', c.Split('/').Take(2))).ShouldBe(["POST /employment", "POST /funding", "PUT /employment", "DELETE /employment"], ignoreOrder: true);
        (await house.Database.ReadAsync(db => db.RemoteCopies.Select(c => c.Section).ToListAsync(Stop))).ShouldBe(["funding"]);
    }

    [Fact]
    public async Task A_position_elsewhere_is_not_the_institutions_to_say()
    {
        await using var house = await PushHouse.OpenAsync(DatabaseProvider.Sqlite);
        await BrownAsync(house, OrganizationTie.None);

        await SaveAsync(house, (RecordKind.Education, Position));
        await house.PushAsync();

        (await StatesAsync(house)).ShouldBe(["Education NotChosen"]);
        (await house.Database.ReadAsync(db => db.SyncItems.SingleAsync(Stop))).LeaveReason.ShouldBe(LeaveReason.NotOurs);
        (await house.Registry.WritesAsync(house.Orcid)).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_organisation_that_becomes_ours_heals_what_waited_for_it()
    {
        await using var house = await PushHouse.OpenAsync(DatabaseProvider.Sqlite);
        await SaveAsync(house, (RecordKind.Employment, Position));
        await house.PushAsync();
        var before = await StatesAsync(house);

        await BrownAsync(house, OrganizationTie.Ours);
        await house.PushAsync();

        before.ShouldBe(["Employment NeedsFix"]);
        (await StatesAsync(house)).ShouldBe(["Employment InSync"]);
    }

    [Fact]
    public async Task A_word_that_gets_an_entry_heals_all_records_that_use_it()
    {
        await using var house = await PushHouse.OpenAsync(DatabaseProvider.Sqlite);
        await house.SaveAsync(house.Draft(1) with { Fields = house.Draft(1).Fields with { Type = new TypeValue("bibtex", "misc") } });
        await house.PushAsync();
        var before = await StatesAsync(house);

        await house.Services.GetRequiredService<VocabularyStore>().SetAsync(VocabularyNames.WorkType, "bibtex:misc", "report", PushHouse.Curator, Stop);
        await house.PushAsync();

        before.ShouldBe(["Work NeedsFix"]);
        (await StatesAsync(house)).ShouldBe(["Work InSync"]);
    }

    [Fact]
    public async Task A_kind_switched_off_is_left_alone_and_profile_items_wait_for_the_institution()
    {
        await using var house = await PushHouse.OpenAsync(DatabaseProvider.Sqlite);
        await house.Services.GetRequiredService<OrcidPortal.Connect.Preferences>()
            .SaveAsync(house.Ada.Id, SendMode.AtOnce, KindPreferences.Of(new Preference()) with { Fundings = false }, PushHouse.Curator, "en", Stop);

        await SaveAsync(house, (RecordKind.Funding, Grant), (RecordKind.OtherName, new RecordFields { Content = "A. A. L." }));
        await house.PushAsync();

        (await StatesAsync(house)).ShouldBe(["Funding NotChosen", "OtherName NotChosen"]);
        (await house.Database.ReadAsync(db => db.SyncItems.SingleAsync(i => i.Kind == RecordKind.OtherName, Stop))).LeaveReason.ShouldBe(LeaveReason.SwitchedOff);
    }

    [Fact]
    public async Task A_name_goes_once_the_person_has_confirmed_it_and_a_changed_one_asks_again()
    {
        await using var house = await PushHouse.OpenAsync(DatabaseProvider.Sqlite, scopes: "/read-limited /activities/update /person/update");
        await house.Services.GetRequiredService<OrcidPortal.Connect.Preferences>()
            .SaveAsync(house.Ada.Id, SendMode.AtOnce, KindPreferences.Of(new Preference()) with { OtherNames = true }, PushHouse.Curator, "en", Stop);
        var items = house.Services.GetRequiredService<SyncItems>();
        await SaveAsync(house, (RecordKind.OtherName, new RecordFields { Content = "A. A. L." }));
        await house.PushAsync();
        var before = await StatesAsync(house);
        var item = await house.ItemAsync();

        var byStranger = await items.ConfirmAsync(item.Id, Guid.NewGuid(), item.DesiredVersion, PushHouse.Curator, Stop);
        var ofAnotherVersion = await items.ConfirmAsync(item.Id, house.Ada.Id, item.DesiredVersion + 1, PushHouse.Curator, Stop);
        await house.PushAsync();
        var still = await StatesAsync(house);
        var confirmed = await items.ConfirmAsync(item.Id, house.Ada.Id, item.DesiredVersion, PushHouse.Curator, Stop);
        await house.PushAsync();
        var sent = await StatesAsync(house);
        await SaveAsync(house, (RecordKind.OtherName, new RecordFields { Content = "Ada A. Lovelace" }));
        await house.PushAsync();

        (byStranger, ofAnotherVersion, confirmed).ShouldBe((false, false, true));
        (before[0], still[0], sent[0]).ShouldBe(("OtherName AwaitingApproval", "OtherName AwaitingApproval", "OtherName InSync"));
        (await StatesAsync(house)).ShouldBe(["OtherName AwaitingApproval"]);
        (await house.Registry.WritesAsync(house.Orcid)).ShouldBe(["POST /other-names"]);
    }

    [Fact]
    public async Task Only_names_are_confirmed_one_by_one()
    {
        await using var house = await PushHouse.OpenAsync(DatabaseProvider.Sqlite);
        await house.SaveAsync(1);
        await house.PlanAsync();
        var item = await house.ItemAsync();

        (await house.Services.GetRequiredService<SyncItems>().ConfirmAsync(item.Id, house.Ada.Id, item.DesiredVersion, PushHouse.Curator, Stop)).ShouldBeFalse();
    }

    private static async Task BrownAsync(PushHouse house, OrganizationTie tie)
    {
        var directory = house.Services.GetRequiredService<OrganizationDirectory>();
        var saved = await directory.SaveAsync(null, new OrganizationDraft("Brown University", "Providence", "RI", "US", [new OrganizationId("ROR", "05gq02987")]), PushHouse.Curator, Stop);
        await directory.TieAsync(saved.ShouldBeOfType<SaveOrganizationResult.Saved>().Organization.Id, tie, PushHouse.Curator, Stop);
    }

    private static Task SaveAsync(PushHouse house, params (RecordKind Kind, RecordFields Fields)[] records) =>
        house.SaveAsync([.. records.Select(r => new RecordDraft(r.Kind, $"api:hr:{r.Kind}", "1", r.Fields, house.Ada.Id))]);

    private static async Task<List<string>> StatesAsync(PushHouse house) =>
        [.. (await house.Database.ReadAsync(db => db.SyncItems.ToListAsync(Stop))).OrderBy(i => i.Kind.ToString()).Select(i => $"{i.Kind} {i.State}")];
}
