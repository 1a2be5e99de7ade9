using Microsoft.EntityFrameworkCore;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.Push;
using OrcidPortal.Records;
using OrcidPortal.Tests.Infrastructure;

namespace OrcidPortal.Tests.Push;

/// <summary>Identifiers move from one record of a person to another: no call meets 409, and each ends where it belongs.</summary>
public sealed class IdentifierMovesTests
{
    private static readonly TimeSpan PastQuiet = TimeSpan.FromHours(25);

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Two_works_that_exchange_their_identifiers_are_changed_in_two_phases(DatabaseProvider provider)
    {
        await using var house = await PushHouse.OpenAsync(provider);
        await house.SaveAsync(2);
        await house.PushAsync();
        var codes = (await house.ItemsAsync()).ToDictionary(i => i.RecordId, i => i.PutCode);

        await SetIdentifiersAsync(house, ("w1", "2"), ("w2", "1"));
        await SettleAsync(house);

        (await house.StatesAsync()).ShouldBe(new Dictionary<SyncState, int> { [SyncState.InSync] = 2 });
        (await house.ItemsAsync()).ToDictionary(i => i.RecordId, i => i.PutCode).ShouldBe(codes, ignoreOrder: true);
        (await house.Registry.WritesAsync(house.Orcid)).Count(w => w.StartsWith("PUT", StringComparison.Ordinal)).ShouldBe(3);
        await NothingWasRefusedAsync(house);
        (await IdentifiersAsync(house)).ShouldBe(["On engines, part 1: doi:10.5555/engine.2", "On engines, part 2: doi:10.5555/engine.1"]);
    }

    [Fact]
    public async Task A_ring_of_three_needs_one_call_more_than_works()
    {
        await using var house = await PushHouse.OpenAsync(DatabaseProvider.Sqlite);
        await house.SaveAsync(3);
        await house.PushAsync();

        await SetIdentifiersAsync(house, ("w1", "2"), ("w2", "3"), ("w3", "1"));
        await SettleAsync(house);

        (await house.StatesAsync()).ShouldBe(new Dictionary<SyncState, int> { [SyncState.InSync] = 3 });
        (await house.Registry.WritesAsync(house.Orcid)).Count(w => w.StartsWith("PUT", StringComparison.Ordinal)).ShouldBe(4);
        await NothingWasRefusedAsync(house);
    }

    [Fact]
    public async Task What_is_handed_on_is_given_up_first_whatever_the_order_of_the_records()
    {
        await using var house = await PushHouse.OpenAsync(DatabaseProvider.Sqlite);
        await house.SaveAsync(3);
        await house.PushAsync();

        await SetIdentifiersAsync(house, ("w1", "2"), ("w2", "3"), ("w3", "4"));
        await SettleAsync(house);

        (await house.StatesAsync()).ShouldBe(new Dictionary<SyncState, int> { [SyncState.InSync] = 3 });
        (await house.Registry.WritesAsync(house.Orcid)).Count(w => w.StartsWith("PUT", StringComparison.Ordinal)).ShouldBe(3);
        await NothingWasRefusedAsync(house);
    }

    [Fact]
    public async Task What_waits_for_another_record_says_so_and_goes_when_that_one_has_changed()
    {
        await using var house = await PushHouse.OpenAsync(DatabaseProvider.Sqlite);
        await house.SaveAsync(2);
        await house.PushAsync();
        var second = await RecordAsync(house, "w2");
        await SetIdentifiersAsync(house, ("w1", "2"), ("w2", "9"));
        // The second is not due for another two days.
        await house.PlanAsync();
        house.Clock.Advance(PastQuiet);
        await house.Database.Transactions.RunAsync(async (db, ct) => (await db.SyncItems.SingleAsync(i => i.RecordId == second, ct)).RetryAt = house.Clock.GetUtcNow().AddDays(2), TestContext.Current.CancellationToken);
        await house.PushAsync();
        var waiting = (await house.ItemsAsync()).Single(i => i.RecordId != second);

        for (var hour = 0; hour < 50; hour++)
        {
            house.Clock.Advance(TimeSpan.FromHours(1));
            await house.PushAsync();
        }

        (waiting.State, waiting.Failure, waiting.Attempts).ShouldBe((SyncState.Retrying, FailureKind.IdentifierMoves, 0));
        waiting.FailureMessage.ShouldBe("“On engines, part 2” still has its identifier at ORCID and is to give it up first.");
        (await house.StatesAsync()).ShouldBe(new Dictionary<SyncState, int> { [SyncState.InSync] = 2 });
        (await house.Registry.WritesAsync(house.Orcid)).Count(w => w.StartsWith("PUT", StringComparison.Ordinal)).ShouldBe(2);
        await NothingWasRefusedAsync(house);
    }

    [Fact]
    public async Task What_another_record_keeps_waits_for_an_admin_and_no_call_is_made()
    {
        await using var house = await PushHouse.OpenAsync(DatabaseProvider.Sqlite);
        await house.SaveAsync(2);
        await house.PushAsync();
        var second = await RecordAsync(house, "w2");
        var item = (await house.ItemsAsync()).Single(i => i.RecordId == second);
        // Excluded, it stays at ORCID with its identifier.
        await Items(house).ExcludeAsync(item.Id, house.Ada.Id, null, PushHouse.Curator, TestContext.Current.CancellationToken);

        await SetIdentifiersAsync(house, ("w1", "2"), ("w2", "9"));
        await SettleAsync(house);

        var first = (await house.ItemsAsync()).Single(i => i.RecordId != second);
        (first.State, first.Failure, first.FailureMessage).ShouldBe((SyncState.Failed, FailureKind.DuplicateOfOther, "“On engines, part 2” has its identifier at ORCID and keeps it."));
        (await house.Registry.WritesAsync(house.Orcid)).ShouldBe(["POST /works"]);
    }

