using Microsoft.Extensions.DependencyInjection;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.History;
using OrcidPortal.Tests.Infrastructure;

namespace OrcidPortal.Tests.History;

/// <summary>A ledger over one test's database, with two people and a record.</summary>
internal sealed class LedgerHouse : IAsyncDisposable
{
    public static readonly DateTimeOffset Start = TestDatabase.Start;

    private LedgerHouse(TestDatabase database, IReadOnlyList<(string, string?)> settings)
    {
        Database = database;
        Services = database.Compose(b => b.AddHistory(), settings);
    }

    public TestDatabase Database { get; }
    public ServiceProvider Services { get; }
    public Person Ada { get; } = new() { LocalId = "ada", GivenNames = "Ada", FamilyName = "Lovelace", SortName = "lovelace ada" };
    public Person Ben { get; } = new() { LocalId = "ben", GivenNames = "Ben", FamilyName = "Öhlund", SortName = "öhlund ben" };
    public Record Engines { get; } = new() { Kind = RecordKind.Work, Title = "Über Maschinen", SortTitle = "über maschinen", CreatedAt = Start, ChangedAt = Start };

    public static async Task<LedgerHouse> OpenAsync(DatabaseProvider provider, params IReadOnlyList<(string, string?)> settings)
    {
        var house = new LedgerHouse(await Databases.OpenAsync(provider, TestContext.Current.CancellationToken), settings);
        await house.Database.AddAsync(house.Ada, house.Ben, house.Engines);
        return house;
    }

    public HistoryList List => Services.GetRequiredService<HistoryList>();

    /// <summary>What a filter finds, page after page, by the lines' messages.</summary>
    public async Task<IReadOnlyList<string?>> FindAsync(HistoryFilter filter)
    {
        var found = new List<string?>();
        for (string? cursor = null; ;)
        {
            var page = await List.ListAsync(filter, cursor, TestContext.Current.CancellationToken);
            found.AddRange(page.Items.Select(r => r.Line.Message));
            if ((cursor = page.Next) is null) return found;
        }
    }

    public async ValueTask DisposeAsync() => await Database.DisposeAsync();
}
