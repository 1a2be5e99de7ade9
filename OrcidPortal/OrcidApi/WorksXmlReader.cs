using System.Xml.Linq;
using OrcidPortal.Identifiers;
using static OrcidPortal.OrcidApi.CommonXmlReader;
using static OrcidPortal.OrcidApi.OrcidXml;

namespace OrcidPortal.OrcidApi;

/// <summary>Reads the list of works of a record, and bulk answers.</summary>
internal static class WorksXmlReader
{
    internal static bool TryReadSummary(OrcidReply reply, out WorksSummary summary)
    {
        summary = new WorksSummary(null, []);
        if (!TryParse(reply.Body, out var root) || root.Name != Activities + "works") return false;
        var works = new List<WorkSummary>();
        foreach (var element in root.Elements(Activities + "group").Elements(Work + "work-summary"))
        {
            if (!PutCode.TryParse(element.Attribute("put-code")?.Value, out var putCode)) return false;
            works.Add(Summary(element, putCode));
        }
        summary = new WorksSummary(LastModified(root), works);
        return true;
    }

    /// <summary>Reads the elements of a bulk answer in their order; each is a work or ORCID's reason against it.</summary>
    internal static bool TryReadBulk(OrcidReply reply, out IReadOnlyList<BulkElement> elements)
    {
        elements = [];
        if (!TryParse(reply.Body, out var root) || root.Name != Bulk + "bulk") return false;
        var found = new List<BulkElement>();
        foreach (var element in root.Elements())
        {
            if (OrcidError.TryRead(element, out var error)) found.Add(new BulkElement(null, error));
            else if (element.Name == Work + "work" && MessageXmlReader.TryReadItem(element, out var item)) found.Add(new BulkElement(item, null));
            else return false;
        }
        elements = found;
        return true;
    }

    private static WorkSummary Summary(XElement element, PutCode putCode)
    {
        var source = SourceXml.Read(element);
        return new WorkSummary(
            putCode,
            Text(element.Element(Work + "title")?.Element(Common + "title")) ?? "",
            Text(element.Element(Work + "type")),
            Date(element.Element(Common + "publication-date")),
            Text(element.Element(Work + "journal-title")),
            Text(element.Element(Common + "url")),
            ExternalIds(element.Element(Common + "external-ids")),
            source.ClientId,
            source.Orcid,
            source.Name,
            element.Attribute("visibility")?.Value ?? "",
            LastModified(element));
    }
}

/// <summary>One element of a bulk answer: exactly one of the two is set.</summary>
internal sealed record BulkElement(StoredItem? Item, OrcidError? Error)
{
    internal StoredWork? Work => StoredWork.Of(Item);
}
