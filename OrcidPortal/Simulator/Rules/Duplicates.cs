using OrcidPortal.Simulator.Messages;
using OrcidPortal.Simulator.Store;

namespace OrcidPortal.Simulator.Rules;

/// <summary>A source may not have two works with one self identifier (409, 9021). Other sources and other relationships do not clash.</summary>
internal sealed class Duplicates
{
    private readonly Dictionary<(string Type, string Value), long> owners = [];

    public Duplicates(IEnumerable<StoredWork> works, string source, long? except = null)
    {
        foreach (var work in works.Where(w => w.Source == source && w.PutCode != except)) Add(work);
    }

    public ApiError? Find(Work work)
    {
        foreach (var id in work.ExternalIds.Where(i => i.Relationship == "self"))
        {
            if (owners.TryGetValue(IdentifierTypes.Key(id), out var putCode))
                return ErrorTexts.Of(9021, null, ("putCode", putCode.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        }
        return null;
    }

    public void Add(StoredWork work)
    {
        foreach (var id in work.Work.ExternalIds.Where(i => i.Relationship == "self")) owners.TryAdd(IdentifierTypes.Key(id), work.PutCode);
    }
}
