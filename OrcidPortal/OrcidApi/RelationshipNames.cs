using OrcidPortal.Identifiers;

namespace OrcidPortal.OrcidApi;

/// <summary>ORCID's words for <see cref="Relationship"/>.</summary>
internal static class RelationshipNames
{
    internal static string Write(Relationship relationship) => relationship switch
    {
        Relationship.PartOf => "part-of",
        Relationship.VersionOf => "version-of",
        Relationship.FundedBy => "funded-by",
        _ => "self",
    };

    /// <summary>Reads a word. ORCID compares a missing relationship as self; a word it may add one day identifies nothing, so it counts as part-of.</summary>
    internal static Relationship Read(string? word) => word?.Trim().ToLowerInvariant() switch
    {
        null or "" or "self" => Relationship.Self,
        "version-of" => Relationship.VersionOf,
        "funded-by" => Relationship.FundedBy,
        _ => Relationship.PartOf,
    };
}
