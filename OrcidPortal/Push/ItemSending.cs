using OrcidPortal.Mapping;
using OrcidPortal.Data.Entities;
using OrcidPortal.Identifiers;
using OrcidPortal.OrcidApi;
using OrcidPortal.Remote;

namespace OrcidPortal.Push;

/// <summary>One call that writes: intent, call, answer.</summary>
public sealed class ItemSending(Intents intents, Answers answers, DuplicateLook duplicates, RecordReader reader, CopySettling settling, OrcidMemberClient client, CallBudget budget, SendPoints points, Mistakes mistakes)
{
    /// <summary>
    /// So many write an intent or an answer at the same time, those with the longest lists first. Were it everybody, each would wait for a processor at every step,
    /// and the longest list, which is one call after the other, would end last.
    /// </summary>
    private readonly CallTurns _turns = new(places: Math.Max(4, 2 * Environment.ProcessorCount));

    /// <summary>Adds up to 100 works or one other item in one call, or changes or removes one.</summary>
    /// <param name="itemIds">What is due; one for a change or removal.</param>
    /// <returns>Whether to go on with this person.</returns>
    internal async Task<bool> SendAsync(PersonSession session, SyncOperation operation, IReadOnlyList<Guid> itemIds, CancellationToken cancellationToken)
    {
        if (await InTurnAsync(session, () => intents.WriteAsync(session, operation, itemIds, cancellationToken), cancellationToken) is not { } intent) return true;
        await points.AfterIntent(operation);
        // From here on the call is made and its answer saved, also while the process is asked to stop.
        var (result, perItem, duration) = await CallAsync(session, intent);
        // Refused as a whole: one of them is to blame. Smaller calls find it; the others are not to pay for it.
        var release = result is OrcidResult.Refused && intent.Items.Count > 1;
        if (release) session.BatchSize = (intent.Items.Count + 1) / 2;
        IReadOnlyList<PushStep> steps;
        try
        {
            steps = await InTurnAsync(session, () => answers.WriteAsync(session, intent, perItem, result, duration, release, CancellationToken.None), CancellationToken.None);
        }
        catch (LeaseLostException)
        {
            await answers.NoteLateAsync(session, intent, result, duration, CancellationToken.None);
            throw;
        }
        if (steps.Any(s => s.Verdict != PushVerdict.Done))
        {
            session.MustLookAgain = true;
            session.ForgetKeys();
        }
        var looks = intent.Items.Zip(perItem).Zip(steps).Where(p => p.Second.Verdict == PushVerdict.LookAtDuplicate).Select(p => p.First).ToList();
        if (looks.Count > 0) await duplicates.LookAsync(session, intent, looks, CancellationToken.None);
        // Not ours after all: what is ours stands under another number, or nowhere.
        if (steps.Any(s => s.Verdict == PushVerdict.Detach) && await reader.ReadAsync(session.Access.PersonId, session.Hold, CancellationToken.None) is ReadOutcome.Complete)
            await settling.SettleAsync(session, CancellationToken.None, intent.Items[0].PutCode);
        return result is not (OrcidResult.TokenRejected or OrcidResult.MissingScope or OrcidResult.Moved or OrcidResult.Locked or OrcidResult.Busy
            or OrcidResult.Unreachable or OrcidResult.OutcomeUnknown or OrcidResult.ClientLocked or OrcidResult.TooMany);
    }

    private async Task<T> InTurnAsync<T>(PersonSession session, Func<Task<T>> write, CancellationToken cancellationToken)
    {
        await _turns.EnterAsync(session.Hold.Behind, cancellationToken);
        try
        {
            return await write();
        }
        finally
        {
            _turns.Leave();
        }
    }

    private async Task<(OrcidResult Result, IReadOnlyList<OrcidAnswer<StoredItem>> PerItem, TimeSpan Duration)> CallAsync(PersonSession session, Intent intent)
    {
        var access = session.Access;
        var first = intent.Items[0];
        switch (intent.Operation)
        {
            case SyncOperation.Add when intent.Section == OrcidSection.Work:
                var added = await AskAsync(() => client.AddManyAsync(access.Orcid, access.AccessToken, [.. intent.Items.Select(i => Named(i.Record!.Work!))], CancellationToken.None));
                if (added.Value is not { } parts) return (added.Result, All(intent, added.Result), added.Duration);
                return Fits(intent, parts) ? (added.Result, parts, added.Duration) : Unknown(intent, added.Duration);
            case SyncOperation.Add:
                var one = await AskAsync(() => client.AddAsync(access.Orcid, access.AccessToken, first.Record!.Message, CancellationToken.None));
                return (one.Result, [one], one.Duration);
            case SyncOperation.Update:
                var updated = await AskAsync(() => client.UpdateAsync(access.Orcid, access.AccessToken, new PutCode(first.PutCode!.Value), first.Record!.Message, CancellationToken.None));
                return (updated.Result, [updated], updated.Duration);
            default:
                var removed = await AskAsync(() => client.RemoveAsync(access.Orcid, access.AccessToken, intent.Section, new PutCode(first.PutCode!.Value), CancellationToken.None));
                return (removed.Result, All(intent, removed.Result), removed.Duration);
        }

        Task<OrcidAnswer<T>> AskAsync<T>(Func<Task<OrcidAnswer<T>>> call) => budget.CallAsync(session.Hold, async () =>
        {
            await points.BeforeCall(intent.Operation);
            return await call();
        }, CancellationToken.None);
    }

    private WorkMessage Named(WorkMessage work) => mistakes.Made != Mistake.NoSelfIdentifier
        ? work
        : work with { ExternalIds = [new ExternalId("source-work-id", $"{Guid.NewGuid():N}", Relationship.Self, null)] };

    private static IReadOnlyList<OrcidAnswer<StoredItem>> All(Intent intent, OrcidResult result) =>
        [.. intent.Items.Select(_ => new OrcidAnswer<StoredItem>(result, null, TimeSpan.Zero))];

    /// <summary>Answers are matched by position; each work that was taken must share a self id with the one sent in its place.</summary>
    private static bool Fits(Intent intent, IReadOnlyList<OrcidAnswer<StoredItem>> parts) =>
        parts.Count == intent.Items.Count
        && parts.Zip(intent.Items).All(p => p.First.Value is not { } stored
            || SelfKeys.Of(stored.Message).Any(p.Second.Record!.SelfKeys.Contains));

    private static (OrcidResult, IReadOnlyList<OrcidAnswer<StoredItem>>, TimeSpan) Unknown(Intent intent, TimeSpan duration)
    {
        var result = new OrcidResult.OutcomeUnknown { Message = "ORCID's answer does not fit what was sent." };
        return (result, All(intent, result), duration);
    }
}
