using static OrcidPortal.OrcidApi.OrcidXml;

namespace OrcidPortal.OrcidApi;

/// <summary>Reads the two halves of a record into flat lists.</summary>
internal static class RecordXmlReader
{
    /// <summary>Reads the summaries of works, fundings and affiliations, whatever groups they stand in.</summary>
    internal static bool TryReadActivities(OrcidReply reply, out IReadOnlyList<StoredItem> items) =>
        TryReadItems(reply, "http://www.orcid.org/ns/activities", "activities-summary", section => !section.IsPersonItem(), out items);

    /// <summary>Reads the five sections of the person; names, biography and e-mail addresses are not ours to write.</summary>
    internal static bool TryReadPerson(OrcidReply reply, out IReadOnlyList<StoredItem> items) =>
        TryReadItems(reply, "http://www.orcid.org/ns/person", "person", OrcidSections.IsPersonItem, out items);

    /// <remarks>One item that cannot be read spoils the list: taken for the whole, it would make that item look removed.</remarks>
    private static bool TryReadItems(OrcidReply reply, string space, string name, Func<OrcidSection, bool> isWanted, out IReadOnlyList<StoredItem> items)
    {
        items = [];
        if (!TryParse(reply.Body, out var root) || root.Name.NamespaceName != space || root.Name.LocalName != name) return false;
        var found = new List<StoredItem>();
        foreach (var element in root.Descendants())
        {
            if (!MessageXmlReader.TryGetSection(element, out var section) || !isWanted(section)) continue;
            if (!MessageXmlReader.TryReadItem(element, out var item)) return false;
            found.Add(item);
        }
        items = found;
        return true;
    }
}
