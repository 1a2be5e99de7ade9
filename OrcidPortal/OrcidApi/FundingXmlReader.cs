using System.Xml.Linq;
using static OrcidPortal.OrcidApi.CommonXmlReader;
using static OrcidPortal.OrcidApi.OrcidXml;

namespace OrcidPortal.OrcidApi;

/// <summary>Reads fundings as ORCID gives them back.</summary>
internal static class FundingXmlReader
{
    /// <summary>What a <c>funding</c> or <c>funding-summary</c> element says, with or without put-code.</summary>
    internal static FundingMessage Message(XElement element)
    {
        var title = element.Element(Funding + "title");
        var translated = TranslatedTitle(title);
        var amount = element.Element(Funding + "amount");
        return new FundingMessage
        {
            Type = Text(element.Element(Funding + "type")) ?? "",
            OrganizationDefinedType = Text(element.Element(Funding + "organization-defined-type")),
            Title = Text(title?.Element(Common + "title")) ?? "",
            TranslatedTitle = translated.Text,
            TranslatedTitleLanguage = translated.Language,
            ShortDescription = Text(element.Element(Funding + "short-description")),
            Amount = Text(amount),
            CurrencyCode = Text(amount) is null ? null : amount?.Attribute("currency-code")?.Value,
            Url = Text(element.Element(Common + "url")),
            StartDate = Date(element.Element(Common + "start-date")),
            EndDate = Date(element.Element(Common + "end-date")),
            ExternalIds = ExternalIds(element.Element(Common + "external-ids")),
            Contributors = Contributors(element, Funding),
            Organization = Organization(element.Element(Common + "organization")),
        };
    }
}
