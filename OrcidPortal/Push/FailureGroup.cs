using OrcidPortal.Data.Entities;

namespace OrcidPortal.Push;

/// <summary>What tells one cause of failure from another.</summary>
/// <param name="State">Failed, Retrying (tried again by itself) or NeedsFix (ORCID refused what our rules let pass).</param>
/// <param name="Status">HTTP status, where there was an answer.</param>
/// <param name="Code">ORCID's error code, where it gave one.</param>
public sealed record FailureGroupKey(SyncState State, FailureKind Kind, int? Status, int? Code);

/// <summary>Which failures are meant; what is null does not narrow.</summary>
/// <param name="Ignored">Those that an admin lets be, instead of those that need a look.</param>
public sealed record FailureFilter(Guid? PersonId = null, RecordKind? Kind = null, bool Ignored = false);

/// <summary>All items that failed for one cause.</summary>
/// <param name="Example">ORCID's words for one of them.</param>
/// <param name="Since">When the longest of them began to fail.</param>
/// <param name="Last">When one of them failed last.</param>
public sealed record FailureGroup(FailureGroupKey Key, int Items, int People, string? Example, DateTimeOffset Since, DateTimeOffset? Last);
