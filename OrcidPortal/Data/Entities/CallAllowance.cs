namespace OrcidPortal.Data.Entities;

/// <summary>What one client may still call at one registry: one row that all processes share.</summary>
public sealed class CallAllowance
{
    /// <summary><c>environment|client id</c>; of the public API with <c>public|</c> before it. With a number behind it: the calls of one hour, as <see cref="Turn"/>, until <see cref="NextAt"/>.</summary>
    public required string Key { get; init; }

    /// <summary>Raised by whoever reserves, before anything else: the row is theirs until they commit.</summary>
    public long Turn { get; set; }

    /// <summary>When the next call would be due if calls went evenly; earlier than now: what was not used may go at once, up to the burst.</summary>
    public DateTimeOffset NextAt { get; set; }

    /// <summary>Since when the registry does not answer, or asks for patience; null: it is open.</summary>
    public DateTimeOffset? ClosedSince { get; set; }

    /// <summary>Why it is closed: Busy, Unreachable, OutcomeUnknown, ClientLocked.</summary>
    public string? ClosedBecause { get; set; }

    /// <summary>While closed: when one call may look whether it answers again.</summary>
    public DateTimeOffset? ProbeAt { get; set; }
}
