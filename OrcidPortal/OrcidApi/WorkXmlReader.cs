using System.Diagnostics.CodeAnalysis;
using System.Xml.Linq;
using static OrcidPortal.OrcidApi.CommonXmlReader;
using static OrcidPortal.OrcidApi.OrcidXml;

namespace OrcidPortal.OrcidApi;

/// <summary>Reads works as ORCID gives them back.</summary>
internal static class WorkXmlReader
{
    /// <summary>Reads a whole work with its put-code.</summary>
    /// <returns>False where the element is not a work or has no put-code.</returns>
    internal static bool TryRead(XElement element, [NotNullWhen(true)] out StoredWork? work)
    {
        work = element.Name == Work + "work" && MessageXmlReader.TryReadItem(element, out var item) ? StoredWork.Of(item) : null;
        return work is not null;
    }

    /// <summary>What a <c>work</c> or <c>work-summary</c> element says, with or without put-code.</summary>
    internal static WorkMessage Message(XElement element)
    {
        var title = element.Element(Work + "title");
        var translated = TranslatedTitle(title);
        var citation = element.Element(Work + "citation");
        return new WorkMessage
        {
            Title = Text(title?.Element(Common + "title")) ?? "",
            Subtitle = Text(title?.Element(Common + "subtitle")),
            TranslatedTitle = translated.Text,
            TranslatedTitleLanguage = translated.Language,
            JournalTitle = Text(element.Element(Work + "journal-title")),
            ShortDescription = Text(element.Element(Work + "short-description")),
            CitationType = Text(citation?.Element(Work + "citation-type")),
            CitationValue = Text(citation?.Element(Work + "citation-value")),
            Type = Text(element.Element(Work + "type")) ?? "",
            PublicationDate = Date(element.Element(Common + "publication-date")),
            ExternalIds = ExternalIds(element.Element(Common + "external-ids")),
            Url = Text(element.Element(Common + "url")),
            Contributors = Contributors(element, Work),
            LanguageCode = Text(element.Element(Common + "language-code")),
            Country = Text(element.Element(Common + "country")),
        };
    }
}
