using OrcidPortal.Data.Entities;

namespace OrcidPortal.Push;

/// <summary>What follows from ORCID's answer for one item.</summary>
/// <param name="Verdict">What to do with it.</param>
/// <param name="Failure">What it met; None where all is well.</param>
/// <param name="RetryAt">When it is due again by itself; null: not by itself, or at once.</param>
/// <param name="CountsAttempt">Whether an attempt was used up.</param>
internal sealed record PushStep(PushVerdict Verdict, FailureKind Failure = FailureKind.None, DateTimeOffset? RetryAt = null, bool CountsAttempt = false);

internal enum PushVerdict
{
    /// <summary>ORCID holds it, or no longer holds it, as wanted.</summary>
    Done,

    /// <summary>The person removed it at ORCID.</summary>
    GoneAtOrcid,

    /// <summary>9021: look at what is there, then adopt it or call it a duplicate.</summary>
    LookAtDuplicate,

    /// <summary>It may have been done: once it cannot take effect any more, look what stands there before anything else.</summary>
    ReadBack,

    /// <summary>Due later by itself.</summary>
    Wait,

    /// <summary>The put-code is not ours; forget it.</summary>
    Detach,

    /// <summary>Waits for a person, a curator or an admin.</summary>
    Fail,

    /// <summary>Nothing is wrong with the item: the connection changed, or the call as a whole was refused.</summary>
    Connection,
}
