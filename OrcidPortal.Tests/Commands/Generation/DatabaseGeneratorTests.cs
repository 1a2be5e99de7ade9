using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OrcidPortal.Commands.Generation;
using OrcidPortal.Connect;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.Push;
using OrcidPortal.Tests.Infrastructure;

namespace OrcidPortal.Tests.Commands.Generation;

public sealed class DatabaseGeneratorTests
{
    [Fact]
    public async Task The_same_seed_gives_the_same_rows()
    {
        await using var one = await GenerationHouse.OpenAsync(DatabaseProvider.Sqlite);
        await using var other = await GenerationHouse.OpenAsync(DatabaseProvider.Sqlite);
        await SetInstanceAsync(one);
        await SetInstanceAsync(other);

        await one.GenerateAsync(30, 300, 7);
        await other.GenerateAsync(30, 300, 7);

        var rows = await RowsAsync(one);
        rows.Count.ShouldBeGreaterThan(2000);
        (await RowsAsync(other)).ShouldBe(rows);
    }

    [Fact]
    public async Task Another_seed_gives_other_rows()
    {
        await using var one = await GenerationHouse.OpenAsync(DatabaseProvider.Sqlite);
        await using var other = await GenerationHouse.OpenAsync(DatabaseProvider.Sqlite);

        await one.GenerateAsync(5, 20, 7);
        await other.GenerateAsync(5, 20, 8);

        (await TitlesAsync(other)).ShouldNotBe(await TitlesAsync(one));
    }

