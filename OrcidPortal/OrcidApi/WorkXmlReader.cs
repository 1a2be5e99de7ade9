using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Xml.Linq;
using OrcidPortal.Identifiers;
using static OrcidPortal.OrcidApi.OrcidXml;

namespace OrcidPortal.OrcidApi;

/// <summary>Reads works as ORCID gives them back.</summary>
internal static class WorkXmlReader
{
    /// <summary>Reads a whole work with its put-code.</summary>
    /// <returns>False where the element is not a work or has no put-code.</returns>
    internal static bool TryRead(XElement element, [NotNullWhen(true)] out StoredWork? work)
    {
        work = null;
        if (element.Name != Work + "work" || !PutCode.TryParse(element.Attribute("put-code")?.Value, out var putCode)) return false;
        var source = SourceXml.Read(element);
        work = new StoredWork(putCode, Message(element), source.ClientId, element.Attribute("visibility")?.Value ?? "");
        return true;
    }

    /// <summary>What a <c>work</c> element says, with or without put-code.</summary>
    internal static WorkMessage Message(XElement element)
    {
        var title = element.Element(Work + "title");
        var translated = title?.Element(Common + "translated-title");
        var citation = element.Element(Work + "citation");
        return new WorkMessage
        {
            Title = Text(title?.Element(Common + "title")) ?? "",
            Subtitle = Text(title?.Element(Common + "subtitle")),
            TranslatedTitle = Text(translated),
            TranslatedTitleLanguage = Text(translated) is null ? null : translated?.Attribute("language-code")?.Value,
            JournalTitle = Text(element.Element(Work + "journal-title")),
            ShortDescription = Text(element.Element(Work + "short-description")),
            CitationType = Text(citation?.Element(Work + "citation-type")),
            CitationValue = Text(citation?.Element(Work + "citation-value")),
            Type = Text(element.Element(Work + "type")) ?? "",
            PublicationDate = Date(element.Element(Common + "publication-date")),
            ExternalIds = ExternalIds(element.Element(Common + "external-ids")),
            Url = Text(element.Element(Common + "url")),
            Contributors = [.. (element.Element(Work + "contributors")?.Elements(Work + "contributor") ?? []).Select(Contributor)],
            LanguageCode = Text(element.Element(Common + "language-code")),
            Country = Text(element.Element(Common + "country")),
        };
    }

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

    internal static IReadOnlyList<ExternalId> ExternalIds(XElement? element)
    {
        var found = new List<ExternalId>();
        foreach (var id in element?.Elements(Common + "external-id") ?? [])
        {
            var type = Text(id.Element(Common + "external-id-type"));
            var value = Text(id.Element(Common + "external-id-value"));
            if (type is null || value is null) continue;
            var relationship = RelationshipNames.Read(id.Element(Common + "external-id-relationship")?.Value);
            found.Add(new ExternalId(type.ToLowerInvariant(), value, relationship, Text(id.Element(Common + "external-id-url"))));
        }
        return found;
    }

    private static WorkContributor Contributor(XElement element)
    {
        var attributes = element.Element(Work + "contributor-attributes");
        return new WorkContributor(
            Text(element.Element(Work + "credit-name")),
            Text(attributes?.Element(Work + "contributor-role")),
            Text(attributes?.Element(Work + "contributor-sequence")),
            SourceXml.LastSegment(element.Element(Common + "contributor-orcid")),
            Text(element.Element(Work + "contributor-email")));
    }

    private static int? Number(XElement? element) =>
        int.TryParse(Text(element), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
