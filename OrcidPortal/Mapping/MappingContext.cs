namespace OrcidPortal.Mapping;

/// <summary>What the mapper must know beside the fields.</summary>
/// <param name="InstanceId">The id of this installation (<c>Instance.InstanceId</c>).</param>
/// <param name="RecordId">The record's id.</param>
/// <param name="LandingPage">The record's page in this portal or the repository, absolute; null where there is none.</param>
public sealed record MappingContext(string InstanceId, Guid RecordId, string? LandingPage);
