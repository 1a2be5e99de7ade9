using System.Globalization;
using System.Xml.Linq;
using OrcidPortal.Identifiers;
using static OrcidPortal.OrcidApi.OrcidXml;

namespace OrcidPortal.OrcidApi;

/// <summary>Writes works as ORCID's schema work-3.0.xsd asks, whose order of elements is compulsory.</summary>
internal static class WorkXmlWriter
{
    /// <summary>One work, with its put-code where it replaces what ORCID holds (else 9019).</summary>
    internal static byte[] Write(WorkMessage work, PutCode? putCode) => ToBytes(Element(work, putCode));

    /// <summary>Several works for a bulk call.</summary>
    internal static byte[] WriteBulk(IEnumerable<WorkMessage> works) => ToBytes(new XElement(
        Bulk + "bulk",
        new XAttribute(XNamespace.Xmlns + "bulk", Bulk.NamespaceName),
        works.Select(w => Element(w, putCode: null))));

    private static XElement Element(WorkMessage work, PutCode? putCode) => new(
        Work + "work",
        putCode is { } code ? new XAttribute("put-code", code.Value) : null,
        new XElement(
            Work + "title",
            new XElement(Common + "title", Clean(work.Title)),
            Optional(Common + "subtitle", work.Subtitle),
            TranslatedTitle(work)),
        Optional(Work + "journal-title", work.JournalTitle),
        Optional(Work + "short-description", work.ShortDescription),
        Citation(work),
        new XElement(Work + "type", Clean(work.Type)),
        Date(work.PublicationDate),
        ExternalIds(work.ExternalIds),
        Optional(Common + "url", work.Url),
        Contributors(work.Contributors),
        Optional(Common + "language-code", work.LanguageCode),
        Optional(Common + "country", work.Country));

    private static XElement? TranslatedTitle(WorkMessage work)
    {
        var element = Optional(Common + "translated-title", work.TranslatedTitle);
        if (!string.IsNullOrWhiteSpace(work.TranslatedTitleLanguage)) element?.SetAttributeValue("language-code", Clean(work.TranslatedTitleLanguage));
        return element;
    }

    private static XElement? Citation(WorkMessage work) => string.IsNullOrWhiteSpace(work.CitationValue)
        ? null
        : new XElement(
            Work + "citation",
            new XElement(Work + "citation-type", Clean(work.CitationType ?? "formatted-unspecified")),
            new XElement(Work + "citation-value", Clean(work.CitationValue)));

    private static XElement? Date(PartialDate? date) => date is not { } given
        ? null
        : new XElement(
            Common + "publication-date",
            new XElement(Common + "year", given.Year.ToString("0000", CultureInfo.InvariantCulture)),
            given.Month is { } month ? new XElement(Common + "month", month.ToString("00", CultureInfo.InvariantCulture)) : null,
            given is { Month: not null, Day: { } day } ? new XElement(Common + "day", day.ToString("00", CultureInfo.InvariantCulture)) : null);

    private static XElement? ExternalIds(IReadOnlyList<ExternalId> ids) => ids.Count == 0
        ? null
        : new XElement(Common + "external-ids", ids.Select(id => new XElement(
            Common + "external-id",
            new XElement(Common + "external-id-type", Clean(id.Type)),
            new XElement(Common + "external-id-value", Clean(id.Value)),
            Optional(Common + "external-id-url", id.Url),
            new XElement(Common + "external-id-relationship", RelationshipNames.Write(id.Relationship)))));

    private static XElement? Contributors(IReadOnlyList<WorkContributor> contributors) => contributors.Count == 0
        ? null
        : new XElement(Work + "contributors", contributors.Select(c => new XElement(
            Work + "contributor",
            ContributorOrcid(c.Orcid),
            Optional(Work + "credit-name", c.Name),
            Optional(Work + "contributor-email", c.Email),
            Attributes(c))));

    private static XElement? ContributorOrcid(string? orcid) => string.IsNullOrWhiteSpace(orcid)
        ? null
        : new XElement(
            Common + "contributor-orcid",
            new XElement(Common + "uri", "https://orcid.org/" + Clean(orcid)),
            new XElement(Common + "path", Clean(orcid)),
            new XElement(Common + "host", "orcid.org"));

    private static XElement? Attributes(WorkContributor contributor) => contributor is { Role: null, Sequence: null }
        ? null
        : new XElement(
            Work + "contributor-attributes",
            Optional(Work + "contributor-sequence", contributor.Sequence),
            Optional(Work + "contributor-role", contributor.Role));

    /// <summary>ORCID refuses empty tags (9020), so what is empty is left out.</summary>
    private static XElement? Optional(XName name, string? text) =>
        text is not null && Clean(text) is { } clean && !string.IsNullOrWhiteSpace(clean) ? new XElement(name, clean) : null;
}
