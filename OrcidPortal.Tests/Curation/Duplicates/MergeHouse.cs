using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OrcidPortal.Curation.Duplicates;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.Push;
using OrcidPortal.Records.Vocabularies;
using OrcidPortal.Tests.Push;

namespace OrcidPortal.Tests.Curation.Duplicates;

/// <summary>What the tests of merging do again and again over the rooms of the push.</summary>
internal static class MergeHouse
{
    /// <summary>Long enough to say something.</summary>
    public const string Title = "On the economy of machinery";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static DuplicateMerging Merging(this PushHouse house, ServiceProvider? process = null)
    {
        var services = process ?? house.Services;
        return new DuplicateMerging(services.GetRequiredService<Transactions>(), services.GetRequiredService<VocabularyStore>(), services.GetRequiredService<TimeProvider>());
    }

    public static MergePreviews Previews(this PushHouse house) =>
        new(house.Services.GetRequiredService<IDbContextFactory<PortalDb>>(), house.Services.GetRequiredService<MappingContexts>(), house.Clock);

    /// <summary>Two works of Ada's of one title, each with a DOI of its own: <c>w1</c> and <c>w2</c>.</summary>
    public static Task SaveTwoAsync(this PushHouse house) => house.SaveAsync(house.Draft(1, Title), house.Draft(2, Title));

    public static Task<Guid> RecordAsync(this PushHouse house, string localId) =>
        house.Database.ReadAsync(db => db.SourceEntries.Where(e => e.LocalId == localId).Select(e => e.RecordId).SingleAsync(Stop));

    public static Task<List<DuplicatePair>> PairsAsync(this PushHouse house) => house.Database.ReadAsync(db => db.DuplicatePairs.AsNoTracking().OrderBy(p => p.Id).ToListAsync(Stop));

    public static async Task<DuplicatePair> PairAsync(this PushHouse house) => (await house.PairsAsync()).ShouldHaveSingleItem();

    /// <summary>A curator says that the only pair is one work.</summary>
    /// <param name="keep">The local id of the one that stays.</param>
    public static async Task<MergeResult> MergeAsync(this PushHouse house, string keep) =>
        await house.Merging().MergeAsync((await house.PairAsync()).Id, await house.RecordAsync(keep), null, null, PushHouse.Curator, Stop);

    /// <summary>Everything that has a quiet time goes.</summary>
    public static async Task SettleAsync(this PushHouse house)
    {
        await house.PlanAsync();
        house.Clock.Advance(TimeSpan.FromHours(25));
        await house.PushAsync();
        await house.PushAsync();
    }

    public static Task<Record> FindAsync(this PushHouse house, Guid id) => house.Database.ReadAsync(db => db.Records.AsNoTracking().SingleAsync(r => r.Id == id, Stop));

    public static async Task NothingWasRefusedAsync(this PushHouse house) =>
        (await house.HistoryAsync()).Where(h => h.Outcome is HistoryOutcome.Refused or HistoryOutcome.Failed).Select(h => h.Message).ShouldBeEmpty();
}
