using OrcidPortal.Identifiers;

namespace OrcidPortal.OrcidApi;

/// <summary>Writes works as ORCID's schema work-3.0.xsd asks, whose order of elements is compulsory.</summary>
internal static class WorkXmlWriter
{
    private static readonly ContributorTags Contributors = new("work", hasSequence: true);

    /// <summary>One work, with its put-code where it replaces what ORCID holds (else 9019).</summary>
    internal static byte[] Write(WorkMessage work, PutCode? putCode) => MessageXmlWriter.Write(work, putCode);

    /// <summary>Several works for a bulk call.</summary>
    internal static byte[] WriteBulk(IEnumerable<WorkMessage> works)
    {
        using var xml = new XmlText();
        xml.Declaration();
        xml.Open("bulk:bulk");
        xml.Declare("bulk");
        xml.Declare("work");
        xml.Declare("common");
        foreach (var work in works)
        {
            xml.Open("work:work");
            WriteParts(xml, work);
            xml.Close();
        }
        xml.Close();
        return xml.ToBytes();
    }

    internal static void WriteParts(XmlText xml, WorkMessage work)
    {
        xml.Open("work:title");
        xml.Element("common:title", work.Title);
        xml.Optional("common:subtitle", work.Subtitle);
        xml.TranslatedTitle(work.TranslatedTitle, work.TranslatedTitleLanguage);
        xml.Close();
        xml.Optional("work:journal-title", work.JournalTitle);
        xml.Optional("work:short-description", work.ShortDescription);
        Citation(xml, work);
        xml.Element("work:type", work.Type);
        xml.Date("common:publication-date", work.PublicationDate);
        xml.ExternalIds(work.ExternalIds);
        xml.Optional("common:url", work.Url);
        xml.Contributors(work.Contributors, Contributors);
        xml.Optional("common:language-code", work.LanguageCode);
        xml.Optional("common:country", work.Country);
    }

    private static void Citation(XmlText xml, WorkMessage work)
    {
        if (!XmlText.HasContent(work.CitationValue)) return;
        xml.Open("work:citation");
        xml.Element("work:citation-type", work.CitationType ?? "formatted-unspecified");
        xml.Element("work:citation-value", work.CitationValue);
        xml.Close();
    }
}
