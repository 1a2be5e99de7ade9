namespace OrcidPortal.Data.Entities;

/// <summary>A line of the ledger of everything sent, read and answered. Rows are only ever added.</summary>
public sealed class HistoryEntry
{
    public long Id { get; init; }
    public DateTimeOffset At { get; init; }
    public Guid? PersonId { get; init; }
    public Guid? RecordId { get; init; }
    public Guid? SyncItemId { get; init; }
    public Guid? BatchId { get; init; }
    public Guid? AgreementId { get; init; }
    public string? Orcid { get; init; }
    public SyncOperation Operation { get; init; }
    public HistoryOutcome Outcome { get; init; }
    /// <summary>Which part of the ORCID record it is about, as in <see cref="RemoteCopy"/>; null: the record as a whole.</summary>
    public string? Section { get; init; }
    public long? PutCode { get; init; }
    public int? HttpStatus { get; init; }
    public int? OrcidCode { get; init; }

    /// <summary>ORCID's words or ours, up to 2,000 characters, never a token.</summary>
    public string? Message { get; init; }

    /// <summary>The record's title at that time.</summary>
    public string? Title { get; init; }

    /// <summary>Who or what started it.</summary>
    public required string By { get; init; }
    public int? DurationMs { get; init; }
}

public enum HistoryOutcome { Done, Refused, Failed, Retried, Unknown }
