namespace OrcidPortal.Push;

/// <summary>What the person decided at ORCID about what stands there from us.</summary>
/// <param name="Visibility">Who may see it: <c>public</c>, <c>limited</c> ...; null: not read yet.</param>
/// <param name="PreferredFrom">Who added the version they prefer; null where it is ours, or the only one.</param>
public sealed record CopyAtOrcid(string? Visibility, string? PreferredFrom);
