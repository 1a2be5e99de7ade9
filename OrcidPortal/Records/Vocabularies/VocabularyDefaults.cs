using System.Collections.Frozen;
using OrcidPortal.Data.Entities;
using OrcidPortal.Identifiers;

namespace OrcidPortal.Records.Vocabularies;

/// <summary>The defaults that come with the portal, by vocabulary. Keys are in the form of <see cref="VocabularyKeys"/>.</summary>
internal static class VocabularyDefaults
{
    /// <summary>The default for a key, or null.</summary>
    internal static string? Resolve(string vocabulary, string key) => vocabulary switch
    {
        VocabularyNames.WorkType => WorkTypes.OfKey(key),
        VocabularyNames.FundingType => FundingTypes.Table.GetValueOrDefault(key),
        VocabularyNames.ContributorRole => ContributorRoles.Table.GetValueOrDefault(key),
        VocabularyNames.FundingRole => ContributorRoles.Fundings.GetValueOrDefault(key),
        VocabularyNames.OwnRole => ContributorRoles.Own.GetValueOrDefault(key),
        VocabularyNames.Language => Languages.Resolve(key),
        VocabularyNames.Currency => Currencies.Table.GetValueOrDefault(key),
        VocabularyNames.Country => Countries.Table.GetValueOrDefault(key),
        VocabularyNames.IdentifierType => IdentifierTypes.Table.GetValueOrDefault(key),
        VocabularyNames.IdentifierRelationship => Relationship(key),
        _ => null,
    };

    /// <summary>The default that a type's bare word has elsewhere. What the tables of BibTeX, CSL and RIS leave out is left out on purpose and borrows nothing.</summary>
    internal static string? Borrowed(string vocabulary, string key, string word) =>
        vocabulary == VocabularyNames.WorkType && WorkTypes.IsClosed(key) ? null : Resolve(vocabulary, word);

    /// <summary>The values ORCID takes, in the order pages show them.</summary>
    internal static IReadOnlyList<string> Targets(string vocabulary) => vocabulary switch
    {
        VocabularyNames.WorkType => WorkTypes.Orcid,
        VocabularyNames.FundingType => ["grant", "contract", "award", "salary-award"],
        VocabularyNames.ContributorRole => ContributorRoles.Targets,
        VocabularyNames.FundingRole => ["lead", "co-lead", "supported-by", "other-contribution"],
        VocabularyNames.OwnRole => ["yes", "no"],
        VocabularyNames.Language => [.. Languages.All.Order(StringComparer.Ordinal)],
        VocabularyNames.Currency => Currencies.Targets,
        VocabularyNames.Country => Countries.Targets,
        VocabularyNames.IdentifierType => [.. ExternalIdTypes.All.Order(StringComparer.Ordinal)],
        VocabularyNames.IdentifierRelationship => ["self", "part-of", "version-of", "funded-by"],
        _ => [],
    };

    /// <summary>All keys with a default, for pages.</summary>
    internal static IEnumerable<KeyValuePair<string, string>> All(string vocabulary) => vocabulary switch
    {
        VocabularyNames.WorkType => WorkTypes.All,
        VocabularyNames.FundingType => FundingTypes.Table,
        VocabularyNames.ContributorRole => ContributorRoles.Table,
        VocabularyNames.FundingRole => ContributorRoles.Fundings,
        VocabularyNames.OwnRole => ContributorRoles.Own,
        VocabularyNames.Language => Languages.Table,
        VocabularyNames.Currency => Currencies.Table,
        VocabularyNames.Country => Countries.Table,
        VocabularyNames.IdentifierType => IdentifierTypes.Table,
        VocabularyNames.IdentifierRelationship => IdentifierRelationships.All,
        _ => [],
    };

    private static string? Relationship(string key)
    {
        var slash = key.IndexOf('/', StringComparison.Ordinal);
        return slash < 0 ? null : IdentifierRelationships.Of(key[(slash + 1)..], key[..slash].Replace("grant-number", "grant_number", StringComparison.Ordinal)) switch
        {
            Identifiers.Relationship.PartOf => "part-of",
            Identifiers.Relationship.VersionOf => "version-of",
            Identifiers.Relationship.FundedBy => "funded-by",
            _ => "self",
        };
    }
}
