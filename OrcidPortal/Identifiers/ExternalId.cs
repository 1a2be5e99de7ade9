namespace OrcidPortal.Identifiers;

/// <summary>How an identifier relates to the work, in ORCID's four words.</summary>
public enum Relationship { Self, PartOf, VersionOf, FundedBy }

/// <summary>An identifier of a work or funding.</summary>
/// <param name="Type">ORCID's name of the type, lower case: <c>doi</c>, <c>isbn</c>, <c>source-work-id</c> ...</param>
/// <param name="Value">The value as given.</param>
/// <param name="Relationship">How it relates to the work.</param>
/// <param name="Url">Where it leads, absolute, or null.</param>
public sealed record ExternalId(string Type, string Value, Relationship Relationship, string? Url = null)
{
    /// <summary>The value as ORCID compares it (<see cref="ExternalIdNormaliser"/>); equals the trimmed lower-case value where the type's own rule does not match.</summary>
    public string NormalizedValue => ExternalIdNormaliser.Normalize(Type, Value) ?? Value.Trim().ToLowerInvariant();

    /// <summary>The key under which two identifiers are the same: <c>type:normalised value</c>.</summary>
    public string Key => $"{Type}:{NormalizedValue}";
}
