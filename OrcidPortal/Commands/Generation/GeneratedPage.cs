using OrcidPortal.Data.Entities;

namespace OrcidPortal.Commands.Generation;

/// <summary>The rows of one transaction; records carry their source entries, keys, people and terms.</summary>
internal sealed class GeneratedPage
{
    public List<Record> Records { get; } = [];
    public List<RecordProblem> Problems { get; } = [];
    public List<SyncItem> Items { get; } = [];
    public List<RemoteCopy> Copies { get; } = [];
    public List<ForeignCopy> Foreign { get; } = [];

    public IEnumerable<object> Rows => Records.Concat<object>(Problems).Concat(Items).Concat(Copies).Concat(Foreign);
}
