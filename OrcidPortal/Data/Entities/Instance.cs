namespace OrcidPortal.Data.Entities;

/// <summary>The one row that names this installation; its id is part of every source-work-id.</summary>
public sealed class Instance
{
    public int Id { get; init; } = 1;
    public required string InstanceId { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
}
