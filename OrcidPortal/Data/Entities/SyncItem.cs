namespace OrcidPortal.Data.Entities;

/// <summary>
/// One row per person and record: what ORCID should hold, and how far we are. The planner writes the first block,
/// the person and curators the second, the sender the third. <see cref="State"/> is computed from all of them by
/// <c>SyncStates</c> in Push at every write, so that lists can filter on it.
/// </summary>
public sealed class SyncItem : IConcurrent
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid PersonId { get; init; }
    public Guid RecordId { get; init; }
    public RecordKind Kind { get; init; }
    public SyncState State { get; set; }
    public DateTimeOffset StateSince { get; set; }

    // Planner
    public Desired Desired { get; set; } = Desired.Leave;
    public LeaveReason LeaveReason { get; set; }
    public int DesiredVersion { get; set; }

    /// <summary>Since when <see cref="Desired"/> and its meaning are what they are; the quiet time counts from here.</summary>
    public DateTimeOffset DesiredAt { get; set; }

    /// <summary>Keys by which the desired version is recognised at ORCID: its self identifiers; of what has none, what it is about.</summary>
    public ValueList<string> SelfKeys { get; set; } = [];

    /// <summary>Fingerprint of meaning of the desired version; empty where it has blocking problems.</summary>
    public string DesiredFingerprint { get; set; } = "";

    /// <summary>Blocking problems of this person and record.</summary>
    public int ProblemCount { get; set; }
    public BlockReason BlockReason { get; set; }
    public HoldReason HoldReason { get; set; }

    /// <summary>Whether the person has agreed to this item going: the first sync is confirmed (or they added it by hand).</summary>
    public bool Approved { get; set; }

    /// <summary>The version the person confirmed one by one, where their word is needed for each (other names).</summary>
    public int? ConfirmedVersion { get; set; }

    /// <summary>ORCID holds it from somebody else, and the person's rule is to leave it.</summary>
    public bool AlreadyThere { get; set; }
    public string? AlreadyThereFrom { get; set; }

    /// <summary>Its record was merged into another one that stands at ORCID, too: what stands there for it goes at once, and the item with it. No list of records or works shows it.</summary>
    public bool MergedAway { get; set; }

    /// <summary>Not before this time, from mode and quiet time; null: at once.</summary>
    public DateTimeOffset? DueAt { get; set; }

    /// <summary>What made it differ from what stands at ORCID: <c>import:{id}</c>, <c>vocabulary.set</c> ...; null where nothing would be changed or removed there.</summary>
    public string? Cause { get; set; }

    // Person and curators
    public DateTimeOffset? ExcludedAt { get; set; }
    public string? ExcludedBy { get; set; }
    public string? ExcludedReason { get; set; }

    /// <summary>A curator excluded it, not the person: only curators take that back.</summary>
    public bool ExcludedByLibrary { get; set; }

    /// <summary>The person asked for it themselves: daily hour and quiet time do not count.</summary>
    public DateTimeOffset? SendNowAt { get; set; }

    /// <summary>Who asked, as history shows it.</summary>
    public string? SendNowBy { get; set; }

    // Sender
    public int SentVersion { get; set; }

    /// <summary>Fingerprint of what ORCID holds from us; empty: nothing.</summary>
    public string SentFingerprint { get; set; } = "";

    /// <summary>The put-code of the remote copy, for lists; <see cref="RemoteCopy"/> is the truth.</summary>
    public long? PutCode { get; set; }
    public DateTimeOffset? SentAt { get; set; }

    /// <summary>The open batch whose answer is not yet saved.</summary>
    public Guid? BatchId { get; set; }
    public int Attempts { get; set; }

    /// <summary>How often in a row the registry was busy or silent; not an attempt.</summary>
    public int Retries { get; set; }
    public DateTimeOffset? RetryAt { get; set; }
    public FailureKind Failure { get; set; }
    public int? FailureStatus { get; set; }
    public int? FailureCode { get; set; }

    /// <summary>ORCID's words, up to 2,000 characters, without any token.</summary>
    public string? FailureMessage { get; set; }

    /// <summary>The version ORCID refused; a newer one is tried again.</summary>
    public int? RefusedVersion { get; set; }

    /// <summary>When it failed last.</summary>
    public DateTimeOffset? FailedAt { get; set; }

    /// <summary>An admin looked at the failure and lets it be; a new attempt forgets that.</summary>
    public DateTimeOffset? IgnoredAt { get; set; }
    public string? IgnoredBy { get; set; }
    public string? IgnoredReason { get; set; }
    public DateTimeOffset? RemovedAtOrcidAt { get; set; }
    public int Revision { get; set; }
}

public enum Desired { Leave, Present, Absent }

/// <summary>NotOurs: a position at an organisation the institution does not speak for. NotMyRole: the person has a part in the work that does not count as theirs. SwitchedOff: the institution sends no profile items. FromOrcid: the person took it over from their ORCID record, and nobody else knows it.</summary>
public enum LeaveReason { None, NotChosen, LeftByPerson, Disconnected, NotOurs, NotMyRole, SwitchedOff, FromOrcid }

/// <summary>The states of design §4, in their order of precedence.</summary>
public enum SyncState
{
    Sending, Excluded, NotChosen, RemovedAtOrcid, AlreadyThere, NeedsFix, Blocked, Failed, Held, AwaitingApproval, Retrying, Ready, InSync,
}

public enum BlockReason { None, NeverConnected, TokenRejected, MissingScope, RecordLocked, Disconnected }

public enum HoldReason { None, NameCheck, Pilot, Brake, OpenProposal }

/// <summary>What the sender met last; None where all is well. IdentifierMoves: another record of the person is still to give up an identifier.</summary>
public enum FailureKind { None, Refused, Busy, Unreachable, OutcomeUnknown, DuplicateOfOther, NotOurs, TooMany, ClientLocked, Unexpected, IdentifierMoves }