    [Fact]
    public async Task What_another_record_kept_goes_on_when_that_one_gives_it_up()
    {
        await using var house = await PushHouse.OpenAsync(DatabaseProvider.Sqlite);
        await house.SaveAsync(3);
        await house.PushAsync();
        var second = (await house.ItemsAsync()).Single(i => i.RecordId == RecordAsync(house, "w2").Result);
        await Items(house).ExcludeAsync(second.Id, house.Ada.Id, null, PushHouse.Curator, TestContext.Current.CancellationToken);
        // A ring in which one takes no part.
        await SetIdentifiersAsync(house, ("w1", "2"), ("w2", "3"), ("w3", "1"));
        await SettleAsync(house);
        (await house.ItemsAsync()).Count(i => i.Failure == FailureKind.DuplicateOfOther).ShouldBe(1);

        await Items(house).IncludeAsync(second.Id, house.Ada.Id, PushHouse.Curator, TestContext.Current.CancellationToken);
        await SettleAsync(house);

        (await house.StatesAsync()).ShouldBe(new Dictionary<SyncState, int> { [SyncState.InSync] = 3 });
        await NothingWasRefusedAsync(house);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_new_record_with_the_identifier_of_one_that_is_to_go_takes_its_place(DatabaseProvider provider)
    {
        await using var house = await PushHouse.OpenAsync(provider);
        await house.SaveAsync(2);
        await house.PushAsync();
        var old = await RecordAsync(house, "w2");
        var code = (await house.ItemsAsync()).Single(i => i.RecordId == old).PutCode;

        await house.EndAsync(old);
        await house.PlanAsync();
        await GiveAsync(house, old, "99");
        await house.SaveAsync(house.Draft(2) with { LocalId = "again" });
        for (var day = 0; day < 9; day++)
        {
            await house.PushAsync();
            house.Clock.Advance(TimeSpan.FromDays(1));
        }

        var again = await RecordAsync(house, "again");
        again.ShouldNotBe(old);
        var items = (await house.ItemsAsync()).ToDictionary(i => i.RecordId);
        (items[again].State, items[again].PutCode).ShouldBe((SyncState.InSync, code));
        items[old].PutCode.ShouldBeNull();
        (await house.Registry.WritesAsync(house.Orcid)).ShouldBe(["POST /works"]);
        await NothingWasRefusedAsync(house);
    }

    private static SyncItems Items(PushHouse house) => (SyncItems)house.Services.GetService(typeof(SyncItems))!;

    /// <summary>Two days, with a push each hour: long enough for everything that has a quiet time.</summary>
    private static async Task SettleAsync(PushHouse house)
    {
        await house.PlanAsync();
        house.Clock.Advance(PastQuiet);
        await house.PushAsync();
        await house.PushAsync();
    }

    /// <summary>Gives records their new identifiers at one and the same time, as a curator's bulk correction does.</summary>
    private static Task SetIdentifiersAsync(PushHouse house, params (string LocalId, string Number)[] identifiers) => house.Database.Transactions.RunAsync(async (db, ct) =>
    {
        foreach (var (localId, number) in identifiers) await ChangeAsync(db, await IdAsync(db, localId, ct), number, house.Clock.GetUtcNow(), ct);
    }, TestContext.Current.CancellationToken);

    private static Task GiveAsync(PushHouse house, Guid recordId, string number) =>
        house.Database.Transactions.RunAsync((db, ct) => ChangeAsync(db, recordId, number, house.Clock.GetUtcNow(), ct), TestContext.Current.CancellationToken);

    private static async Task ChangeAsync(PortalDb db, Guid recordId, string number, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var record = await db.Records.SingleAsync(r => r.Id == recordId, cancellationToken);
        await db.RecordKeys.Where(k => k.RecordId == recordId).ExecuteDeleteAsync(cancellationToken);
        record.Fields = record.Fields with { ExternalIds = [new FieldIdentifier("doi", $"10.5555/engine.{number}")] };
        record.Version++;
        RecordUpdate.Queue(db, record, Origin.Correction, "test", now);
    }

    private static Task<Guid> RecordAsync(PushHouse house, string localId) => house.Database.ReadAsync(db => IdAsync(db, localId, TestContext.Current.CancellationToken));

    private static Task<Guid> IdAsync(PortalDb db, string localId, CancellationToken cancellationToken) =>
        db.SourceEntries.Where(e => e.LocalId == localId).Select(e => e.RecordId).SingleAsync(cancellationToken);

    private static async Task NothingWasRefusedAsync(PushHouse house) =>
        (await house.HistoryAsync()).Where(h => h.Outcome is HistoryOutcome.Refused or HistoryOutcome.Failed).Select(h => h.Message).ShouldBeEmpty();

    private static async Task<IReadOnlyList<string>> IdentifiersAsync(PushHouse house) =>
        [.. (await house.Database.ReadAsync(db => db.RemoteCopies.AsNoTracking().ToListAsync(TestContext.Current.CancellationToken))).Select(c => $"{c.Title}: {string.Join(", ", c.SelfKeys)}").Order(StringComparer.Ordinal)];
}
