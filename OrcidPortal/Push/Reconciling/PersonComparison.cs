using Microsoft.EntityFrameworkCore;
using OrcidPortal.Connect;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.History;
using OrcidPortal.Live;
using OrcidPortal.Remote;

namespace OrcidPortal.Push.Reconciling;

/// <summary>Compares one person and writes the report's part about them; of what it looks at nothing is changed, and no connection is ended.</summary>
public sealed class PersonComparison(Tokens tokens, Leases leases, RecordComparison records, IDbContextFactory<PortalDb> contexts, TimeProvider time)
{
    private const int RowsPerTransaction = 200;

    /// <summary>Compares.</summary>
    /// <returns>Why not; <see cref="UnreadReason.None"/> where it is done.</returns>
    internal async Task<Unread> RunAsync(Comparison run, Guid personId, CancellationToken cancellationToken)
    {
        if (await tokens.PeekAsync(personId, cancellationToken) is not { } access) return new Unread(await IsConnectedAsync(personId, cancellationToken) ? UnreadReason.TokenRejected : UnreadReason.NotConnected);
        await using var hold = await leases.TakeAsync(Leases.KeyOf(access.Environment, access.ClientId, access.Orcid.Value), cancellationToken);
        if (hold is null) return new Unread(UnreadReason.UnderWay);
        try
        {
            var compared = await records.CompareAsync(new PersonSession(access, hold, time.GetUtcNow()), cancellationToken);
            if (compared.Failure is { } failure)
            {
                await hold.RunAsync((db, _) => { Note(db, run, compared, HistoryOutcome.Failed, "Compared with ORCID: the record could not be read. Nothing was changed."); return Task.CompletedTask; }, cancellationToken);
                return new Unread(compared.Reason, failure.Message);
            }
            await WriteAsync(hold, run, personId, compared, cancellationToken);
            return new Unread(UnreadReason.None);
        }
        catch (LeaseLostException)
        {
            return new Unread(UnreadReason.UnderWay);
        }
    }

    private async Task<bool> IsConnectedAsync(Guid personId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Connections.AnyAsync(c => c.PersonId == personId && (c.State == ConnectionState.Connected || c.State == ConnectionState.Disconnecting || c.State == ConnectionState.TokenRejected), cancellationToken);
    }

    /// <summary>In parts; the last one says that it is whole.</summary>
    private async Task WriteAsync(LeaseHold hold, Comparison run, Guid personId, ComparedRecord compared, CancellationToken cancellationToken)
    {
        var findings = compared.Findings;
        await hold.RunAsync((db, ct) => db.Differences.Where(d => d.ComparisonId == run.Id && d.PersonId == personId).ExecuteDeleteAsync(ct), cancellationToken);
        foreach (var part in findings.Chunk(RowsPerTransaction))
            await hold.RunAsync((db, _) => { db.Differences.AddRange(part.Select(f => f.ToDifference(run.Id, personId))); return Task.CompletedTask; }, cancellationToken);
        await hold.RunAsync(async (db, ct) =>
        {
            if (await db.ComparedPeople.SingleOrDefaultAsync(p => p.ComparisonId == run.Id && p.PersonId == personId, ct) is not { } row) return;
            (row.State, row.Reason, row.Message, row.Entries, row.ComparedAt) = (ComparedState.Compared, UnreadReason.None, null, compared.Look.Ours.Count, time.GetUtcNow());
            Note(db, run, compared, HistoryOutcome.Done, findings.Count == 0
                ? $"Compared with ORCID: all {compared.Look.Ours.Count} entries from this portal are as expected. Nothing was changed."
                : $"Compared with ORCID: {compared.Look.Ours.Count} entries from this portal, {findings.Count} differences. Nothing was changed.");
            await Topics.TouchAsync(db, Topics.Comparisons, ct);
        }, cancellationToken);
    }

    private void Note(PortalDb db, Comparison run, ComparedRecord compared, HistoryOutcome outcome, string message) => Ledger.Add(db, new HistoryEntry
    {
        At = time.GetUtcNow(), PersonId = compared.Look.Access.PersonId, Orcid = compared.Look.Access.Orcid.Value, Operation = SyncOperation.Read, Outcome = outcome,
        HttpStatus = (compared.Failure ?? compared.Look.Answer.Result).HttpStatus, Message = message, By = run.By, DurationMs = (int)compared.Look.Answer.Duration.TotalMilliseconds,
    });
}

/// <summary>How it ended with one person.</summary>
/// <param name="Message">ORCID's words.</param>
internal sealed record Unread(UnreadReason Reason, string? Message = null)
{
    /// <summary>Whether it may go better in a moment.</summary>
    public bool Passes => Reason is UnreadReason.UnderWay or UnreadReason.NoAnswer;
}
