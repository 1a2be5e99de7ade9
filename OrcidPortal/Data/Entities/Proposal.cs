namespace OrcidPortal.Data.Entities;

/// <summary>Corrections of a researcher that wait for a curator. A person has at most one open proposal for a record: a later one takes the earlier one's place.</summary>
public sealed class Proposal : IConcurrent
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid RecordId { get; init; }
    public Guid PersonId { get; init; }

    /// <summary>The account that proposed.</summary>
    public Guid AccountId { get; init; }
    public required string By { get; init; }
    public DateTimeOffset At { get; init; }

    /// <summary>In the order they are to be laid over the record.</summary>
    public ValueList<ProposedChange> Changes { get; init; } = [];

    /// <summary>Why, in the researcher's words, up to 1,000 characters.</summary>
    public string? Reason { get; init; }
    public ProposalState State { get; set; }
    public string? DecidedBy { get; set; }
    public DateTimeOffset? DecidedAt { get; set; }

    /// <summary>What the curator says to the researcher, up to 1,000 characters.</summary>
    public string? Words { get; set; }

    /// <summary>When the researcher put the answer aside; until then their home page shows it.</summary>
    public DateTimeOffset? SeenAt { get; set; }
    public int Revision { get; set; }
}

/// <summary>One field or element of a proposal.</summary>
/// <param name="Field">A path of <c>FieldPaths</c>.</param>
/// <param name="Key">The element of a list field; null for a single field.</param>
/// <param name="Value">As corrections keep it; null clears or removes.</param>
/// <param name="Before">What the record said when it was proposed, in the same form; null: nothing.</param>
public sealed record ProposedChange(string Field, string? Key, CorrectionOp Op, string? Value, string? Before);

/// <summary>Withdrawn: by the researcher, or another proposal took its place.</summary>
public enum ProposalState { Open, Accepted, Declined, Withdrawn }
