using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.Push;
using OrcidPortal.Push.Reconciling;
using OrcidPortal.Records;
using OrcidPortal.Remote;
using OrcidPortal.Simulator;
using OrcidPortal.Tests.Infrastructure;

namespace OrcidPortal.Tests.Push.Reconciling;

/// <summary>Comparisons over many people: what stands in their way, stops, restarts, and what a repair sets off.</summary>
public sealed class ReconcilingTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Where_both_sides_are_the_same_a_comparison_reads_once_and_finds_nothing(DatabaseProvider provider)
    {
        await using var house = await SentAsync(provider, works: 150);
        var calls = (await house.Registry.CallsAsync(house.Orcid)).Count;

        var report = await house.CompareAsync();

        (report.Row.Run.State, report.Row.Run.Total, report.Row.Compared, report.Entries, report.Row.Differences).ShouldBe((ComparisonState.Compared, 1, 1, 150, 0));
        (await house.Registry.CallsAsync(house.Orcid)).Skip(calls).ShouldBe(["GET /record"]);
        (await house.HistoryAsync())[^1].Message.ShouldBe("Compared with ORCID: all 150 entries from this portal are as expected. Nothing was changed.");
    }

    [Fact]
    public async Task What_changed_at_ORCID_after_it_was_sent_is_read_whole_and_is_no_difference_where_it_says_the_same()
    {
        await using var house = await SentAsync(DatabaseProvider.Sqlite, works: 120);
        await house.Database.Transactions.RunAsync((db, ct) => db.SyncItems.ExecuteUpdateAsync(s => s.SetProperty(i => i.SentAt, PushHouse.Start.AddDays(-1)), ct), Cancellation);
        var calls = (await house.Registry.CallsAsync(house.Orcid)).Count;

        var report = await house.CompareAsync();

        report.Row.Differences.ShouldBe(0);
        (await house.Registry.CallsAsync(house.Orcid)).Count.ShouldBe(calls + 3);
    }

    [Fact]
    public async Task Without_a_valid_token_nothing_is_taken_for_removed_and_the_connection_stays_until_a_repair()
    {
        await using var house = await SentAsync(DatabaseProvider.Sqlite, works: 2);
        await house.Registry.RevokeAsync(house.Orcid);
        var before = await Backup.TakeAsync(house.Database);

        var report = await house.CompareAsync();

        (report.Row.Compared, report.Row.Unread, report.Row.Differences).ShouldBe((0, 1, 0));
        (await UnreadAsync(house, report)).ShouldHaveSingleItem().Person.ShouldSatisfyAllConditions(p => p.Reason.ShouldBe(UnreadReason.TokenRejected), p => p.State.ShouldBe(ComparedState.Unread));
        (await Backup.TakeAsync(house.Database)).ChangedSince(before).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_permission_that_has_expired_is_reported_and_stays_as_it_is()
    {
        await using var house = await SentAsync(DatabaseProvider.Sqlite, works: 1);
        await house.Database.Transactions.RunAsync((db, ct) => db.Connections.ExecuteUpdateAsync(s => s.SetProperty(c => c.TokenExpiresAt, PushHouse.Start), ct), Cancellation);

        var report = await house.CompareAsync();

        (await UnreadAsync(house, report)).ShouldHaveSingleItem().Person.Reason.ShouldBe(UnreadReason.TokenRejected);
        (await house.Database.ReadAsync(db => db.Connections.SingleAsync(Cancellation))).State.ShouldBe(ConnectionState.Connected);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Who_cannot_be_read_in_the_middle_of_a_run_does_not_keep_it_from_the_others(DatabaseProvider provider)
    {
        await using var house = await SentAsync(provider, works: 2);
        var people = await OthersAsync(house, 4);
        await house.Registry.RevokeAsync(people[0].Orcid);
        await house.Registry.SetStandingAsync(people[1].Orcid, "locked");
        await house.Registry.RemoveWorkAsync(house.Orcid, (await house.Registry.WorksAsync(house.Orcid))[0].PutCode);

        var report = await house.CompareAsync();

        (report.Row.Run.Total, report.Row.Compared, report.Row.Unread).ShouldBe((5, 3, 2));
        report.Figures.ShouldHaveSingleItem().Kind.ShouldBe(DifferenceKind.Removed);
        (await UnreadAsync(house, report)).Select(u => (u.LocalId, u.Person.Reason)).ShouldBe([("p0", UnreadReason.TokenRejected), ("p1", UnreadReason.RecordLocked)], ignoreOrder: true);
    }

    [Fact]
    public async Task A_record_that_locks_between_report_and_repair_is_said_and_the_others_are_repaired()
    {
        await using var house = await SentAsync(DatabaseProvider.Sqlite, works: 2);
        var other = (await OthersAsync(house, 1))[0];
        await house.SaveAsync(house.Draft(9, person: other.Person));
        await house.PushAsync();
        foreach (var orcid in new[] { house.Orcid, other.Orcid }) await house.Registry.RemoveWorkAsync(orcid, (await house.Registry.WorksAsync(orcid))[0].PutCode);
        var report = await house.CompareAsync();
        await house.Registry.SetStandingAsync(other.Orcid, "locked");

        await house.RepairAsync(report.Row.Run.Id);

        var after = await house.ReportAsync(report.Row.Run.Id);
        (after.RepairDone, after.RepairFailed, after.Row.Settled).ShouldBe((1, 1, 1));
        (await house.ItemsAsync()).Where(i => i.RemovedAtOrcidAt is not null).ShouldHaveSingleItem().PersonId.ShouldBe(house.Ada.Id);
        (await house.Database.ReadAsync(db => db.Connections.SingleAsync(c => c.PersonId == other.Person.Id, Cancellation))).LockedAt.ShouldNotBeNull();
    }

    [Fact]
    public async Task Somebody_for_whom_something_is_sent_waits_and_is_read_at_the_next_look()
    {
        await using var house = await SentAsync(DatabaseProvider.Sqlite, works: 1);
        var hold = await house.Services.GetRequiredService<Leases>().TakeAsync(Leases.KeyOf("Simulator", SimulatorClient.PortalId, house.Orcid), Cancellation);
        var waiting = await house.CompareAsync();
        await hold!.DisposeAsync();
        house.Advance(TimeSpan.FromSeconds(15));

        await house.Services.GetRequiredService<ComparisonRunner>().RunWaitingAsync(Cancellation);

        (waiting.Row.Run.State, waiting.Row.Compared).ShouldBe((ComparisonState.Comparing, 0));
        (await house.ReportAsync(waiting.Row.Run.Id)).Row.ShouldSatisfyAllConditions(r => r.Run.State.ShouldBe(ComparisonState.Compared), r => r.Compared.ShouldBe(1));
    }

    [Fact]
    public async Task While_the_registry_is_down_nobody_is_given_up_and_the_run_goes_on_afterwards()
    {
        await using var house = await SentAsync(DatabaseProvider.Sqlite, works: 1);
        await OthersAsync(house, 2);
        for (var i = 0; i < CallBudget.SilentCalls; i++) await house.Services.GetRequiredService<CallBudget>().MetAsync(new OrcidPortal.OrcidApi.OrcidResult.Unreachable());
        var down = await house.CompareAsync();
        for (var i = 0; i < 30; i++) await house.WorkAsync(down.Row.Run.Id);
        var still = await house.ReportAsync(down.Row.Run.Id);
        house.Advance(TimeSpan.FromMinutes(2));

        await house.WorkAsync(down.Row.Run.Id);
        await house.WorkAsync(down.Row.Run.Id);

        (down.Row.Compared, still.Row.Compared, still.Row.Unread).ShouldBe((0, 0, 0));
        (await house.ReportAsync(down.Row.Run.Id)).Row.ShouldSatisfyAllConditions(r => r.Run.State.ShouldBe(ComparisonState.Compared), r => r.Compared.ShouldBe(3));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_process_that_dies_in_the_middle_leaves_the_rest_to_the_next_one(DatabaseProvider provider)
    {
        await using var house = await SentAsync(provider, works: 2);
        await OthersAsync(house, 3);
        var id = await house.Services.GetRequiredService<Comparisons>().CompareAllAsync(PushHouse.Curator, Cancellation);
        await house.WorkAsync(id);
        // As a kill leaves it: people are listed, one is done, somebody claims to work on it.
        await house.Database.Transactions.RunAsync(async (db, ct) =>
        {
            await db.ComparedPeople.Where(p => p.PersonId != house.Ada.Id).ExecuteUpdateAsync(s => s.SetProperty(p => p.State, ComparedState.Waiting).SetProperty(p => p.TriedAt, (DateTimeOffset?)null), ct);
            await db.Comparisons.ExecuteUpdateAsync(s => s.SetProperty(c => c.State, ComparisonState.Comparing).SetProperty(c => c.AliveAt, house.Clock.GetUtcNow()), ct);
        }, Cancellation);
        var calls = (await house.Registry.CallsAsync(house.Orcid)).Count;
        var next = house.Compose();

        await next.GetRequiredService<ComparisonRunner>().RunWaitingAsync(Cancellation);
        var claimed = await house.ReportAsync(id);
        house.Advance(TimeSpan.FromMinutes(3));
        await next.GetRequiredService<ComparisonRunner>().RunWaitingAsync(Cancellation);

        claimed.Row.Compared.ShouldBe(1);
        (await house.ReportAsync(id)).Row.ShouldSatisfyAllConditions(r => r.Run.State.ShouldBe(ComparisonState.Compared), r => r.Compared.ShouldBe(4), r => r.Run.AliveAt.ShouldBeNull());
        (await house.Registry.CallsAsync(house.Orcid)).Count.ShouldBe(calls);
    }

    [Fact]
    public async Task An_admin_stops_it_sees_what_was_read_so_far_and_lets_it_go_on()
    {
        await using var house = await SentAsync(DatabaseProvider.Sqlite, works: 1);
        var comparisons = house.Services.GetRequiredService<Comparisons>();
        var id = await comparisons.CompareAllAsync(PushHouse.Curator, Cancellation);

        (await comparisons.StopAsync(id, PushHouse.Curator, Cancellation)).ShouldBeTrue();
        await house.WorkAsync(id);
        var stopped = await house.ReportAsync(id);
        (await comparisons.StopAsync(id, PushHouse.Curator, Cancellation)).ShouldBeFalse();
        (await comparisons.ContinueAsync(id, PushHouse.Curator, Cancellation)).ShouldBeTrue();
        await house.WorkAsync(id);

        (stopped.Row.Run.State, stopped.Row.Compared).ShouldBe((ComparisonState.Stopped, 0));
        (await house.ReportAsync(id)).Row.ShouldSatisfyAllConditions(r => r.Run.State.ShouldBe(ComparisonState.Compared), r => r.Compared.ShouldBe(1));
    }

    [Fact]
    public async Task Asking_twice_makes_one_comparison_and_a_repair_of_nothing_does_nothing()
    {
        await using var house = await SentAsync(DatabaseProvider.Sqlite, works: 1);
        var comparisons = house.Services.GetRequiredService<Comparisons>();

        var first = await comparisons.CompareAllAsync(PushHouse.Curator, Cancellation);
        var second = await comparisons.CompareAllAsync(PushHouse.Curator, Cancellation);
        var early = await comparisons.RepairAsync(first, [DifferenceKind.Removed], PushHouse.Curator, Cancellation);
        await house.WorkAsync(first);
        var nothing = await comparisons.RepairAsync(first, Enum.GetValues<DifferenceKind>(), PushHouse.Curator, Cancellation);

        second.ShouldBe(first);
        (early, nothing).ShouldBe((0, 0));
        (await house.ReportAsync(first)).Row.Run.State.ShouldBe(ComparisonState.Compared);
    }

    [Fact]
    public async Task A_call_whose_answer_never_came_is_no_difference_and_is_left_to_the_push()
    {
        await using var house = await PushHouse.OpenAsync(DatabaseProvider.Sqlite);
        await house.SaveAsync(3);
        await house.Registry.FaultAsync(new { method = "POST", cutAfter = true });
        await house.PushAsync();
        house.Advance(TimeSpan.FromMinutes(5));

        var report = await house.CompareAsync();

        (report.Entries, report.Row.Differences).ShouldBe((3, 0));
        (await house.StatesAsync()).ShouldBe(new Dictionary<SyncState, int> { [SyncState.Sending] = 3 });
    }

    [Fact]
    public async Task What_stands_there_from_us_of_no_record_is_said_and_what_others_added_is_not()
    {
        await using var house = await PushHouse.OpenAsync(DatabaseProvider.Sqlite);
        await house.SaveAsync(1);
        await house.Registry.AddWorkAsync(house.Orcid, "Of no record", "10.5555/elsewhere", "2018-10", SimulatorClient.PortalId);
        await house.Registry.AddWorkAsync(house.Orcid, "From another source", "10.5555/other", "2018-10");
        house.Advance(TimeSpan.FromMinutes(5));

        var report = await house.CompareAsync();

        (report.Entries, report.Row.Differences).ShouldBe((1, 1));
        (await house.DifferencesAsync(report.Row.Run.Id)).ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            d => d.Difference.Kind.ShouldBe(DifferenceKind.NoRecord), d => d.Title.ShouldBe("Of no record"), d => d.Difference.Sends.ShouldBeNull());
    }

    [Fact]
    public async Task What_a_repair_would_send_again_to_many_people_waits_for_an_admin_as_one_resend()
    {
        await using var house = await PushHouse.OpenAsync(DatabaseProvider.Sqlite, settings: [("Push:Brake:Items", "3"), ("Push:Brake:Share", "0")]);
        var people = await OthersAsync(house, 3);
        IReadOnlyList<RecordDraft> Drafts(string title) => [.. people.Index().SelectMany(p => new[] { 0, 1 }.Select(n => house.Draft((10 * p.Index) + n, $"{title} {p.Index} {n}", person: p.Item.Person)))];
        await house.SaveAsync(Drafts("On engines"));
        await house.PushAsync();
        house.Advance(TimeSpan.FromMinutes(5));
        // As a copy put back that is newer than what ORCID holds: it believes that the new titles were sent.
        await house.SaveAsync(Drafts("On other engines"));
        await house.PlanAsync();
        await house.Database.Transactions.RunAsync(async (db, ct) =>
        {
            await db.Resends.ExecuteDeleteAsync(ct);
            foreach (var item in await db.SyncItems.ToListAsync(ct))
            {
                (item.SentFingerprint, item.SentAt, item.Cause, item.HoldReason) = (item.DesiredFingerprint, PushHouse.Start.AddDays(-1), null, HoldReason.None);
                SyncStates.Settle(item, PushHouse.Start);
                (await db.RemoteCopies.SingleAsync(c => c.SyncItemId == item.Id, ct)).Fingerprint = item.SentFingerprint;
            }
        }, Cancellation);
        var believed = await house.StatesAsync();
        var report = await house.CompareAsync();

        await house.RepairAsync(report.Row.Run.Id);
        await house.PushAsync();
        house.Advance(TimeSpan.FromDays(2));
        await house.PushAsync();

        believed.ShouldBe(new Dictionary<SyncState, int> { [SyncState.InSync] = 6 });
        report.Figures.ShouldHaveSingleItem().ShouldSatisfyAllConditions(f => f.Kind.ShouldBe(DifferenceKind.OtherContent), f => (f.Open, f.People, f.Updates, f.Notices).ShouldBe((6, 3, 6, 6)));
        (await house.Registry.WritesAsync(people[0].Orcid)).ShouldBe(["POST /works"]);
        (await house.StatesAsync()).ShouldBe(new Dictionary<SyncState, int> { [SyncState.Held] = 6 });
        var resend = (await house.Services.GetRequiredService<Resends>().WaitingAsync(Cancellation)).ShouldHaveSingleItem();
        (resend.Resend.Cause, resend.Items, resend.People).ShouldBe(($"repair:{report.Row.Run.Id}", 6, 3));
    }

    private static async Task<PushHouse> SentAsync(DatabaseProvider provider, int works)
    {
        var house = await PushHouse.OpenAsync(provider);
        house.Advance(TimeSpan.FromMinutes(5));
        await house.SaveAsync(works);
        await house.PushAsync();
        await house.PushAsync();
        house.Advance(TimeSpan.FromMinutes(5));
        return house;
    }

    private static async Task<IReadOnlyList<(Person Person, string Orcid)>> OthersAsync(PushHouse house, int count)
    {
        var people = new List<(Person, string)>();
        for (var n = 0; n < count; n++)
        {
            var person = new Person { LocalId = $"p{n}", GivenNames = "P", FamilyName = $"{n}", SortName = $"{n} p" };
            await house.Database.AddAsync(person, new Preference { PersonId = person.Id, Mode = SendMode.AtOnce });
            people.Add((person, await house.ConnectAsync(person, confirmed: true)));
        }
        return people;
    }

    private static async Task<IReadOnlyList<UnreadRow>> UnreadAsync(PushHouse house, ComparisonReport report) =>
        (await house.Services.GetRequiredService<ComparisonList>().UnreadAsync(report.Row.Run.Id, null, Cancellation)).Items;
}
