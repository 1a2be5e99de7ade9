using System.Globalization;
using System.Xml.Linq;
using OrcidPortal.Identifiers;
using static OrcidPortal.OrcidApi.OrcidXml;

namespace OrcidPortal.OrcidApi;

/// <summary>Reads what the sections have in common (common-3.0.xsd).</summary>
internal static class CommonXmlReader
{
    internal static string? Text(XElement? element) => element?.Value.Trim() is { Length: > 0 } text ? text : null;

    /// <summary>The parts that are there; a day that the calendar does not know is left out.</summary>
    internal static PartialDate? Date(XElement? element)
    {
        if (Number(element?.Element(Common + "year")) is not (> 0 and <= 9999 and var year)) return null;
        if (Number(element?.Element(Common + "month")) is not (> 0 and <= 12 and var month)) return new PartialDate(year);
        return Number(element?.Element(Common + "day")) is { } day and > 0 && day <= DateTime.DaysInMonth(year, month)
            ? new PartialDate(year, month, day)
            : new PartialDate(year, month);
    }

    internal static DateTimeOffset? LastModified(XElement element) => DateTimeOffset.TryParse(
        Text(element.Element(Common + "last-modified-date")), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at : null;

    internal static (string? Text, string? Language) TranslatedTitle(XElement? title)
    {
        var translated = title?.Element(Common + "translated-title");
        return Text(translated) is { } text ? (text, translated?.Attribute("language-code")?.Value) : (null, null);
    }

    internal static IReadOnlyList<ExternalId> ExternalIds(XElement? element)
    {
        var found = new List<ExternalId>();
        foreach (var id in element?.Elements(Common + "external-id") ?? [])
        {
            var type = Text(id.Element(Common + "external-id-type"));
            var value = Text(id.Element(Common + "external-id-value"));
            if (type is null || value is null) continue;
            found.Add(new ExternalId(type.ToLowerInvariant(), value, Relationship(id), Text(id.Element(Common + "external-id-url"))));
        }
        return found;
    }

    internal static Relationship Relationship(XElement id) => RelationshipNames.Read(id.Element(Common + "external-id-relationship")?.Value);

    /// <param name="item">The work or funding.</param>
    /// <param name="own">Its namespace, in which the contributors are.</param>
    internal static IReadOnlyList<WorkContributor> Contributors(XElement item, XNamespace own)
    {
        return [.. (item.Element(own + "contributors")?.Elements(own + "contributor") ?? []).Select(Contributor)];

        WorkContributor Contributor(XElement element)
        {
            var attributes = element.Element(own + "contributor-attributes");
            return new WorkContributor(
                Text(element.Element(own + "credit-name")),
                Text(attributes?.Element(own + "contributor-role")),
                Text(attributes?.Element(own + "contributor-sequence")),
                SourceXml.LastSegment(element.Element(Common + "contributor-orcid")),
                Text(element.Element(own + "contributor-email")));
        }
    }

    internal static OrganizationMessage? Organization(XElement? element)
    {
        if (element is null) return null;
        var address = element.Element(Common + "address");
        var disambiguated = element.Element(Common + "disambiguated-organization");
        return new OrganizationMessage(
            Text(element.Element(Common + "name")) ?? "",
            Text(address?.Element(Common + "city")),
            Text(address?.Element(Common + "region")),
            Text(address?.Element(Common + "country")),
            Text(disambiguated?.Element(Common + "disambiguated-organization-identifier")),
            Text(disambiguated?.Element(Common + "disambiguation-source")));
    }

    private static int? Number(XElement? element) =>
        int.TryParse(Text(element), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
