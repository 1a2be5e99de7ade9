using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OrcidPortal.Curation;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.Push;
using OrcidPortal.Remote;
using OrcidPortal.Security;
using OrcidPortal.Simulator;
using OrcidPortal.Tests.Curation;
using OrcidPortal.Tests.Infrastructure;

namespace OrcidPortal.Tests.Push;

public sealed class FirstSyncTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task It_sorts_works_by_what_ORCID_holds_and_sends_what_is_ticked(DatabaseProvider provider)
    {
        await using var house = await PrepareAsync(provider);
        var sync = house.Services.GetRequiredService<FirstSync>();
        var cancellationToken = TestContext.Current.CancellationToken;

        (await house.Services.GetRequiredService<FirstRead>().ReadAsync(house.Ada.Id, cancellationToken)).ShouldBe(new ReadOutcome.Complete(1, 2));
        var view = (await sync.LoadAsync(house.Ada.Id, cancellationToken))!;
        var untouched = await house.Registry.WritesAsync(house.Orcid);
        var ticked = view.NotThereYet.Take(1).Select(r => r.ItemId).ToHashSet();
        var sent = await sync.ConfirmAsync(house.Ada.Id, ticked, false, PushHouse.Curator, "en", cancellationToken);
        await house.PushAsync();

        view.NotThereYet.Select(r => r.Title).ShouldBe(["On engines, part 4", "On engines, part 5"]);
        view.AlreadyThere.ShouldHaveSingleItem().OtherSource.ShouldBe("Crossref");
        view.LooksTheSame.ShouldHaveSingleItem().Title.ShouldBe("On engines, part 2");
        view.FromUs.ShouldHaveSingleItem().Title.ShouldBe("On engines, part 3");
        view.NeedsFixing.ShouldHaveSingleItem().Problems.ShouldNotBeEmpty();
        view.InboxNotices.ShouldBe(1);
        untouched.ShouldBeEmpty();
        sent.ShouldBe(1);
        (await house.Registry.WritesAsync(house.Orcid)).ShouldBe(["POST /works"]);
        (await house.StatesAsync()).ShouldBe(new Dictionary<SyncState, int>
        {
            [SyncState.InSync] = 2, [SyncState.Excluded] = 2, [SyncState.AlreadyThere] = 1, [SyncState.NeedsFix] = 1,
        }, ignoreOrder: true);
        (await house.Database.ReadAsync(db => db.Agreements.SingleAsync(a => a.Kind == AgreementKind.FirstSync, cancellationToken))).Preferences.ShouldContain("already-there=Leave");
        (await house.HistoryAsync()).Where(h => h.Operation == SyncOperation.Add).ShouldAllBe(h => h.AgreementId != null && h.By == "Cora Curator");
        (await sync.LoadAsync(house.Ada.Id, cancellationToken)).ShouldBeNull();
    }

    [Fact]
    public async Task Adding_ours_where_another_source_has_it_sends_those_too()
    {
        await using var house = await PrepareAsync(DatabaseProvider.Sqlite);
        var sync = house.Services.GetRequiredService<FirstSync>();
        var cancellationToken = TestContext.Current.CancellationToken;
        await house.Services.GetRequiredService<FirstRead>().ReadAsync(house.Ada.Id, cancellationToken);

        var sent = await sync.ConfirmAsync(house.Ada.Id, new HashSet<Guid>(), true, PushHouse.Curator, "en", cancellationToken);
        await house.PushAsync();

        sent.ShouldBe(1);
        (await house.Registry.WorksAsync(house.Orcid)).Count(w => w.SourceClientId == SimulatorClient.PortalId).ShouldBe(2);
        (await house.StatesAsync()).GetValueOrDefault(SyncState.AlreadyThere).ShouldBe(0);
    }

    [Fact]
    public async Task A_registry_that_is_down_is_said_so_and_read_again_later()
    {
        await using var house = await PrepareAsync(DatabaseProvider.Sqlite);
        var read = house.Services.GetRequiredService<FirstRead>();
        var sync = house.Services.GetRequiredService<FirstSync>();
        var cancellationToken = TestContext.Current.CancellationToken;
        await house.Registry.FaultAsync(new { method = "GET", status = 503 });

        await read.ReadWaitingAsync(cancellationToken);
        var down = (await sync.LoadAsync(house.Ada.Id, cancellationToken))!;
        await read.ReadWaitingAsync(cancellationToken);
        var calls = await house.Registry.CallsAsync(house.Orcid);
        house.Clock.Advance(TimeSpan.FromSeconds(61));
        await read.ReadWaitingAsync(cancellationToken);

        down.ReadFailure.ShouldNotBeNull().ShouldContain("busy");
        calls.Count.ShouldBe(1);
        (await sync.LoadAsync(house.Ada.Id, cancellationToken))!.NotThereYet.Count.ShouldBe(2);
    }

    [Fact]
    public async Task What_was_left_out_can_be_included_again()
    {
        await using var house = await PrepareAsync(DatabaseProvider.Sqlite);
        var cancellationToken = TestContext.Current.CancellationToken;
        await house.Services.GetRequiredService<FirstRead>().ReadAsync(house.Ada.Id, cancellationToken);
        await house.Services.GetRequiredService<FirstSync>().ConfirmAsync(house.Ada.Id, new HashSet<Guid>(), false, PushHouse.Curator, "en", cancellationToken);
        await house.PushAsync();
        var left = (await house.ItemsAsync()).First(i => i.State == SyncState.Excluded);

        var stranger = await house.Services.GetRequiredService<SyncItems>().IncludeAsync(left.Id, Guid.NewGuid(), PushHouse.Curator, cancellationToken);
        var owner = await house.Services.GetRequiredService<SyncItems>().IncludeAsync(left.Id, house.Ada.Id, PushHouse.Curator, cancellationToken);
        await house.PushAsync();

        (stranger, owner).ShouldBe((false, true));
        (await house.ItemsAsync()).Single(i => i.Id == left.Id).State.ShouldBe(SyncState.InSync);
    }

    [Fact]
    public async Task What_the_library_excluded_is_not_offered_and_stays_so()
    {
        await using var house = await PrepareAsync(DatabaseProvider.Sqlite);
        var cancellationToken = TestContext.Current.CancellationToken;
        await house.Services.GetRequiredService<FirstRead>().ReadAsync(house.Ada.Id, cancellationToken);
        var (sync, exclusions) = (house.Services.GetRequiredService<FirstSync>(), new Exclusions(house.Database.Transactions, house.Clock));
        var offered = (await sync.LoadAsync(house.Ada.Id, cancellationToken))!.NotThereYet;
        await exclusions.ExcludeAsync(offered[0].RecordId, null, "left at first sync", CurationHouse.User("Cora", null, Roles.Curator), cancellationToken);
        await house.PlanAsync();
        var then = (await sync.LoadAsync(house.Ada.Id, cancellationToken))!.NotThereYet;
        await exclusions.ExcludeAsync(offered[1].RecordId, null, "A poster", CurationHouse.User("Cora", null, Roles.Curator), cancellationToken);

        await sync.ConfirmAsync(house.Ada.Id, offered.Select(o => o.ItemId).ToHashSet(), false, PushHouse.Curator, "en", cancellationToken);
        await house.PushAsync();

        then.Select(r => r.ItemId).ShouldBe([offered[1].ItemId]);
        (await house.ItemsAsync()).Where(i => i.ExcludedByLibrary).Select(i => (i.State, i.ExcludedReason)).ShouldBe([(SyncState.Excluded, "left at first sync"), (SyncState.Excluded, "A poster")], ignoreOrder: true);
    }

    /// <summary>Part 1 is at ORCID from Crossref, a work like part 2 from the person, part 3 from us; 4 and 5 are not there, 6 has no type.</summary>
    private static async Task<PushHouse> PrepareAsync(DatabaseProvider provider)
    {
        var house = await PushHouse.OpenAsync(provider, confirmed: false);
        await house.Registry.AddWorkAsync(house.Orcid, "On engines", "10.5555/ENGINE.1", "2018-10");
        await house.Registry.AddWorkAsync(house.Orcid, "On Engines: Part 2", null, "2018", "user");
        await house.Registry.AddWorkAsync(house.Orcid, "On engines, part 3", "10.5555/engine.3", "2018-10", SimulatorClient.PortalId);
        var broken = house.Draft(6) with { Fields = house.Draft(6).Fields with { Type = null } };
        await house.SaveAsync([.. Enumerable.Range(1, 5).Select(i => house.Draft(i)), broken]);
        return house;
    }
}
