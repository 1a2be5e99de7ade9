namespace OrcidPortal.Data.Entities;

/// <summary>What one cause would change at ORCID at once, and is too much to go without an admin's word.</summary>
public sealed class Resend : IConcurrent
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>As in <see cref="SyncItem.Cause"/>.</summary>
    public required string Cause { get; init; }

    /// <summary>Only this person's items wait; null: all of the cause.</summary>
    public Guid? PersonId { get; init; }
    public DateTimeOffset At { get; init; }
    public ResendState State { get; set; }
    public string? DecidedBy { get; set; }
    public DateTimeOffset? DecidedAt { get; set; }
    public int Revision { get; set; }
}

public enum ResendState { Waiting, Released }
