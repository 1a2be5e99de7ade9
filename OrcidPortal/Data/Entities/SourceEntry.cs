namespace OrcidPortal.Data.Entities;

/// <summary>What one source says of a record. Source + local id are unique.</summary>
public sealed class SourceEntry : IConcurrent
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid RecordId { get; set; }

    /// <summary>The source's key; for a file <c>file:format:person:file name</c>, up to 300 characters.</summary>
    public required string Source { get; init; }

    /// <summary>The source's id of the entry, up to 300 characters.</summary>
    public required string LocalId { get; init; }
    public RecordFields Fields { get; set; } = new();
    public DateTimeOffset FirstSeenAt { get; init; }
    public DateTimeOffset LastChangedAt { get; set; }

    /// <summary>When it came over from a record that was merged into this one: the entries the record had before speak first. Null: it was here from the beginning.</summary>
    public DateTimeOffset? JoinedAt { get; set; }
    public Guid? ImportRunId { get; set; }
    public int Revision { get; set; }
}
