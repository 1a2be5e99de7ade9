using OrcidPortal.Data;
using OrcidPortal.Data.Entities;

namespace OrcidPortal.Commands.Generation;

/// <summary>The rows of one transaction; records carry their source entries, keys, people and terms.</summary>
internal sealed class GeneratedPage
{
    public List<Record> Records { get; } = [];
    public List<RecordProblem> Problems { get; } = [];
    public List<SyncItem> Items { get; } = [];
    public List<RecordToFix> ToFix { get; } = [];
    public List<RemoteCopy> Copies { get; } = [];
    public List<ForeignCopy> Foreign { get; } = [];

    /// <summary>What is referred to comes first.</summary>
    public async Task InsertAsync(PortalDb db, CancellationToken cancellationToken)
    {
        await NewRows.InsertAsync(db, Records, cancellationToken);
        await NewRows.InsertAsync(db, Records.SelectMany(r => r.SourceEntries).ToList(), cancellationToken);
        await NewRows.InsertAsync(db, Records.SelectMany(r => r.Keys).ToList(), cancellationToken);
        await NewRows.InsertAsync(db, Records.SelectMany(r => r.People).ToList(), cancellationToken);
        await NewRows.InsertAsync(db, Records.SelectMany(r => r.Terms).ToList(), cancellationToken);
        await NewRows.InsertAsync(db, Problems, cancellationToken);
        await NewRows.InsertAsync(db, Items, cancellationToken);
        await NewRows.InsertAsync(db, ToFix, cancellationToken);
        await NewRows.InsertAsync(db, Copies, cancellationToken);
        await NewRows.InsertAsync(db, Foreign, cancellationToken);
    }
}
