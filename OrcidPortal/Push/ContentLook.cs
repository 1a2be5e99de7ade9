using Microsoft.EntityFrameworkCore;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.Identifiers;
using OrcidPortal.Mapping;
using OrcidPortal.OrcidApi;
using OrcidPortal.Records;
using OrcidPortal.Remote;

namespace OrcidPortal.Push;

/// <summary>Reads what our copies say where only their summaries are known, up to 100 works in one call, so that nothing is sent again that stands there already.</summary>
public sealed class ContentLook(OrcidMemberClient client, CallBudget budget, ConnectionTransitions transitions, TimeProvider time)
{
    private const string ReadScope = "/read-limited";

    /// <summary>Looks.</summary>
    /// <param name="items">Items of one kind with a put-code whose content is not known, at most as many as <see cref="ItemLook.Limit"/> allows.</param>
    /// <returns>False where ORCID did not show it: stop for now.</returns>
    internal async Task<bool> LookAsync(PersonSession session, IReadOnlyList<NextItem> items, CancellationToken cancellationToken)
    {
        var codes = items.Select(i => new PutCode(i.PutCode!.Value)).ToList();
        var section = KindSections.Of(items[0].Kind);
        session.LookedAt.UnionWith(items.Select(i => i.Id));
        var answer = await budget.CallAsync(session.Hold, () => ItemLook.ReadAsync(client, session, section, codes), cancellationToken);
        if (answer.Value is not { } stored)
        {
            await session.Hold.RunAsync((db, ct) => transitions.ApplyAsync(db, session.Access, answer.Result, ReadScope, session.OpenedAt, ct), CancellationToken.None);
            return answer.Result is OrcidResult.Refused or OrcidResult.NotFound or OrcidResult.MissingScope;
        }
        var found = stored.Where(i => i.SourceClientId == session.Access.ClientId).DistinctBy(i => i.PutCode).ToDictionary(i => i.PutCode.Value, i => new SeenContent(Fingerprints.Of(i.Message), SelfKeys.Of(i.Message)));
        await NoteAsync(session, section.Name(), found, Desires.FoundAtOrcid, cancellationToken);
        return true;
    }

    /// <summary>Writes down what copies were seen to say.</summary>
    /// <param name="found">What they say, by put-code; at most 100.</param>
    /// <param name="cause">Of the changes that follow where it differs from what is wanted.</param>
    internal Task NoteAsync(PersonSession session, string section, IReadOnlyDictionary<long, SeenContent> found, string cause, CancellationToken cancellationToken) =>
        session.Hold.RunAsync((db, ct) => WriteAsync(db, session, section, found, cause, ct), cancellationToken);

    private async Task WriteAsync(PortalDb db, PersonSession session, string section, IReadOnlyDictionary<long, SeenContent> found, string cause, CancellationToken cancellationToken)
    {
        var codes = found.Keys.ToArray();
        var copies = await session.Copies(db, section).Where(c => codes.Contains(c.PutCode) && c.SyncItemId != null).ToListAsync(cancellationToken);
        var ids = copies.Select(c => c.SyncItemId!.Value).ToArray();
        var items = await db.SyncItems.Where(i => ids.Contains(i.Id) && i.BatchId == null).ToDictionaryAsync(i => i.Id, cancellationToken);
        foreach (var copy in copies)
        {
            if (items.GetValueOrDefault(copy.SyncItemId!.Value) is not { } item) continue;
            var seen = found[copy.PutCode];
            copy.Fingerprint = item.SentFingerprint = seen.Fingerprint;
            if (seen.SelfKeys is not null) copy.SelfKeys = [.. seen.SelfKeys];
            if (SyncStates.IsAsDesired(item))
            {
                item.Failure = FailureKind.None;
                item.FailureStatus = item.FailureCode = item.RefusedVersion = null;
                item.FailureMessage = null;
                item.RetryAt = item.SendNowAt = null;
                item.SendNowBy = null;
                item.Attempts = item.Retries = 0;
                item.SentVersion = item.DesiredVersion;
            }
            SyncStates.Settle(item, time.GetUtcNow());
        }
        // What differs would be changed: the planner counts how much that is before anything goes.
        if (items.Values.Any(i => !SyncStates.IsAsDesired(i))) PlanRequests.Ask(db, PlanScope.Person, session.Access.PersonId, cause, time.GetUtcNow());
    }
}

/// <summary>What a copy was seen to say.</summary>
/// <param name="SelfKeys">Null: as a reading of the whole record wrote them down.</param>
internal sealed record SeenContent(string Fingerprint, IReadOnlyList<string>? SelfKeys = null);
