using OrcidPortal.Data.Entities;

namespace OrcidPortal.Pull;

/// <summary>What tells one cause why records cannot be read from another.</summary>
/// <param name="State">Failed: somebody has to look. Retrying: it is tried again by itself, whatever the answers were. Blocked: it is the person's to change.</param>
/// <param name="Result">How ORCID answered, as <c>OrcidResult.Name</c>; null with Retrying.</param>
/// <param name="Status">HTTP status, where there was an answer.</param>
/// <param name="Code">ORCID's error code, where it gave one.</param>
public sealed record ReadFailureKey(SyncState State, string? Result, int? Status, int? Code);

/// <summary>All people whose record cannot be read for one cause.</summary>
/// <param name="Example">ORCID's words for one of them.</param>
/// <param name="Since">Since when the longest of them cannot be read.</param>
/// <param name="Last">When one of them was tried last.</param>
public sealed record ReadFailureGroup(ReadFailureKey Key, int People, string? Example, DateTimeOffset Since, DateTimeOffset? Last);

/// <summary>One of them.</summary>
/// <param name="Name">As lists call the person.</param>
/// <param name="Message">ORCID's words.</param>
/// <param name="Since">Since when the record cannot be read.</param>
/// <param name="TriedAt">When it was tried last.</param>
public sealed record ReadFailureRow(Guid PersonId, string Name, string LocalId, string? Message, DateTimeOffset Since, DateTimeOffset? TriedAt);
