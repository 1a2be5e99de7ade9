using Microsoft.EntityFrameworkCore;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.Identifiers;
using OrcidPortal.Mapping;
using OrcidPortal.OrcidApi;
using OrcidPortal.Remote;

namespace OrcidPortal.Push.Reconciling;

/// <summary>Reads one ORCID record under the lease and compares it with what we believe. Nothing is written: neither here nor there.</summary>
public sealed class RecordComparison(RecordReader reader, OrcidMemberClient client, CallBudget budget, IDbContextFactory<PortalDb> contexts)
{
    /// <summary>Reads and compares.</summary>
    /// <param name="session">The person under the lease.</param>
    internal async Task<ComparedRecord> CompareAsync(PersonSession session, CancellationToken cancellationToken)
    {
        var look = await reader.LookAsync(session.Access, session.Hold, cancellationToken);
        if (look.Items is null) return new ComparedRecord(look, [], look.Answer.Result);
        Findings findings;
        await using (var db = await contexts.CreateDbContextAsync(cancellationToken)) findings = new Findings(look, await Belief.LoadAsync(db, session, cancellationToken));
        var read = new Dictionary<(string, long), string>();
        foreach (var section in findings.ToRead.Distinct().GroupBy(p => p.Section))
        {
            if (!OrcidSections.TryParse(section.Key, out var where)) continue;
            foreach (var codes in section.Select(p => new PutCode(p.PutCode)).Chunk(ItemLook.Limit(where)))
            {
                var answer = await budget.CallAsync(session.Hold, () => ItemLook.ReadAsync(client, session, where, codes), cancellationToken);
                // What the person removed a moment ago: the next comparison shows it.
                if (answer.Result is OrcidResult.NotFound) continue;
                if (answer.Value is not { } items) return new ComparedRecord(look, [], answer.Result);
                foreach (var item in items.Where(i => i.SourceClientId == session.Access.ClientId)) read[CopyWriting.Place(item)] = Fingerprints.Of(item.Message);
            }
        }
        return new ComparedRecord(look, findings.With(read), null);
    }
}

/// <summary>One record, compared.</summary>
/// <param name="Failure">Why it could not be read; null where it could.</param>
internal sealed record ComparedRecord(RecordLook Look, IReadOnlyList<Finding> Findings, OrcidResult? Failure)
{
    /// <summary>The reason for the report.</summary>
    public UnreadReason Reason => Failure switch
    {
        null => UnreadReason.None,
        OrcidResult.TokenRejected or OrcidResult.MissingScope => UnreadReason.TokenRejected,
        OrcidResult.Locked => UnreadReason.RecordLocked,
        OrcidResult.Moved => UnreadReason.Moved,
        OrcidResult.Busy or OrcidResult.Unreachable or OrcidResult.OutcomeUnknown or OrcidResult.ClientLocked => UnreadReason.NoAnswer,
        _ => UnreadReason.Refused,
    };
}
