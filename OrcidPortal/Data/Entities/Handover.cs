namespace OrcidPortal.Data.Entities;

/// <summary>A failed item that an admin handed to the curators, with its cause as it was. It counts as long as the item stands failed as then.</summary>
public sealed class Handover : IConcurrent
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid SyncItemId { get; init; }
    public Guid RecordId { get; init; }
    public Guid PersonId { get; init; }

    /// <summary>When the item had failed; a later failure is another one.</summary>
    public DateTimeOffset? FailedAt { get; init; }
    public FailureKind Failure { get; init; }
    public int? Status { get; init; }
    public int? Code { get; init; }

    /// <summary>ORCID's words.</summary>
    public string? Message { get; init; }

    /// <summary>The admin's words to the curators, up to 1,000 characters.</summary>
    public required string Note { get; init; }
    public required string By { get; init; }
    public DateTimeOffset At { get; init; }
    public HandoverState State { get; set; }
    public string? DoneBy { get; set; }
    public DateTimeOffset? DoneAt { get; set; }

    /// <summary>The curator's words back to the admins, up to 1,000 characters.</summary>
    public string? Words { get; set; }
    public int Revision { get; set; }
}

public enum HandoverState { Open, TriedAgain, GivenBack }
