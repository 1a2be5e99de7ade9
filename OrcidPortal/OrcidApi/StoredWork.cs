using OrcidPortal.Identifiers;

namespace OrcidPortal.OrcidApi;

/// <summary>A work as ORCID holds it.</summary>
/// <param name="PutCode">ORCID's number for it.</param>
/// <param name="Work">What it says.</param>
/// <param name="SourceClientId">The client that added it; null where the person did, or ORCID did not say.</param>
/// <param name="Visibility"><c>public</c>, <c>limited</c>, <c>private</c>, <c>registered-only</c>; empty where not said.</param>
public sealed record StoredWork(PutCode PutCode, WorkMessage Work, string? SourceClientId, string Visibility)
{
    /// <summary>The item, or null where it is not a work.</summary>
    internal static StoredWork? Of(StoredItem? item) =>
        item?.Message is WorkMessage work ? new StoredWork(item.PutCode, work, item.SourceClientId, item.Visibility) : null;
}
