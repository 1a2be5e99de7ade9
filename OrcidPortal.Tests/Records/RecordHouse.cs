using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.Records;
using OrcidPortal.Records.Vocabularies;
using OrcidPortal.Tests.Infrastructure;

namespace OrcidPortal.Tests.Records;

/// <summary>A database with the records room over it and two people.</summary>
internal sealed class RecordHouse : IAsyncDisposable
{
    public static readonly Actor Curator = new(ActorKind.Account, "curator", "Cora Curator");
    private readonly TestDatabase _database;
    private readonly ServiceProvider _services;

    private RecordHouse(TestDatabase database)
    {
        _database = database;
        _services = database.Compose(b => b.AddRecords());
    }

    public TestDatabase Database => _database;
    public RecordStore Store => _services.GetRequiredService<RecordStore>();
    public RecordCorrections Corrections => _services.GetRequiredService<RecordCorrections>();
    public VocabularyStore Vocabularies => _services.GetRequiredService<VocabularyStore>();
    public VocabularyImport Imports => _services.GetRequiredService<VocabularyImport>();
    public VocabularyList Words => _services.GetRequiredService<VocabularyList>();
    public RecordList List => _services.GetRequiredService<RecordList>();
    public Person Ada { get; } = new() { LocalId = "ada", GivenNames = "Ada", FamilyName = "Lovelace", SortName = "lovelace ada" };
    public Person Ben { get; } = new() { LocalId = "ben", GivenNames = "Ben", FamilyName = "Byron", SortName = "byron ben" };

    public static async Task<RecordHouse> OpenAsync(DatabaseProvider provider)
    {
        var house = new RecordHouse(await Databases.OpenAsync(provider, TestContext.Current.CancellationToken));
        await house._database.AddAsync(house.Ada, house.Ben);
        return house;
    }

    /// <summary>A draft of Ada's from the file a.bib.</summary>
    public RecordDraft Draft(string id, string title, string? doi = null, string source = "file:bibtex:ada:a.bib", Guid? person = null) => new(
        RecordKind.Work, source, id, new RecordFields { Title = title, ExternalIds = doi is null ? [] : [new FieldIdentifier("doi", doi)] }, person ?? Ada.Id);

    public Task<IReadOnlyList<SavedDraft>> SaveAsync(params RecordDraft[] drafts) =>
        Store.SaveAsync(drafts, Origin.Import, "import:test", null, Curator, TestContext.Current.CancellationToken);

    public async Task<RecordDetail> FindAsync(Guid? id) => (await List.FindAsync(id!.Value, TestContext.Current.CancellationToken))!;

    public Task<int> ChangesAsync() => _database.ReadAsync(db => db.RecordChanges.CountAsync());

    public ValueTask DisposeAsync() => _database.DisposeAsync();
}
