using System.Globalization;
using System.Xml.Linq;
using OrcidPortal.Simulator.Sections;
using OrcidPortal.Simulator.Store;

namespace OrcidPortal.Simulator.Rules;

/// <summary>A source may not have two items of a kind with one key on a record. Other sources do not clash.</summary>
internal sealed class Duplicates
{
    private readonly Dictionary<string, long> owners = new(StringComparer.Ordinal);

    public Duplicates(IEnumerable<StoredItem> items, string source, long? except = null)
    {
        foreach (var item in items.Where(i => i.Source == source && i.PutCode != except)) Add(item);
    }

    public static ApiError OfActivity(XElement item, string putCode) => ErrorTexts.Of(9021, null, ("putCode", putCode));

    public static ApiError OfPersonItem(XElement item, string type, string key)
    {
        var value = item.Elements().FirstOrDefault(e => e.Name.LocalName == key)?.Value ?? "";
        return ErrorTexts.Of(9030, null, ("value", value), ("type", type));
    }

    public ApiError? Find(Section section, XElement item)
    {
        foreach (var key in section.OwnKeys(item))
            if (owners.TryGetValue(key, out var putCode)) return section.Duplicate(item, putCode.ToString(CultureInfo.InvariantCulture));
        return null;
    }

    public void Add(StoredItem item)
    {
        foreach (var key in item.OwnKeys) owners.TryAdd(key, item.PutCode);
    }
}
