namespace OrcidPortal.Data.Entities;

/// <summary>A record that a curator looks after.</summary>
public sealed class Assignment : IConcurrent
{
    public Guid RecordId { get; init; }
    public Guid AccountId { get; set; }

    /// <summary>What it is about, up to 1,000 characters; or null.</summary>
    public string? Note { get; set; }
    public required string By { get; set; }
    public DateTimeOffset At { get; set; }
    public int Revision { get; set; }
}
