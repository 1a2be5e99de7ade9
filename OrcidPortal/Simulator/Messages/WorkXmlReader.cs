using System.Xml.Linq;
using static OrcidPortal.Simulator.Messages.Names;

namespace OrcidPortal.Simulator.Messages;

/// <summary>What a <c>work:work</c> says.</summary>
internal static class WorkXmlReader
{
    public static PostedWork Read(XElement work)
    {
        var title = work.Element(Names.Work + "title");
        var translated = title?.Element(Common + "translated-title");
        var citation = work.Element(Names.Work + "citation");
        var date = work.Element(Common + "publication-date");
        return new(
            new Work
            {
                Title = title?.Element(Common + "title")?.Value,
                Subtitle = title?.Element(Common + "subtitle")?.Value,
                TranslatedTitle = translated is null ? null : new(translated.Value, translated.Attribute("language-code")?.Value),
                JournalTitle = work.Element(Names.Work + "journal-title")?.Value,
                ShortDescription = work.Element(Names.Work + "short-description")?.Value,
                Citation = citation is null ? null : new(Trimmed(citation, Names.Work + "citation-type"), citation.Element(Names.Work + "citation-value")?.Value),
                Type = Trimmed(work, Names.Work + "type"),
                PublicationDate = date is null ? null : new(Trimmed(date, Common + "year"), Trimmed(date, Common + "month"), Trimmed(date, Common + "day")),
                ExternalIds = [.. (work.Element(Common + "external-ids")?.Elements(Common + "external-id") ?? []).Select(ReadExternalId)],
                Url = Trimmed(work, Common + "url"),
                Contributors = [.. (work.Element(Names.Work + "contributors")?.Elements(Names.Work + "contributor") ?? []).Select(ReadContributor)],
                LanguageCode = Trimmed(work, Common + "language-code"),
                Country = Trimmed(work, Common + "country"),
            },
            work.Attribute("put-code")?.Value.Trim(),
            work.Attribute("visibility")?.Value);
    }

    private static ExternalIdentifier ReadExternalId(XElement id) => new(
        Trimmed(id, Common + "external-id-type"), id.Element(Common + "external-id-value")?.Value.Trim(),
        Trimmed(id, Common + "external-id-url"), Trimmed(id, Common + "external-id-relationship"));

    private static Contributor ReadContributor(XElement contributor)
    {
        var orcid = contributor.Element(Common + "contributor-orcid");
        var attributes = contributor.Element(Names.Work + "contributor-attributes");
        return new(
            orcid is null ? null : new(Trimmed(orcid, Common + "uri"), Trimmed(orcid, Common + "path"), Trimmed(orcid, Common + "host")),
            contributor.Element(Names.Work + "credit-name")?.Value,
            contributor.Element(Names.Work + "contributor-email")?.Value,
            attributes is null ? null : Trimmed(attributes, Names.Work + "contributor-sequence"),
            attributes is null ? null : Trimmed(attributes, Names.Work + "contributor-role"));
    }

    private static string? Trimmed(XElement parent, XName name) => parent.Element(name)?.Value.Trim();
}
