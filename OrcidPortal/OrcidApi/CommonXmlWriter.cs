using OrcidPortal.Identifiers;

namespace OrcidPortal.OrcidApi;

/// <summary>Writes what the sections have in common (common-3.0.xsd).</summary>
internal static class CommonXmlWriter
{
    internal static void TranslatedTitle(this XmlText xml, string? title, string? language)
    {
        if (!XmlText.HasContent(title)) return;
        xml.Open("common:translated-title");
        if (XmlText.HasContent(language)) xml.Attribute("language-code", language);
        xml.Text(title);
        xml.Close();
    }

    internal static void Date(this XmlText xml, string name, PartialDate? date)
    {
        if (date is not { } given) return;
        xml.Open(name);
        xml.Element("common:year", given.Year, "0000");
        if (given.Month is { } month) xml.Element("common:month", month, "00");
        if (given is { Month: not null, Day: { } day }) xml.Element("common:day", day, "00");
        xml.Close();
    }

    internal static void ExternalIds(this XmlText xml, IReadOnlyList<ExternalId> ids)
    {
        if (ids.Count == 0) return;
        xml.Open("common:external-ids");
        foreach (var id in ids)
        {
            xml.Open("common:external-id");
            xml.ExternalIdParts(id.Type, id.Value, id.Url, id.Relationship);
            xml.Close();
        }
        xml.Close();
    }

    internal static void ExternalIdParts(this XmlText xml, string type, string value, string? url, Relationship relationship)
    {
        xml.Element("common:external-id-type", type);
        xml.Element("common:external-id-value", value);
        xml.Optional("common:external-id-url", url);
        xml.Element("common:external-id-relationship", RelationshipNames.Write(relationship));
    }

    internal static void Contributors(this XmlText xml, IReadOnlyList<WorkContributor> contributors, ContributorTags tags)
    {
        if (contributors.Count == 0) return;
        xml.Open(tags.All);
        foreach (var contributor in contributors)
        {
            xml.Open(tags.One);
            ContributorOrcid(xml, contributor.Orcid);
            xml.Optional(tags.Name, contributor.Name);
            xml.Optional(tags.Email, contributor.Email);
            ContributorAttributes(xml, contributor, tags);
            xml.Close();
        }
        xml.Close();
    }

    internal static void Organization(this XmlText xml, OrganizationMessage? organization)
    {
        if (organization is null) return;
        xml.Open("common:organization");
        xml.Element("common:name", organization.Name);
        xml.Open("common:address");
        xml.Optional("common:city", organization.City);
        xml.Optional("common:region", organization.Region);
        xml.Optional("common:country", organization.Country);
        xml.Close();
        if (XmlText.HasContent(organization.DisambiguatedId))
        {
            xml.Open("common:disambiguated-organization");
            xml.Element("common:disambiguated-organization-identifier", organization.DisambiguatedId);
            xml.Optional("common:disambiguation-source", organization.DisambiguationSource);
            xml.Close();
        }
        xml.Close();
    }

    private static void ContributorOrcid(XmlText xml, string? orcid)
    {
        if (!XmlText.HasContent(orcid)) return;
        xml.Open("common:contributor-orcid");
        xml.Open("common:uri");
        xml.Text("https://orcid.org/");
        xml.Text(orcid);
        xml.Close();
        xml.Element("common:path", orcid);
        xml.Element("common:host", "orcid.org");
        xml.Close();
    }

    private static void ContributorAttributes(XmlText xml, WorkContributor contributor, ContributorTags tags)
    {
        var sequence = tags.Sequence is null ? null : contributor.Sequence;
        if (!XmlText.HasContent(sequence) && !XmlText.HasContent(contributor.Role)) return;
        xml.Open(tags.Attributes);
        if (tags.Sequence is not null) xml.Optional(tags.Sequence, sequence);
        xml.Optional(tags.Role, contributor.Role);
        xml.Close();
    }
}

/// <summary>The names of the elements of contributors: the same words in two namespaces.</summary>
/// <param name="prefix"><c>work</c> or <c>funding</c>.</param>
/// <param name="hasSequence">Whether the schema knows who came first.</param>
internal sealed class ContributorTags(string prefix, bool hasSequence)
{
    internal string All { get; } = prefix + ":contributors";
    internal string One { get; } = prefix + ":contributor";
    internal string Name { get; } = prefix + ":credit-name";
    internal string Email { get; } = prefix + ":contributor-email";
    internal string Attributes { get; } = prefix + ":contributor-attributes";
    internal string? Sequence { get; } = hasSequence ? prefix + ":contributor-sequence" : null;
    internal string Role { get; } = prefix + ":contributor-role";
}
