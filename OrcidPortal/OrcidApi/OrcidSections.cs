using System.Collections.Frozen;

namespace OrcidPortal.OrcidApi;

/// <summary>ORCID's words for <see cref="OrcidSection"/>.</summary>
public static class OrcidSections
{
    private static readonly FrozenDictionary<string, OrcidSection> ByName = Enum.GetValues<OrcidSection>().ToFrozenDictionary(Name, StringComparer.Ordinal);

    /// <summary>What one item is called in messages, and the end of its namespace: <c>work</c>, <c>invited-position</c>, <c>other-name</c> ...</summary>
    public static string Name(this OrcidSection section) => section switch
    {
        OrcidSection.Work => "work",
        OrcidSection.Funding => "funding",
        OrcidSection.Employment => "employment",
        OrcidSection.Education => "education",
        OrcidSection.Distinction => "distinction",
        OrcidSection.InvitedPosition => "invited-position",
        OrcidSection.Membership => "membership",
        OrcidSection.Qualification => "qualification",
        OrcidSection.Service => "service",
        OrcidSection.OtherName => "other-name",
        OrcidSection.Keyword => "keyword",
        OrcidSection.Address => "address",
        OrcidSection.ResearcherUrl => "researcher-url",
        OrcidSection.ExternalIdentifier => "external-identifier",
        _ => throw new ArgumentOutOfRangeException(nameof(section), section, null),
    };

    /// <summary>What stands in the URL of one item: the name, but <c>other-names</c>, <c>keywords</c>, <c>researcher-urls</c>, <c>external-identifiers</c>.</summary>
    public static string ItemPath(this OrcidSection section) => section switch
    {
        OrcidSection.OtherName => "other-names",
        OrcidSection.Keyword => "keywords",
        OrcidSection.ResearcherUrl => "researcher-urls",
        OrcidSection.ExternalIdentifier => "external-identifiers",
        _ => Name(section),
    };

    /// <summary>Reads a name as <see cref="Name"/> gives it.</summary>
    /// <returns>False for any other text.</returns>
    public static bool TryParse(string? name, out OrcidSection section)
    {
        section = default;
        return name is not null && ByName.TryGetValue(name, out section);
    }

    /// <summary>Whether it is one of the seven affiliations.</summary>
    public static bool IsAffiliation(this OrcidSection section) => section is >= OrcidSection.Employment and <= OrcidSection.Service;

    /// <summary>Whether it belongs to the person, written with the scope <c>/person/update</c>; the others need <c>/activities/update</c>.</summary>
    public static bool IsPersonItem(this OrcidSection section) => section is >= OrcidSection.OtherName and <= OrcidSection.ExternalIdentifier;
}
