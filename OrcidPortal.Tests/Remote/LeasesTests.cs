using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.OrcidApi;
using OrcidPortal.Remote;
using OrcidPortal.Tests.Infrastructure;

namespace OrcidPortal.Tests.Remote;

public sealed class LeasesTests
{
    private const string Key = "Simulator|APP-1|0000-0002-1825-0097";

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Of_many_who_ask_at_once_one_gets_it(DatabaseProvider provider)
    {
        await using var database = await Databases.OpenAsync(provider, TestContext.Current.CancellationToken);
        var processes = Enumerable.Range(0, 4).Select(_ => Process(database)).ToList();

        var holds = await Task.WhenAll(Enumerable.Range(0, 12).Select(i => processes[i % 4].TakeAsync(Key, TestContext.Current.CancellationToken)));

        holds.Count(h => h is not null).ShouldBe(1);
        await holds.Single(h => h is not null)!.DisposeAsync();
        await using var next = await processes[0].TakeAsync(Key, TestContext.Current.CancellationToken);
        next.ShouldNotBeNull();
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Who_slept_too_long_is_stopped_by_the_fence_and_writes_nothing(DatabaseProvider provider)
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        await using var database = await Databases.OpenAsync(provider, cancellationToken);
        await using var sleeper = await Process(database, new FakeTimeProvider(database.Clock.GetUtcNow())).TakeAsync(Key, cancellationToken);
        database.Clock.Advance(TimeSpan.FromMinutes(3));
        await using var awake = await Process(database).TakeAsync(Key, cancellationToken);

        var late = () => sleeper!.RunAsync((db, _) => { db.People.Add(new Person { LocalId = "late" }); return Task.CompletedTask; }, cancellationToken);
        await awake!.RunAsync((db, _) => { db.People.Add(new Person { LocalId = "in-time" }); return Task.CompletedTask; }, cancellationToken);

        await late.ShouldThrowAsync<LeaseLostException>();
        await Should.ThrowAsync<LeaseLostException>(() => sleeper!.EnsureAsync(cancellationToken));
        (await database.ReadAsync(db => db.People.Select(p => p.LocalId).ToListAsync(cancellationToken))).ShouldBe(["in-time"]);
    }

    [Fact]
    public async Task It_is_renewed_while_it_is_held()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        await using var database = await Databases.OpenAsync(cancellationToken);
        await using var hold = await Process(database).TakeAsync(Key, cancellationToken);

        database.Clock.Advance(TimeSpan.FromMinutes(1));
        await hold!.RenewAsync(cancellationToken);
        database.Clock.Advance(TimeSpan.FromSeconds(90));

        (await Process(database).TakeAsync(Key, cancellationToken)).ShouldBeNull();
    }

    [Fact]
    public void It_lasts_longer_than_the_longest_call()
    {
        var times = LeaseTimes.Of(new RemoteOptions(), TimeSpan.FromMinutes(5));

        times.Whole.ShouldBeGreaterThan(times.Call);
        times.Call.ShouldBeGreaterThan(TimeSpan.FromMinutes(5));
    }

    private static Leases Process(TestDatabase database, TimeProvider? clock = null) => database.Compose(b =>
    {
        b.WebHost.UseKestrelCore();
        if (clock is not null) b.Services.AddSingleton(clock);
        b.AddOrcidApi().AddRemote();
    }, ("Orcid:Environment", "Simulator")).GetRequiredService<Leases>();
}
