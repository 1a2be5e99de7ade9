namespace OrcidPortal.OrcidApi;

/// <summary>Writes fundings as ORCID's schema funding-3.0.xsd asks, whose order of elements is compulsory.</summary>
internal static class FundingXmlWriter
{
    private static readonly ContributorTags Contributors = new("funding", hasSequence: false);

    internal static void WriteParts(XmlText xml, FundingMessage funding)
    {
        xml.Element("funding:type", funding.Type);
        xml.Optional("funding:organization-defined-type", funding.OrganizationDefinedType);
        Title(xml, funding);
        xml.Optional("funding:short-description", funding.ShortDescription);
        Amount(xml, funding);
        xml.Optional("common:url", funding.Url);
        xml.Date("common:start-date", funding.StartDate);
        xml.Date("common:end-date", funding.EndDate);
        xml.ExternalIds(funding.ExternalIds);
        xml.Contributors(funding.Contributors, Contributors);
        xml.Organization(funding.Organization);
    }

    private static void Title(XmlText xml, FundingMessage funding)
    {
        if (!XmlText.HasContent(funding.Title) && !XmlText.HasContent(funding.TranslatedTitle)) return;
        xml.Open("funding:title");
        xml.Element("common:title", funding.Title);
        xml.TranslatedTitle(funding.TranslatedTitle, funding.TranslatedTitleLanguage);
        xml.Close();
    }

    private static void Amount(XmlText xml, FundingMessage funding)
    {
        if (!XmlText.HasContent(funding.Amount)) return;
        xml.Open("funding:amount");
        if (XmlText.HasContent(funding.CurrencyCode)) xml.Attribute("currency-code", funding.CurrencyCode);
        xml.Text(funding.Amount);
        xml.Close();
    }
}
