using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.Records;
using OrcidPortal.Sources;
using OrcidPortal.Tests.Infrastructure;

namespace OrcidPortal.Tests.Sources;

/// <summary>The rooms an import goes through, over a database of its own, with one person in it.</summary>
internal sealed class ImportHouse : IAsyncDisposable
{
    public static readonly Actor Curator = new(ActorKind.Account, "curator", "Cora Curator");
    private readonly IServiceProvider _services;

    private ImportHouse(TestDatabase database, IServiceProvider services) => (Database, _services) = (database, services);

    public TestDatabase Database { get; }
    public Person Person { get; } = new() { LocalId = "p1", GivenNames = "Ada", FamilyName = "Lovelace", SortName = "lovelace ada" };
    public Imports Imports => _services.GetRequiredService<Imports>();
    public ImportRunner Runner => _services.GetRequiredService<ImportRunner>();
    public ImportList List => _services.GetRequiredService<ImportList>();

    public static async Task<ImportHouse> OpenAsync(DatabaseProvider provider = DatabaseProvider.Sqlite, TimeProvider? time = null, params IReadOnlyList<(string, string?)> settings)
    {
        var database = await Databases.OpenAsync(provider, TestContext.Current.CancellationToken, time);
        var house = new ImportHouse(database, database.Compose(b => { b.AddRecords(); b.AddSources(); }, settings));
        await database.AddAsync(house.Person);
        return house;
    }

    public Task<QueueResult> QueueAsync(string text, string name = "works.bib", string? format = null, Guid? person = null) =>
        QueueAsync(Encoding.UTF8.GetBytes(text), name, format, person);

    public async Task<QueueResult> QueueAsync(byte[] bytes, string name, string? format = null, Guid? person = null)
    {
        using var stream = new MemoryStream(bytes);
        return await Imports.QueueAsync(stream, name, format, person ?? Person.Id, Curator, TestContext.Current.CancellationToken);
    }

    /// <summary>Queues and runs.</summary>
    public Task<ImportRun> ImportAsync(string text, string name = "works.bib") => ImportAsync(Encoding.UTF8.GetBytes(text), name);

    /// <inheritdoc cref="ImportAsync(string, string)"/>
    public async Task<ImportRun> ImportAsync(byte[] bytes, string name)
    {
        var queued = (await QueueAsync(bytes, name)).ShouldBeOfType<QueueResult.Queued>();
        await Runner.RunAsync(queued.RunId, TestContext.Current.CancellationToken);
        return await RunAsync(queued.RunId);
    }

    public Task<ImportRun> RunAsync(Guid id) => Database.ReadAsync(db => db.ImportRuns.AsNoTracking().SingleAsync(r => r.Id == id));

    public Task<List<ImportLine>> LinesAsync(Guid id) => Database.ReadAsync(db => db.ImportLines.AsNoTracking().Where(l => l.ImportRunId == id).OrderBy(l => l.Ordinal).ToListAsync());

    public ValueTask DisposeAsync() => Database.DisposeAsync();
}
