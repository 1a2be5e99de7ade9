namespace OrcidPortal.Push;

/// <summary>Which works of one person share an identifier of their own: ORCID would refuse the second one (9021).</summary>
internal sealed class SelfKeyClashes
{
    private readonly Dictionary<(Guid Person, string Key), HashSet<Guid>> _owners = [];

    /// <summary>Notes a work that is to stand in the person's record.</summary>
    public void Add(Guid personId, Guid recordId, IEnumerable<string> selfKeys)
    {
        foreach (var key in selfKeys)
        {
            if (!_owners.TryGetValue((personId, key), out var records)) _owners.Add((personId, key), records = []);
            records.Add(recordId);
        }
    }

    /// <summary>The keys a work shares with others of the person, each with one of the others.</summary>
    public IEnumerable<(string Key, Guid Other)> Of(Guid personId, Guid recordId, IEnumerable<string> selfKeys)
    {
        foreach (var key in selfKeys)
            if (_owners.TryGetValue((personId, key), out var records) && records.Contains(recordId) && records.Count > 1)
                yield return (key, records.Where(r => r != recordId).Min());
    }
}
