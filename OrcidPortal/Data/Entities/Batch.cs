namespace OrcidPortal.Data.Entities;

/// <summary>What is about to be sent, committed before the call.</summary>
public sealed class Batch : IConcurrent
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid PersonId { get; init; }
    public required string LeaseKey { get; init; }
    public required string Orcid { get; init; }
    public SyncOperation Operation { get; init; }
    public required string Section { get; init; }
    public Guid? AgreementId { get; init; }
    public required string StartedBy { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
    public BatchState State { get; set; }

    /// <summary>When an open batch may be read back: the call cannot still be under way.</summary>
    public DateTimeOffset ReadBackAfter { get; set; }
    public DateTimeOffset? EndedAt { get; set; }
    public int Revision { get; set; }
    public List<BatchItem> Items { get; } = [];
}

/// <summary>One work of a batch, in its place.</summary>
public sealed class BatchItem
{
    public Guid BatchId { get; init; }
    public int Ordinal { get; init; }
    public Guid SyncItemId { get; init; }
    public int RecordVersion { get; init; }
    public required string Fingerprint { get; init; }
    public ValueList<string> SelfKeys { get; init; } = [];

    /// <summary>The put-code of an update or removal.</summary>
    public long? PutCode { get; init; }
}

/// <summary>Open: the answer is not saved. Answered: it is. Resolved: it was unknown and read back.</summary>
public enum BatchState { Open, Answered, Resolved }

public enum SyncOperation { Add, Update, Remove, Adopt, Read, Connect, Disconnect, Merge }
