namespace OrcidPortal.Data.Entities;

/// <summary>The last call for an item that failed, as it went and as it was answered, without any token.</summary>
public sealed class FailedCall
{
    public Guid SyncItemId { get; init; }
    public DateTimeOffset At { get; set; }

    /// <summary>Method and address.</summary>
    public required string Line { get; set; }

    /// <summary>What was sent, up to 100,000 characters; null: nothing (a removal).</summary>
    public string? Request { get; set; }

    /// <summary>What came back, up to 20,000 characters; null: nothing.</summary>
    public string? Answer { get; set; }
}
