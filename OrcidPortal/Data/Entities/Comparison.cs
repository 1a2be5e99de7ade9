namespace OrcidPortal.Data.Entities;

/// <summary>A look at what ORCID holds from us beside what we believe, for one person or for all who are connected; and the repair that may follow. Looking changes nothing.</summary>
public sealed class Comparison : IConcurrent
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>One person; null: all who are connected.</summary>
    public Guid? PersonId { get; init; }
    public required string By { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
    public ComparisonState State { get; set; }

    /// <summary>How many people it is about; null until they are listed.</summary>
    public int? Total { get; set; }

    /// <summary>Renewed while a process works on it; null while none does. An old one means that the process died.</summary>
    public DateTimeOffset? AliveAt { get; set; }

    /// <summary>When all were read, or it was stopped.</summary>
    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>The kinds of difference that the last repair was asked for, separated by blanks; empty: none was.</summary>
    public string RepairKinds { get; set; } = "";
    public string? RepairBy { get; set; }
    public DateTimeOffset? RepairAskedAt { get; set; }
    public DateTimeOffset? RepairedAt { get; set; }
    public int Revision { get; set; }
}

/// <summary>Stopped: an admin stopped the reading; it can go on. Compared: the report is there, also after a repair.</summary>
public enum ComparisonState { Comparing, Stopped, Compared, Repairing }

/// <summary>One person of a comparison: a row waits until it is their turn.</summary>
public sealed class ComparedPerson
{
    public Guid ComparisonId { get; init; }
    public Guid PersonId { get; init; }
    public ComparedState State { get; set; }

    /// <summary>Why they could not be compared, or are not yet.</summary>
    public UnreadReason Reason { get; set; }

    /// <summary>ORCID's words to that, up to 2,000 characters.</summary>
    public string? Message { get; set; }

    /// <summary>How many entries ORCID holds from us.</summary>
    public int Entries { get; set; }

    /// <summary>How often it was tried in vain, by what waits now.</summary>
    public int Tries { get; set; }
    public DateTimeOffset? TriedAt { get; set; }
    public DateTimeOffset? ComparedAt { get; set; }
    public RepairState Repair { get; set; }
}

public enum ComparedState { Waiting, Compared, Unread }

public enum RepairState { None, Waiting, Done, Failed }

/// <summary>UnderWay: something is being sent for them, or a call is not yet settled. NoAnswer: ORCID is busy or silent. Refused: ORCID will not show it. Unexpected: an error of ours, in the log.</summary>
public enum UnreadReason { None, NotConnected, TokenRejected, RecordLocked, Moved, UnderWay, NoAnswer, Refused, Unexpected }

/// <summary>One thing that ORCID holds otherwise than we believe.</summary>
public sealed class Difference
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid ComparisonId { get; init; }
    public Guid PersonId { get; init; }
    public DifferenceKind Kind { get; init; }

    /// <summary>The item it is about; null: of no record we know.</summary>
    public Guid? SyncItemId { get; init; }
    public Guid? RecordId { get; init; }

    /// <summary>Where in the ORCID record, as in <see cref="RemoteCopy"/>.</summary>
    public required string Section { get; init; }
    public string Title { get; init; } = "";

    /// <summary>The put-code we believe in.</summary>
    public long? PutCode { get; init; }

    /// <summary>The put-code at ORCID.</summary>
    public long? PutCodeThere { get; init; }

    /// <summary>What would go to ORCID by the ordinary rules once it is repaired, at most; null: nothing.</summary>
    public SyncOperation? Sends { get; init; }
    public DifferenceState State { get; set; }
}

/// <summary>
/// PutCodeUnknown: there, and we do not know that it is this item's. OtherPutCode: there, under another put-code. OtherContent: there, and says something
/// else than we sent. Removed: no longer there. NeverThere: its put-code is of another record or client. Stuck: stands as being sent, but no call is open.
/// NoRecord: there from us, of no record here, and not known yet.
/// </summary>
public enum DifferenceKind { PutCodeUnknown, OtherPutCode, OtherContent, Removed, NeverThere, Stuck, NoRecord }

/// <summary>Passed: when it was to be repaired, it was none any more.</summary>
public enum DifferenceState { Open, Repaired, Passed }