    [Theory]
    [MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Every_item_has_the_state_its_columns_mean(DatabaseProvider provider)
    {
        await using var house = await GenerationHouse.OpenAsync(provider);

        var result = (await house.GenerateAsync(60, 1500)).ShouldBeOfType<GenerateResult.Generated>();

        var items = await house.Database.ReadAsync(db => db.SyncItems.AsNoTracking().ToListAsync(Cancellation));
        items.ShouldAllBe(i => i.State == SyncStates.Of(i) && i.State != SyncState.Sending);
        items.CountBy(i => i.State).ToDictionary(s => s.Key, s => s.Value).ShouldBe(result.Items, ignoreOrder: true);
        result.Items.Keys.Order().ShouldBe(Enum.GetValues<SyncState>().Where(s => s != SyncState.Sending));
        var copies = await house.Database.ReadAsync(db => db.RemoteCopies.AsNoTracking().ToDictionaryAsync(c => c.SyncItemId!.Value, Cancellation));
        copies.Keys.Order().ShouldBe(items.Where(i => i.PutCode is not null).Select(i => i.Id).Order());
        items.Where(i => i.PutCode is not null).ShouldAllBe(i => copies[i.Id].PutCode == i.PutCode && copies[i.Id].Fingerprint == i.SentFingerprint);
    }

    [Fact]
    public async Task Planning_again_changes_nothing_that_was_generated()
    {
        await using var house = await GenerationHouse.OpenAsync(DatabaseProvider.Sqlite);
        await house.GenerateAsync(20, 200);
        var before = await RowsAsync(house);
        var records = await house.Database.ReadAsync(db => db.Records.Select(r => r.Id).ToListAsync(Cancellation));

        foreach (var chunk in records.Chunk(20))
            await house.Database.Transactions.RunAsync((db, ct) => house.Services.GetRequiredService<PlanPage>().PlanAsync(db, chunk, null, _ => null, ct), Cancellation);

        (await RowsAsync(house)).ShouldBe(before);
    }

    [Fact]
    public async Task Records_of_every_kind_come_with_problems_and_sources_and_several_owners()
    {
        await using var house = await GenerationHouse.OpenAsync(DatabaseProvider.Sqlite);

        var result = (await house.GenerateAsync(100, 1000)).ShouldBeOfType<GenerateResult.Generated>();

        result.Records.Keys.Order().ShouldBe(Enum.GetValues<RecordKind>());
        result.Records[RecordKind.Work].ShouldBe(1000);
        (result.Broken / (double)result.Records.Values.Sum()).ShouldBeInRange(0.05, 0.11);
        result.Connected.ShouldBeInRange(58, 82);
        var owners = await house.Database.ReadAsync(db => db.Records.Where(r => r.Kind == RecordKind.Work).Select(r => r.People.Count).ToListAsync(Cancellation));
        owners.Max().ShouldBeInRange(3, 5);
        owners.Count(c => c > 1).ShouldBeInRange(110, 190);
        var sources = await house.Database.ReadAsync(db => db.SourceEntries.Select(s => s.Source).Distinct().ToListAsync(Cancellation));
        sources.ShouldContain("dspace");
        sources.ShouldContain("api");
        sources.ShouldContain(s => s.StartsWith("file:bibtex:g", StringComparison.Ordinal));
        (await house.Database.ReadAsync(db => db.Organizations.CountAsync(o => o.Tie == OrganizationTie.Ours, Cancellation))).ShouldBe(1);
    }

    [Fact]
    public async Task Ids_ascend()
    {
        await using var house = await GenerationHouse.OpenAsync(DatabaseProvider.Sqlite);
        await house.GenerateAsync(5, 50);

        var works = await house.Database.ReadAsync(db => db.Records.Include(r => r.SourceEntries).Where(r => r.Kind == RecordKind.Work).OrderBy(r => r.Id).AsNoTracking().ToListAsync(Cancellation));

        works.Select(w => w.SourceEntries[0].LocalId).ShouldBe(Enumerable.Range(0, 50).Select(n => $"work-{n}"));
    }

    [Fact]
    public async Task A_token_of_a_connected_person_can_be_opened()
    {
        await using var house = await GenerationHouse.OpenAsync(DatabaseProvider.Sqlite);
        await house.GenerateAsync(10, 10);

        var connected = await house.Database.ReadAsync(db => db.Connections.Where(c => c.State == ConnectionState.Connected).OrderBy(c => c.Id).Select(c => c.PersonId).FirstAsync(Cancellation));
        var access = await house.Services.GetRequiredService<Tokens>().OpenAsync(connected, Cancellation);

        access.ShouldNotBeNull();
    }

    [Fact]
    public async Task A_database_with_people_is_refused_unless_forced()
    {
        await using var house = await GenerationHouse.OpenAsync(DatabaseProvider.Sqlite);
        await house.GenerateAsync(5, 20);
        var records = await house.Database.ReadAsync(db => db.Records.CountAsync(Cancellation));

        var refused = await house.GenerateAsync(5, 20);

        refused.ShouldBeOfType<GenerateResult.Refused>().Sentence.ShouldContain("5 people");
        (await house.Database.ReadAsync(db => db.Records.CountAsync(Cancellation))).ShouldBe(records);

        (await house.GenerateAsync(5, 20, force: true)).ShouldBeOfType<GenerateResult.Generated>().People.ShouldBe(5);
        (await house.Database.ReadAsync(db => db.People.CountAsync(Cancellation))).ShouldBe(10);
    }

    // Nothing else tells two installations apart but what the generator reads: the id in every source-work-id.
    private static Task<int> SetInstanceAsync(GenerationHouse house) => house.Database.Transactions.RunAsync(
        (db, ct) => db.Instances.ExecuteUpdateAsync(s => s.SetProperty(i => i.InstanceId, "instance"), ct), Cancellation);

    private static Task<List<string>> TitlesAsync(GenerationHouse house) => house.Database.ReadAsync(db => db.Records.OrderBy(r => r.Id).Select(r => r.Title).ToListAsync(Cancellation));

    private static Task<List<string>> RowsAsync(GenerationHouse house) => house.Database.ReadAsync(async db =>
    {
        var connections = await db.Connections.AsNoTracking().ToListAsync(Cancellation);
        foreach (var connection in connections) (connection.SealedAccessToken, connection.SealedRefreshToken) = (null, null);
        IEnumerable<IEnumerable<object>> tables =
        [
            await db.People.AsNoTracking().ToListAsync(Cancellation), connections, await db.Preferences.AsNoTracking().ToListAsync(Cancellation), await db.Organizations.AsNoTracking().ToListAsync(Cancellation),
            await db.OrganizationIdentifiers.AsNoTracking().ToListAsync(Cancellation), await db.Records.AsNoTracking().ToListAsync(Cancellation), await db.SourceEntries.AsNoTracking().ToListAsync(Cancellation),
            await db.RecordKeys.AsNoTracking().ToListAsync(Cancellation), await db.RecordPeople.AsNoTracking().ToListAsync(Cancellation), await db.RecordTerms.AsNoTracking().ToListAsync(Cancellation),
            await db.RecordProblems.AsNoTracking().ToListAsync(Cancellation), await db.SyncItems.AsNoTracking().ToListAsync(Cancellation), await db.RemoteCopies.AsNoTracking().ToListAsync(Cancellation),
            await db.ForeignCopies.AsNoTracking().ToListAsync(Cancellation),
        ];
        return tables.SelectMany(t => t).Select(r => $"{r.GetType().Name} {JsonSerializer.Serialize(r, r.GetType())}").Order(StringComparer.Ordinal).ToList();
    });

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;
}
