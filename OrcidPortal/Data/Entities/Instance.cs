namespace OrcidPortal.Data.Entities;

/// <summary>The one row that names this installation; its id is part of every source-work-id.</summary>
public sealed class Instance
{
    public int Id { get; init; } = 1;
    public required string InstanceId { get; init; }
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>The settings with which everything was planned last, where they decide what goes; another text plans everything again.</summary>
    public string? PlannedWith { get; set; }
}
