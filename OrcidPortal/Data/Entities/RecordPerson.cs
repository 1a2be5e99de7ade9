namespace OrcidPortal.Data.Entities;

/// <summary>A person and a record that is theirs.</summary>
public sealed class RecordPerson
{
    public Guid RecordId { get; init; }
    public Guid PersonId { get; init; }

    /// <summary>Since when the record is no longer theirs; null while it is.</summary>
    public DateTimeOffset? EndedAt { get; set; }
    public DateTimeOffset Since { get; init; }
}
