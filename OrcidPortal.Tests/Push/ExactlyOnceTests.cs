using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.Push;
using OrcidPortal.Records;
using OrcidPortal.Simulator;
using OrcidPortal.Tests.Infrastructure;

namespace OrcidPortal.Tests.Push;

public sealed class ExactlyOnceTests
{
    private static readonly TimeSpan PastTheCall = TimeSpan.FromSeconds(61);

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task An_answer_lost_after_its_effect_is_read_back_and_nothing_is_sent_twice(DatabaseProvider provider)
    {
        await using var house = await PushHouse.OpenAsync(provider);
        await house.SaveAsync(120);
        await house.Registry.FaultAsync(new { method = "POST", cutAfter = true });

        await house.PushAsync();
        var unknown = await house.StatesAsync();
        await house.PushAsync();
        var waiting = await house.Registry.CallsAsync(house.Orcid);
        house.Clock.Advance(PastTheCall);
        await house.PushAsync();
        await house.PushAsync();

        unknown.ShouldBe(new Dictionary<SyncState, int> { [SyncState.Sending] = 100, [SyncState.Ready] = 20 }, ignoreOrder: true);
        waiting.ShouldBe(["POST /works"]);
        (await house.Registry.WritesAsync(house.Orcid)).ShouldBe(["POST /works", "POST /works"]);
        (await house.Registry.WorksAsync(house.Orcid)).Count.ShouldBe(120);
        (await house.StatesAsync()).ShouldBe(new Dictionary<SyncState, int> { [SyncState.InSync] = 120 });
    }

    [Fact]
    public async Task A_call_cut_before_its_effect_is_sent_again_after_reading()
    {
        await using var house = await PushHouse.OpenAsync(DatabaseProvider.Sqlite);
        await house.SaveAsync(2);
        await house.Registry.FaultAsync(new { method = "POST", cutBefore = true });

        await house.PushAsync();
        house.Clock.Advance(PastTheCall);
        await house.PushAsync();
        await house.PushAsync();

        (await house.Registry.CallsAsync(house.Orcid)).ShouldBe(["POST /works", "GET /record", "POST /works"]);
        (await house.StatesAsync()).ShouldBe(new Dictionary<SyncState, int> { [SyncState.InSync] = 2 });
    }

