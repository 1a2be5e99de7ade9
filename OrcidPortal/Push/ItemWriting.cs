using OrcidPortal.Mapping;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.History;
using OrcidPortal.OrcidApi;

namespace OrcidPortal.Push;

/// <summary>Writes the sender's columns of one item, its remote copy and its history; never the planner's columns.</summary>
internal sealed class ItemWriting(PortalDb db, PersonSession session, SyncItem item, RemoteCopy? copy, DateTimeOffset now)
{
    /// <summary>Writes what follows from an answer.</summary>
    public void Apply(PushStep step, SyncOperation operation, IntentItem line, OrcidAnswer<StoredItem> answer)
    {
        if (step.CountsAttempt) item.Attempts++;
        if (step.Verdict is not (PushVerdict.LookAtDuplicate or PushVerdict.ReadBack)) item.BatchId = null;
        switch (step.Verdict)
        {
            case PushVerdict.Done when operation == SyncOperation.Remove:
                Forget();
                Succeed(line.Version);
                break;
            case PushVerdict.Done:
                Hold(answer.Value?.PutCode.Value ?? line.PutCode!.Value, line.Record!.Fingerprint, line.Record.SelfKeys, line.Title);
                Succeed(line.Version);
                break;
            case PushVerdict.GoneAtOrcid:
                Forget();
                Succeed(item.SentVersion);
                item.RemovedAtOrcidAt = now;
                break;
            case PushVerdict.Detach:
                Forget();
                Meet(step, answer.Result, line.Version);
                break;
            case PushVerdict.Wait:
                item.Retries++;
                Meet(step, answer.Result, line.Version);
                break;
            case PushVerdict.Fail:
            case PushVerdict.ReadBack:
                Meet(step, answer.Result, line.Version);
                break;
        }
        SyncStates.Settle(item, now);
    }

    /// <summary>Takes what stands at ORCID as this item's.</summary>
    /// <param name="fingerprint">Of what was read there; empty where only the summary is known.</param>
    public void Adopt(long putCode, string fingerprint, IReadOnlyList<string> selfKeys, string title)
    {
        item.BatchId = null;
        Hold(putCode, fingerprint, selfKeys, title);
        Succeed(item.SentVersion);
        SyncStates.Settle(item, now);
    }

    /// <summary>It was removed as wanted.</summary>
    public void Gone(int version)
    {
        item.BatchId = null;
        Forget();
        Succeed(version);
        SyncStates.Settle(item, now);
    }

    /// <summary>The person removed it at ORCID.</summary>
    public void Removed()
    {
        Forget();
        Succeed(item.SentVersion);
        item.RemovedAtOrcidAt = now;
        SyncStates.Settle(item, now);
    }

    /// <summary>Notes what stands against it without an answer of its own.</summary>
    public void Stop(PushStep step, OrcidResult result, int version)
    {
        item.BatchId = null;
        if (step.CountsAttempt) item.Attempts++;
        if (step.Verdict == PushVerdict.Wait && step.Failure != FailureKind.OutcomeUnknown) item.Retries++;
        Meet(step, result, version);
        SyncStates.Settle(item, now);
    }

    /// <summary>Adds the line of the ledger that every call leaves.</summary>
    public void AddHistory(PushStep step, Intent intent, IntentItem line, OrcidResult result, TimeSpan duration) => Ledger.Add(db, new HistoryEntry
    {
        At = now, PersonId = item.PersonId, RecordId = item.RecordId, SyncItemId = item.Id, BatchId = intent.BatchId, AgreementId = intent.AgreementId,
        Orcid = session.Access.Orcid.Value, Operation = intent.Operation, Outcome = OutcomeOf(step), Section = intent.Section.Name(), PutCode = item.PutCode ?? line.PutCode, HttpStatus = result.HttpStatus,
        OrcidCode = CodeOf(result), Message = step.Verdict == PushVerdict.GoneAtOrcid ? "No longer at ORCID: it was removed there. It is not added again." : result.Message,
        Title = line.Title, By = line.By, DurationMs = (int)duration.TotalMilliseconds,
    });

    private void Hold(long putCode, string fingerprint, IReadOnlyList<string> selfKeys, string title)
    {
        var section = KindSections.NameOf(item.Kind);
        if (copy is null || copy.PutCode != putCode)
        {
            copy?.SyncItemId = null;
            copy = db.RemoteCopies.Local.FirstOrDefault(c => c.PutCode == putCode && c.Section == section && c.Orcid == session.Access.Orcid.Value && c.Environment == session.Access.Environment && c.ClientId == session.Access.ClientId);
            if (copy is null) db.RemoteCopies.Add(copy = session.NewCopy(section, putCode));
        }
        copy.SyncItemId = item.Id;
        copy.Fingerprint = fingerprint;
        copy.SelfKeys = [.. selfKeys];
        copy.Title = title.Length <= 1000 ? title : title[..1000];
        copy.ConfirmedAt = now;
        copy.MissingSince = null;
        item.PutCode = putCode;
        item.SentFingerprint = fingerprint;
        item.RemovedAtOrcidAt = null;
    }

    private void Forget()
    {
        if (copy is not null) db.RemoteCopies.Remove(copy);
        copy = null;
        item.PutCode = null;
        item.SentFingerprint = "";
        item.SentVersion = 0;
        // What its record was merged into stands there; nothing is left to be known of this one.
        if (item.MergedAway && item.BatchId is null) db.SyncItems.Remove(item);
    }

    private void Succeed(int version)
    {
        item.SentVersion = item.PutCode is null ? 0 : version;
        item.SentAt = item.PutCode is null ? item.SentAt : now;
        item.Attempts = 0;
        item.Retries = 0;
        item.RetryAt = null;
        item.Failure = FailureKind.None;
        item.FailureStatus = item.FailureCode = item.RefusedVersion = null;
        item.FailureMessage = null;
        item.FailedAt = null;
        SyncItems.Regard(item);
        if (item.PutCode is null || !SyncStates.IsAsDesired(item)) return;
        item.SendNowAt = null;
        item.SendNowBy = null;
    }

    private void Meet(PushStep step, OrcidResult result, int version)
    {
        item.Failure = step.Failure;
        item.FailedAt = now;
        SyncItems.Regard(item);
        item.RetryAt = step.RetryAt;
        item.FailureStatus = result.HttpStatus;
        item.FailureCode = CodeOf(result);
        item.FailureMessage = result.Message is { Length: > 2000 } words ? words[..2000] : result.Message;
        item.RefusedVersion = step.Failure is FailureKind.Refused or FailureKind.DuplicateOfOther ? version : null;
    }

    private int? CodeOf(OrcidResult result) => result switch
    {
        OrcidResult.Refused refused => refused.Code,
        OrcidResult.Locked locked => locked.Code,
        OrcidResult.Duplicate => item.Kind.IsProfileItem() ? 9030 : 9021,
        OrcidResult.TooMany => 9048,
        OrcidResult.ClientLocked => 9057,
        _ => null,
    };

    private static HistoryOutcome OutcomeOf(PushStep step) => step.Verdict switch
    {
        PushVerdict.Done => HistoryOutcome.Done,
        PushVerdict.Wait => HistoryOutcome.Retried,
        PushVerdict.ReadBack => HistoryOutcome.Unknown,
        PushVerdict.LookAtDuplicate or PushVerdict.Detach => HistoryOutcome.Refused,
        PushVerdict.Fail when step.Failure is FailureKind.Refused or FailureKind.DuplicateOfOther => HistoryOutcome.Refused,
        _ => HistoryOutcome.Failed,
    };
}
