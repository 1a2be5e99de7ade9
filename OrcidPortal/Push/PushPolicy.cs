using OrcidPortal.Data.Entities;
using OrcidPortal.OrcidApi;

namespace OrcidPortal.Push;

/// <summary>What each answer of ORCID means for an item. Pure.</summary>
internal static class PushPolicy
{
    /// <summary>How often an item may end with an unknown outcome before it waits for an admin.</summary>
    public const int MostUnknown = 5;

    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);

    /// <summary>Says what follows from one answer.</summary>
    /// <param name="item">The item as it was sent.</param>
    /// <param name="operation">Add, Update or Remove.</param>
    /// <param name="result">ORCID's answer for this item.</param>
    /// <param name="now">The time of the answer.</param>
    public static PushStep Next(SyncItem item, SyncOperation operation, OrcidResult result, DateTimeOffset now) => result switch
    {
        OrcidResult.Ok => new(PushVerdict.Done),
        OrcidResult.NotFound when operation == SyncOperation.Remove => new(PushVerdict.Done),
        OrcidResult.NotFound when operation == SyncOperation.Update => new(PushVerdict.GoneAtOrcid),
        OrcidResult.Duplicate when operation != SyncOperation.Remove => new(PushVerdict.LookAtDuplicate, CountsAttempt: true),
        OrcidResult.Duplicate => new(PushVerdict.Fail, FailureKind.DuplicateOfOther, CountsAttempt: true),
        OrcidResult.Refused => new(PushVerdict.Fail, FailureKind.Refused, CountsAttempt: true),
        OrcidResult.NotSource => new(PushVerdict.Detach, FailureKind.NotOurs, CountsAttempt: true),
        OrcidResult.TokenRejected or OrcidResult.MissingScope or OrcidResult.Moved or OrcidResult.Locked => new(PushVerdict.Connection),
        OrcidResult.Busy busy => new(PushVerdict.Wait, FailureKind.Busy, now + Later(busy.RetryAfter, item)),
        OrcidResult.Unreachable => new(PushVerdict.Wait, FailureKind.Unreachable, now + Pause(item.Retries, item.Id)),
        // Also a change or removal waits until it cannot take effect any more: else it might undo what is sent next.
        OrcidResult.OutcomeUnknown => new(PushVerdict.ReadBack, FailureKind.OutcomeUnknown, CountsAttempt: true),
        OrcidResult.TooMany => new(PushVerdict.Fail, FailureKind.TooMany, CountsAttempt: true),
        // All calls stop until somebody spoke with ORCID; then everything goes on by itself.
        OrcidResult.ClientLocked => new(PushVerdict.Wait, FailureKind.ClientLocked, now + LongestWait),
        _ => new(PushVerdict.Fail, FailureKind.Unexpected, CountsAttempt: true),
    };

    /// <summary>Says what follows when it is still to be done after an unknown outcome: at first at once, later after a pause, then not by itself.</summary>
    public static PushStep AfterUnknown(SyncItem item, DateTimeOffset now) => item.Attempts >= MostUnknown
        ? new(PushVerdict.Fail, FailureKind.Unexpected)
        : new(PushVerdict.Wait, FailureKind.OutcomeUnknown, item.Attempts <= 1 ? now : now + Pause(item.Attempts - 2, item.Id));

    /// <summary>The pause before the next try: a minute, doubled each time in a row, at most an hour, and up to a fifth more so that not all come back at once.</summary>
    public static TimeSpan Pause(int times, Guid id)
    {
        var wait = TimeSpan.FromMinutes(Math.Pow(2, Math.Clamp(times, 0, 6)));
        var share = (uint)id.GetHashCode() % 1000 / 5000.0;
        return (wait < LongestWait ? wait : LongestWait) * (1 + share);
    }

    private static TimeSpan Later(TimeSpan? asked, SyncItem item) =>
        asked is { } time && time > TimeSpan.Zero ? (time < TimeSpan.FromDays(1) ? time : TimeSpan.FromDays(1)) : Pause(item.Retries, item.Id);
}
