using System.Collections.Frozen;
using OrcidPortal.Identifiers;

namespace OrcidPortal.OrcidApi;

/// <summary>Writes one item of any section as the body of a call.</summary>
internal static class MessageXmlWriter
{
    private static readonly FrozenDictionary<OrcidSection, string> Roots = Enum.GetValues<OrcidSection>().ToFrozenDictionary(s => s, s => $"{s.Name()}:{s.Name()}");

    /// <summary>The document, with its put-code where it replaces what ORCID holds (else 9019, 9031).</summary>
    internal static byte[] Write(OrcidMessage message, PutCode? putCode)
    {
        using var xml = new XmlText();
        xml.Declaration();
        Write(xml, message, putCode);
        return xml.ToBytes();
    }

    /// <summary>The document for people to read: in lines, without the declaration.</summary>
    internal static string WriteLines(OrcidMessage message)
    {
        using var xml = new XmlText(indented: true);
        Write(xml, message, putCode: null);
        return xml.ToString();
    }

    private static void Write(XmlText xml, OrcidMessage message, PutCode? putCode)
    {
        xml.Open(Roots[message.Section]);
        if (putCode is { } code) xml.Attribute("put-code", code.ToString());
        xml.Declare(message.Section.Name());
        if (message is not (OtherNameMessage or KeywordMessage or AddressMessage or ResearcherUrlMessage)) xml.Declare("common");
        WriteParts(xml, message);
        xml.Close();
    }

    private static void WriteParts(XmlText xml, OrcidMessage message)
    {
        switch (message)
        {
            case WorkMessage work:
                WorkXmlWriter.WriteParts(xml, work);
                break;
            case FundingMessage funding:
                FundingXmlWriter.WriteParts(xml, funding);
                break;
            case AffiliationMessage affiliation:
                WriteParts(xml, affiliation);
                break;
            case OtherNameMessage name:
                xml.Element("other-name:content", name.Content);
                break;
            case KeywordMessage keyword:
                xml.Element("keyword:content", keyword.Content);
                break;
            case AddressMessage address:
                xml.Element("address:country", address.Country);
                break;
            case ResearcherUrlMessage url:
                xml.Optional("researcher-url:url-name", url.Name);
                xml.Element("researcher-url:url", url.Url);
                break;
            case PersonIdentifierMessage id:
                xml.ExternalIdParts(id.Type, id.Value, id.Url, id.Relationship);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(message), message.GetType(), "ORCID has no such item.");
        }
    }

    private static void WriteParts(XmlText xml, AffiliationMessage affiliation)
    {
        xml.Optional("common:department-name", affiliation.DepartmentName);
        xml.Optional("common:role-title", affiliation.RoleTitle);
        xml.Date("common:start-date", affiliation.StartDate);
        xml.Date("common:end-date", affiliation.EndDate);
        xml.Organization(affiliation.Organization);
        xml.Optional("common:url", affiliation.Url);
        xml.ExternalIds(affiliation.ExternalIds);
    }
}
