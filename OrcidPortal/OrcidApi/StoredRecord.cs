namespace OrcidPortal.OrcidApi;

/// <summary>A record as far as the token may see it: works, fundings, affiliations and profile items as their lists show them, and who it is. Other activities are left out.</summary>
/// <param name="LastModified">When anything in it last changed, also what cannot be seen; null where not said.</param>
/// <param name="GivenNames">Null where not everybody may see the name.</param>
/// <param name="FamilyName">Null where not everybody may see it, or the person has none.</param>
/// <param name="Biography">Null where not everybody may see it, or the person gave none.</param>
/// <param name="Items">In ORCID's order: section by section, groups flattened.</param>
public sealed record StoredRecord(DateTimeOffset? LastModified, string? GivenNames, string? FamilyName, string? Biography, IReadOnlyList<StoredItem> Items);