    [Fact]
    public async Task Outcomes_that_stay_unknown_end_with_an_admin()
    {
        await using var house = await PushHouse.OpenAsync(DatabaseProvider.Sqlite);
        await house.SaveAsync(1);
        await house.Registry.FaultAsync(new { method = "POST", status = 500, count = 50 });

        for (var i = 0; i < 12; i++)
        {
            await house.PushAsync();
            house.Clock.Advance(TimeSpan.FromHours(1));
        }

        (await house.Registry.WritesAsync(house.Orcid)).Count.ShouldBe(PushPolicy.MostUnknown);
        var item = await house.ItemAsync();
        item.State.ShouldBe(SyncState.Failed);
        item.Failure.ShouldBe(FailureKind.Unexpected);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_process_that_dies_between_intent_and_call_leaves_its_works_to_the_next_one(DatabaseProvider provider)
    {
        await using var house = await PushHouse.OpenAsync(provider);
        await house.SaveAsync(3);
        var dying = house.Compose();
        dying.GetRequiredService<SendPoints>().AfterIntent = _ => throw new InvalidOperationException("killed");

        await house.PushAsync(dying);
        var killed = await house.StatesAsync();
        house.Clock.Advance(TimeSpan.FromMinutes(3));
        await house.PushAsync();
        await house.PushAsync();

        killed.ShouldBe(new Dictionary<SyncState, int> { [SyncState.Sending] = 3 });
        (await house.Registry.WritesAsync(house.Orcid)).ShouldBe(["POST /works"]);
        (await house.StatesAsync()).ShouldBe(new Dictionary<SyncState, int> { [SyncState.InSync] = 3 });
    }

    [Fact]
    public async Task An_update_whose_answer_is_lost_is_looked_at_before_it_is_sent_again()
    {
        await using var house = await PushHouse.OpenAsync(DatabaseProvider.Sqlite);
        await house.SaveAsync(1);
        await house.PushAsync();
        await house.SaveAsync(house.Draft(1, "On the analytical engine"));
        await house.PlanAsync();
        house.Clock.Advance(TimeSpan.FromDays(1));
        await house.Registry.FaultAsync(new { method = "PUT", cutAfter = true });

        await house.PushAsync();
        house.Clock.Advance(PastTheCall);
        await house.PushAsync();
        await house.PushAsync();

        (await house.Registry.WritesAsync(house.Orcid)).ShouldBe(["POST /works", "PUT /work"]);
        (await house.ItemAsync()).State.ShouldBe(SyncState.InSync);
    }

    [Fact]
    public async Task A_duplicate_of_ours_is_adopted_after_looking_and_changed_only_where_a_reader_would_see_it()
    {
        await using var house = await PushHouse.OpenAsync(DatabaseProvider.Sqlite);
        await house.Registry.AddWorkAsync(house.Orcid, "On engines, part 1", "10.5555/engine.1", "2018-10", SimulatorClient.PortalId);
        await house.Registry.AddWorkAsync(house.Orcid, "An older title", "10.5555/engine.2", "2018-10", SimulatorClient.PortalId);
        await house.SaveAsync(3);

        await house.PushAsync();

        var calls = await house.Registry.CallsAsync(house.Orcid);
        calls.Select(c => c[..Math.Min(c.Length, 10)]).ShouldBe(["POST /work", "GET /works", "PUT /work/"]);
        (await house.Registry.WorksAsync(house.Orcid)).Count.ShouldBe(3);
        (await house.StatesAsync()).ShouldBe(new Dictionary<SyncState, int> { [SyncState.InSync] = 3 });
        (await house.HistoryAsync()).Count(h => h is { Operation: SyncOperation.Adopt, Outcome: HistoryOutcome.Done }).ShouldBe(2);
    }

    [Fact]
    public async Task A_duplicate_that_is_another_of_our_records_sends_both_to_a_person()
    {
        await using var house = await PushHouse.OpenAsync(DatabaseProvider.Sqlite);
        await house.SaveAsync(1);
        await house.PushAsync();
        var first = await house.ItemAsync();
        await house.Database.Transactions.RunAsync(async (db, ct) =>
        {
            var record = await db.Records.SingleAsync(ct);
            record.Fields = record.Fields with { ExternalIds = [new FieldIdentifier("doi", "10.5555/other")] };
            record.Version++;
            db.RecordKeys.RemoveRange(await db.RecordKeys.ToListAsync(ct));
            db.RecordChanges.Add(new RecordChange { RecordId = record.Id, RecordVersion = record.Version, Origin = Origin.Correction, Cause = "test", At = house.Clock.GetUtcNow() });
        }, TestContext.Current.CancellationToken);
        await house.PlanAsync();
        // The portal believes that the change arrived, but ORCID still has the old identifier.
        await house.Database.Transactions.RunAsync(async (db, ct) =>
        {
            var (item, copy) = (await db.SyncItems.SingleAsync(ct), await db.RemoteCopies.SingleAsync(ct));
            copy.SelfKeys = item.SelfKeys;
            copy.Fingerprint = item.SentFingerprint = item.DesiredFingerprint;
        }, TestContext.Current.CancellationToken);
        await house.SaveAsync(house.Draft(1) with { LocalId = "another", Source = "file:bibtex:ada:b.bib" });

        await house.PushAsync();

        var items = await house.ItemsAsync();
        items.Count.ShouldBe(2);
        items.ShouldAllBe(i => i.State == SyncState.Failed && i.Failure == FailureKind.DuplicateOfOther);
        (await house.Database.ReadAsync(db => db.DuplicatePairs.Select(p => p.Reason).SingleAsync(TestContext.Current.CancellationToken))).ShouldBe(DuplicateReason.OrcidSaid, "whether they are the same is for a curator to say");
        (await house.Registry.WorksAsync(house.Orcid)).ShouldHaveSingleItem().PutCode.ShouldBe(first.PutCode!.Value);
    }

    [Fact]
    public async Task A_call_refused_as_a_whole_is_halved_until_the_one_to_blame_is_found()
    {
        await using var house = await PushHouse.OpenAsync(DatabaseProvider.Sqlite);
        await house.SaveAsync(8);
        await house.Registry.FaultAsync(new { method = "POST", status = 400, count = 2, body = """{"response-code":400,"developer-message":"no","user-message":"no","error-code":9001,"more-info":""}""" });

        await house.PushAsync();

        (await house.StatesAsync()).ShouldBe(new Dictionary<SyncState, int> { [SyncState.InSync] = 8 });
        (await house.Registry.WritesAsync(house.Orcid)).Count.ShouldBe(6);
    }

    [Theory, MemberData(nameof(Databases.Servers), MemberType = typeof(Databases))]
    public Task A_sender_paused_beyond_its_lease_wakes_before_the_other_sends_and_nothing_is_sent_twice(DatabaseProvider provider) => PauseAsync(provider, pushesMeanwhile: 1);

    [Theory, MemberData(nameof(Databases.Servers), MemberType = typeof(Databases))]
    public Task A_sender_paused_beyond_its_lease_wakes_after_the_other_sent_and_nothing_is_sent_twice(DatabaseProvider provider) => PauseAsync(provider, pushesMeanwhile: 2);

    private static async Task PauseAsync(DatabaseProvider provider, int pushesMeanwhile)
    {
        await using var house = await PushHouse.OpenAsync(provider);
        await house.SaveAsync(40);
        // The paused process: its clock stands still, so that it does not even know that its lease has run out.
        var paused = house.Compose(new FakeTimeProvider(house.Clock.GetUtcNow()));
        var intent = new TaskCompletionSource();
        var resume = new TaskCompletionSource();
        paused.GetRequiredService<SendPoints>().BeforeCall = async _ =>
        {
            intent.TrySetResult();
            await resume.Task;
        };

        var first = house.PushAsync(paused);
        await intent.Task;
        house.Clock.Advance(TimeSpan.FromMinutes(10));
        for (var i = 0; i < pushesMeanwhile; i++) await house.PushAsync();
        resume.SetResult();
        await first;
        await house.PushAsync();

        (await house.Registry.WorksAsync(house.Orcid)).Select(w => w.Title).Order().ShouldBe(Enumerable.Range(1, 40).Select(i => $"On engines, part {i}").Order());
        (await house.StatesAsync()).ShouldBe(new Dictionary<SyncState, int> { [SyncState.InSync] = 40 });
        (await house.HistoryAsync()).Count(h => h is { Operation: SyncOperation.Add or SyncOperation.Adopt, Outcome: HistoryOutcome.Done }).ShouldBe(40);
    }

    [Theory, MemberData(nameof(Databases.Servers), MemberType = typeof(Databases))]
    public async Task Six_writers_and_two_planners_lose_no_change(DatabaseProvider provider)
    {
        await using var house = await PushHouse.OpenAsync(provider);
        var store = house.Services.GetRequiredService<RecordStore>();
        var writing = true;
        var cancellationToken = TestContext.Current.CancellationToken;

        var planners = Enumerable.Range(0, 2).Select(_ => Task.Run(async () =>
        {
            while (Volatile.Read(ref writing)) await house.PlanAsync();
        }, cancellationToken)).ToList();
        await Task.WhenAll(Enumerable.Range(0, 6).Select(writer => Task.Run(async () =>
        {
            for (var round = 0; round < 10; round++)
                await store.SaveAsync([.. Enumerable.Range(0, 10).Select(n => house.Draft(n + 1000 * (writer + 1), $"Round {round}"))], Origin.Import, "import:test", null, PushHouse.Curator, cancellationToken);
        }, cancellationToken)));
        Volatile.Write(ref writing, false);
        await Task.WhenAll(planners);
        await house.PlanAsync();

        var items = await house.ItemsAsync();
        var versions = await house.Database.ReadAsync(db => db.Records.ToDictionaryAsync(r => r.Id, r => r.Version, cancellationToken));
        items.Count.ShouldBe(60);
        items.ShouldAllBe(i => i.DesiredVersion == versions[i.RecordId]);
        versions.Values.ShouldAllBe(v => v == 10);
        (await house.Database.ReadAsync(db => db.RecordChanges.CountAsync(c => c.PlannedAt == null, cancellationToken))).ShouldBe(0);
    }
}
