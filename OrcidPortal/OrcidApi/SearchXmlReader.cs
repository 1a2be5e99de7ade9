using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Xml.Linq;
using static OrcidPortal.OrcidApi.CommonXmlReader;
using static OrcidPortal.OrcidApi.OrcidXml;

namespace OrcidPortal.OrcidApi;

/// <summary>Reads what an expanded search found.</summary>
internal static class SearchXmlReader
{
    private static readonly XNamespace Search = "http://www.orcid.org/ns/expanded-search";

    internal static bool TryRead(OrcidReply reply, [NotNullWhen(true)] out FoundRecords? found)
    {
        found = null;
        if (!TryParse(reply.Body, out var root) || root.Name != Search + "expanded-search") return false;
        var records = root.Elements(Search + "expanded-result").Select(Record).Where(r => r.Orcid.Length > 0).ToList();
        found = new FoundRecords(long.TryParse(root.Attribute("num-found")?.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var total) ? total : records.Count, records);
        return true;
    }

    private static FoundRecord Record(XElement result)
    {
        return new FoundRecord(One("orcid-id") ?? "", One("given-names"), One("family-names"), One("credit-name"), All("other-name"), All("email"), All("institution-name"));

        string? One(string name) => Text(result.Element(Search + name));

        IReadOnlyList<string> All(string name) => [.. result.Elements(Search + name).Select(Text).OfType<string>()];
    }
}
