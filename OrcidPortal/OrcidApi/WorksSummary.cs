namespace OrcidPortal.OrcidApi;

/// <summary>All works of a record that the token may see, groups flattened.</summary>
/// <param name="LastModified">When any of them last changed; null where there are none.</param>
/// <param name="Works">In ORCID's order.</param>
public sealed record WorksSummary(DateTimeOffset? LastModified, IReadOnlyList<WorkSummary> Works);
