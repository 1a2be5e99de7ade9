using OrcidPortal.Data.Entities;

namespace OrcidPortal.Commands.Generation;

/// <summary>Counts what was saved.</summary>
internal sealed class GenerationTotals
{
    private readonly SortedDictionary<RecordKind, int> _records = [];
    private readonly SortedDictionary<SyncState, int> _items = [];
    private int _people;
    private int _connected;
    private int _broken;

    public int RecordCount { get; private set; }
    public int Works => _records.GetValueOrDefault(RecordKind.Work);

    public void Add(IReadOnlyCollection<GeneratedPerson> crowd)
    {
        _people += crowd.Count;
        _connected += crowd.Count(p => p.Connection?.State == ConnectionState.Connected);
    }

    public void Add(GeneratedPage page)
    {
        RecordCount += page.Records.Count;
        _broken += page.Records.Count(r => r.ProblemCount > 0);
        foreach (var record in page.Records) _records[record.Kind] = _records.GetValueOrDefault(record.Kind) + 1;
        foreach (var item in page.Items) _items[item.State] = _items.GetValueOrDefault(item.State) + 1;
    }

    public GenerateResult.Generated Result(TimeSpan took) => new(_people, _connected, _records, _broken, _items, took);
}
