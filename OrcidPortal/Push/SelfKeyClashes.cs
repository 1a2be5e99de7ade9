using OrcidPortal.Data.Entities;

namespace OrcidPortal.Push;

/// <summary>Which records of one kind and person share a key by which ORCID recognises them: it would refuse the second one (9021, 9030) or show it twice.</summary>
internal sealed class SelfKeyClashes
{
    private readonly Dictionary<(Guid Person, RecordKind Kind, string Key), HashSet<Guid>> _owners = [];

    /// <summary>Notes a record that is to stand in the person's record.</summary>
    public void Add(Guid personId, RecordKind kind, Guid recordId, IEnumerable<string> selfKeys)
    {
        foreach (var key in selfKeys)
        {
            if (!_owners.TryGetValue((personId, kind, key), out var records)) _owners.Add((personId, kind, key), records = []);
            records.Add(recordId);
        }
    }

    /// <summary>The keys a record shares with others of the person, each with one of the others.</summary>
    public IEnumerable<(string Key, Guid Other)> Of(Guid personId, RecordKind kind, Guid recordId, IEnumerable<string> selfKeys)
    {
        foreach (var key in selfKeys)
            if (_owners.TryGetValue((personId, kind, key), out var records) && records.Contains(recordId) && records.Count > 1)
                yield return (key, records.Where(r => r != recordId).Min());
    }
}
