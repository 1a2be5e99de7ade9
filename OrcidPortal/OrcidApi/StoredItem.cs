using OrcidPortal.Identifiers;

namespace OrcidPortal.OrcidApi;

/// <summary>An item as ORCID holds it. From a list of summaries the message holds what the summary says.</summary>
/// <param name="PutCode">ORCID's number for it.</param>
/// <param name="Message">What it says.</param>
/// <param name="SourceClientId">The client that added it; null where the person did, or ORCID did not say.</param>
/// <param name="SourceOrcid">The person who added it, or null.</param>
/// <param name="SourceName">The name of whoever added it, or null where it is not public.</param>
/// <param name="Visibility"><c>public</c>, <c>limited</c>, <c>private</c>, <c>registered-only</c>; empty where not said.</param>
/// <param name="LastModified">When it last changed; null where not said.</param>
public sealed record StoredItem(
    PutCode PutCode, OrcidMessage Message, string? SourceClientId, string? SourceOrcid, string? SourceName, string Visibility, DateTimeOffset? LastModified)
{
    /// <summary>Who added the version of it that the person prefers; null where this is it, the only one, or not said.</summary>
    public string? PreferredFrom { get; init; }

    /// <summary>What we wrote ourselves and ORCID has not described.</summary>
    internal static StoredItem Sent(PutCode putCode, OrcidMessage message) => new(putCode, message, null, null, null, "", null);
}
