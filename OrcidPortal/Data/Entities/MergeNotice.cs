namespace OrcidPortal.Data.Entities;

/// <summary>What a person is told of two of their works that were one; it stands on their home page until they put it away.</summary>
public sealed class MergeNotice
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid PersonId { get; init; }

    /// <summary>The record that stayed.</summary>
    public Guid RecordId { get; init; }

    /// <summary>Its title then, up to 1,000 characters.</summary>
    public required string KeptTitle { get; init; }

    /// <summary>The title of the one that is gone, up to 1,000 characters.</summary>
    public required string GoneTitle { get; init; }
    public DateTimeOffset At { get; init; }
    public DateTimeOffset? SeenAt { get; set; }
}
