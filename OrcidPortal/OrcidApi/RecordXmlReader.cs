using System.Diagnostics.CodeAnalysis;
using System.Xml;
using System.Xml.Linq;
using static OrcidPortal.OrcidApi.CommonXmlReader;
using static OrcidPortal.OrcidApi.OrcidXml;

namespace OrcidPortal.OrcidApi;

/// <summary>Reads a record into a flat list, one group at a time: a record of 10,000 works is never a tree of its own.</summary>
internal static class RecordXmlReader
{
    private const string RecordSpace = "http://www.orcid.org/ns/record";
    private const string HistorySpace = "http://www.orcid.org/ns/history";
    private const string PersonSpace = "http://www.orcid.org/ns/person";
    private static readonly XNamespace Details = "http://www.orcid.org/ns/personal-details";

    /// <remarks>One item that cannot be read spoils the list: taken for the whole, it would make that item look removed.</remarks>
    internal static bool TryRead(OrcidReply reply, [NotNullWhen(true)] out StoredRecord? record)
    {
        record = null;
        try
        {
            using var reader = Open(reply.Body);
            if (reader.MoveToContent() != XmlNodeType.Element || reader.NamespaceURI != RecordSpace || reader.LocalName != "record") return false;
            var found = new StoredRecord(null, null, null, null, []);
            var items = new List<StoredItem>();
            var (person, activities) = (false, false);
            reader.Read();
            while (!reader.EOF)
            {
                person |= reader is { NodeType: XmlNodeType.Element, NamespaceURI: PersonSpace, LocalName: "person" };
                activities |= reader is { NodeType: XmlNodeType.Element, LocalName: "activities-summary" };
                if (reader.NodeType != XmlNodeType.Element || !IsWhole(reader))
                {
                    reader.Read();
                    continue;
                }
                // This moves on behind the element.
                var element = (XElement)XNode.ReadFrom(reader);
                if (element.Name.LocalName == "history") found = found with { LastModified = LastModified(element) };
                else if (element.Name.LocalName is "name" or "biography") found = Personal(found, element);
                else if (!TryReadItems(element, items)) return false;
            }
            // An answer without one of its halves says nothing of what stands there.
            if (person && activities) record = found with { Items = items };
            return record is not null;
        }
        catch (XmlException)
        {
            return false;
        }
    }

    /// <summary>What is read as a tree: groups, items that stand in none, and the small parts.</summary>
    private static bool IsWhole(XmlReader reader) => (reader.NamespaceURI, reader.LocalName) switch
    {
        (HistorySpace, "history") or (PersonSpace, "name" or "biography") => true,
        (_, "group" or "affiliation-group") => reader.NamespaceURI == Activities.NamespaceName,
        _ => MessageXmlReader.TryGetSection(XName.Get(reader.LocalName, reader.NamespaceURI), out _),
    };

    /// <summary>What only some may see of it is not taken: it would be shown here to more.</summary>
    private static StoredRecord Personal(StoredRecord record, XElement part)
    {
        if (part.Attribute("visibility")?.Value != "public") return record;
        return part.Name.LocalName == "biography"
            ? record with { Biography = Text(part.Element(Details + "content")) }
            : record with { GivenNames = Text(part.Element(Details + "given-names")), FamilyName = Text(part.Element(Details + "family-name")) };
    }

    /// <summary>The items of a group, or the one that stands in none. In a group the one with the highest number is the one the person prefers.</summary>
    private static bool TryReadItems(XElement element, List<StoredItem> items)
    {
        var (best, preferred) = (int.MinValue, (StoredItem?)null);
        var group = new List<(StoredItem Item, int Index)>();
        foreach (var part in element.DescendantsAndSelf())
        {
            if (!MessageXmlReader.TryGetSection(part.Name, out _)) continue;
            if (!MessageXmlReader.TryReadItem(part, out var item)) return false;
            var index = int.TryParse(part.Attribute("display-index")?.Value, out var number) ? number : 0;
            group.Add((item, index));
            if (index > best) (best, preferred) = (index, item);
        }
        items.AddRange(group.Select(g => g.Index == best ? g.Item : g.Item with { PreferredFrom = preferred!.SourceName ?? preferred.SourceClientId ?? preferred.SourceOrcid ?? "" }));
        return true;
    }
}
