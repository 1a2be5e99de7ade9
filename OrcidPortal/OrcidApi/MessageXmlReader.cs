using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using System.Xml.Linq;
using OrcidPortal.Identifiers;
using static OrcidPortal.OrcidApi.CommonXmlReader;
using static OrcidPortal.OrcidApi.OrcidXml;

namespace OrcidPortal.OrcidApi;

/// <summary>Reads one item of any section, whole or as a summary.</summary>
internal static class MessageXmlReader
{
    private static readonly FrozenDictionary<XName, OrcidSection> Sections = Enum.GetValues<OrcidSection>()
        .SelectMany(s => new[] { (Own(s) + s.Name(), s), (Own(s) + (s.Name() + "-summary"), s) })
        .ToFrozenDictionary(n => n.Item1, n => n.s);

    /// <summary>The section whose item, or summary of an item, the element is.</summary>
    internal static bool TryGetSection(XName name, out OrcidSection section) => Sections.TryGetValue(name, out section);

    /// <summary>Reads an item with its put-code.</summary>
    /// <returns>False where the element is no item or has no put-code.</returns>
    internal static bool TryReadItem(XElement element, [NotNullWhen(true)] out StoredItem? item)
    {
        item = null;
        if (!TryReadMessage(element, out var message) || !PutCode.TryParse(element.Attribute("put-code")?.Value, out var putCode)) return false;
        var source = SourceXml.Read(element);
        item = new StoredItem(putCode, message, source.ClientId, source.Orcid, source.Name, element.Attribute("visibility")?.Value ?? "", LastModified(element));
        return true;
    }

    /// <summary>Reads what an item says, with or without put-code.</summary>
    /// <returns>False where the element is no item.</returns>
    internal static bool TryReadMessage(XElement element, [NotNullWhen(true)] out OrcidMessage? message)
    {
        message = TryGetSection(element.Name, out var section) ? Message(element, section) : null;
        return message is not null;
    }

    private static OrcidMessage Message(XElement element, OrcidSection section)
    {
        var own = element.Name.Namespace;
        return section switch
        {
            OrcidSection.Work => WorkXmlReader.Message(element),
            OrcidSection.Funding => FundingXmlReader.Message(element),
            OrcidSection.OtherName => new OtherNameMessage { Content = Text(element.Element(own + "content")) ?? "" },
            OrcidSection.Keyword => new KeywordMessage { Content = Text(element.Element(own + "content")) ?? "" },
            OrcidSection.Address => new AddressMessage { Country = Text(element.Element(own + "country")) ?? "" },
            OrcidSection.ResearcherUrl => new ResearcherUrlMessage { Name = Text(element.Element(own + "url-name")), Url = Text(element.Element(own + "url")) ?? "" },
            OrcidSection.ExternalIdentifier => Identifier(element),
            _ => Affiliation(element, section),
        };
    }

    private static AffiliationMessage Affiliation(XElement element, OrcidSection kind) => new(kind)
    {
        DepartmentName = Text(element.Element(Common + "department-name")),
        RoleTitle = Text(element.Element(Common + "role-title")),
        StartDate = Date(element.Element(Common + "start-date")),
        EndDate = Date(element.Element(Common + "end-date")),
        Organization = Organization(element.Element(Common + "organization")),
        Url = Text(element.Element(Common + "url")),
        ExternalIds = ExternalIds(element.Element(Common + "external-ids")),
    };

    private static PersonIdentifierMessage Identifier(XElement element) => new()
    {
        Type = Text(element.Element(Common + "external-id-type")) ?? "",
        Value = Text(element.Element(Common + "external-id-value")) ?? "",
        Url = Text(element.Element(Common + "external-id-url")),
        Relationship = Relationship(element),
    };

    private static XNamespace Own(OrcidSection section) => "http://www.orcid.org/ns/" + section.Name();
}
