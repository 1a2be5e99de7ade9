using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.Push;
using OrcidPortal.Tests.Infrastructure;

namespace OrcidPortal.Tests.Push;

/// <summary>ORCID says that what we took for ours belongs to another source (9010).</summary>
public sealed class NotOursTests
{
    private const string NotTheSource = """{"response-code":403,"developer-message":"403 Forbidden: You are not the source of the work.","user-message":"","error-code":9010,"more-info":""}""";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_wrong_number_is_let_go_the_record_is_read_and_the_right_one_is_changed(DatabaseProvider provider)
    {
        await using var house = await PushHouse.OpenAsync(provider);
        await house.SaveAsync(1);
        await house.PushAsync();
        var right = (await house.ItemAsync()).PutCode;
        await house.Registry.AddWorkAsync(house.Orcid, "Somebody else's");
        var wrong = (await house.Registry.WorksAsync(house.Orcid)).Single(w => w.PutCode != right).PutCode;
        await MistakeAsync(house, wrong);

        await ChangeAsync(house);

        var item = await house.ItemAsync();
        (item.State, item.PutCode, item.Attempts).ShouldBe((SyncState.InSync, right, 0));
        (await house.Registry.WorksAsync(house.Orcid)).Select(w => w.Title).Order().ShouldBe(["On engines, improved", "Somebody else's"]);
        (await PutsAsync(house)).ShouldBe(2);
    }

    [Fact]
    public async Task A_number_that_ORCID_disowns_is_let_go_the_record_is_read_and_the_right_one_is_changed()
    {
        await using var house = await PushHouse.OpenAsync(DatabaseProvider.Sqlite);
        await house.SaveAsync(1);
        await house.PushAsync();
        var right = (await house.ItemAsync()).PutCode!.Value;
        await MistakeAsync(house, right + 1000);
        await house.Registry.FaultAsync(new { method = "PUT", status = 403, body = NotTheSource });

        await ChangeAsync(house);

        var item = await house.ItemAsync();
        (item.State, item.PutCode, item.Attempts).ShouldBe((SyncState.InSync, right, 0));
        (await house.Registry.CallsAsync(house.Orcid)).Skip(1).Select(c => c.Split('/')[0] + c.Split('/')[1]).ShouldBe(["PUT work", "GET record", "GET works", "PUT work"]);
    }

    [Fact]
    public async Task Where_nothing_of_ours_stands_it_waits_for_an_admin_and_is_not_tried_each_time()
    {
        await using var house = await PushHouse.OpenAsync(DatabaseProvider.Sqlite);
        await house.SaveAsync(1);
        await house.PushAsync();
        await house.Registry.AddWorkAsync(house.Orcid, "Somebody else's");
        var ours = (await house.ItemAsync()).PutCode!.Value;
        await MistakeAsync(house, (await house.Registry.WorksAsync(house.Orcid)).Single(w => w.PutCode != ours).PutCode);
        await house.Registry.RemoveWorkAsync(house.Orcid, ours);

        await ChangeAsync(house);
        var calls = (await house.Registry.CallsAsync(house.Orcid)).Count;
        await house.PushAsync();
        var failed = await house.ItemAsync();
        var later = (await house.Registry.CallsAsync(house.Orcid)).Count;
        await house.Services.GetRequiredService<SyncItems>().TryAgainAsync([failed.Id], PushHouse.Curator, Cancel);
        await house.PushAsync();

        (failed.State, failed.Failure, failed.PutCode).ShouldBe((SyncState.Failed, FailureKind.NotOurs, null));
        later.ShouldBe(calls);
        (await house.ItemAsync()).State.ShouldBe(SyncState.InSync);
        (await house.Registry.WorksAsync(house.Orcid)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_registry_that_contradicts_itself_is_not_asked_again_and_again()
    {
        await using var house = await PushHouse.OpenAsync(DatabaseProvider.Sqlite);
        await house.SaveAsync(1);
        await house.PushAsync();
        await house.Registry.FaultAsync(new { method = "PUT", status = 403, count = 20, body = NotTheSource });

        await ChangeAsync(house);
        await house.PushAsync();
        await house.PushAsync();

        (await house.ItemAsync()).Failure.ShouldBe(FailureKind.NotOurs);
        (await PutsAsync(house)).ShouldBe(1);
    }

    private static async Task<int> PutsAsync(PushHouse house) => (await house.Registry.WritesAsync(house.Orcid)).Count(w => w.StartsWith("PUT", StringComparison.Ordinal));

    private static async Task ChangeAsync(PushHouse house)
    {
        await house.SaveAsync(house.Draft(1, "On engines, improved"));
        await house.PlanAsync();
        house.Clock.Advance(TimeSpan.FromHours(25));
        // What is read anew is planned anew before anything follows.
        for (var push = 0; push < 3; push++) await house.PushAsync();
    }

    /// <summary>The portal believes that the work stands under another number, as after a mistake in another system's data.</summary>
    private static Task MistakeAsync(PushHouse house, long putCode) => house.Database.Transactions.RunAsync(async (db, ct) =>
    {
        var copy = await db.RemoteCopies.SingleAsync(ct);
        db.RemoteCopies.Remove(copy);
        db.RemoteCopies.Add(new RemoteCopy
        {
            Environment = copy.Environment, ClientId = copy.ClientId, Orcid = copy.Orcid, Section = copy.Section, PutCode = putCode, SyncItemId = copy.SyncItemId, Fingerprint = copy.Fingerprint,
            SelfKeys = copy.SelfKeys, Title = copy.Title, ConfirmedAt = copy.ConfirmedAt,
        });
        (await db.SyncItems.SingleAsync(ct)).PutCode = putCode;
    }, Cancel);
}
