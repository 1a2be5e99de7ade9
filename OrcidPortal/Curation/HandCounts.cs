using Microsoft.EntityFrameworkCore;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.Records;

namespace OrcidPortal.Curation;

/// <summary>How much waits for the curators that somebody handed to them; counted anew each time, by indexes.</summary>
public sealed class HandCounts(IDbContextFactory<PortalDb> contexts)
{
    /// <summary>The counts now.</summary>
    /// <param name="within">Of records of these departments; null: of all.</param>
    public async Task<HandSummary> CountAsync(CancellationToken cancellationToken, ValueList<string>? within = null)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return new HandSummary(
            await db.Proposals.Within(db, within, p => p.RecordId).CountAsync(p => p.State == ProposalState.Open, cancellationToken), await db.Questions.Within(db, within, q => q.RecordId).CountAsync(q => q.State == QuestionState.Answered, cancellationToken),
            await Handovers.Live(db).Within(db, within, h => h.RecordId).CountAsync(cancellationToken));
    }
}

/// <summary>What waits for the curators.</summary>
/// <param name="Proposals">Open proposals.</param>
/// <param name="Answers">Answered questions.</param>
/// <param name="HandedOver">Failures that admins handed over.</param>
public sealed record HandSummary(int Proposals, int Answers, int HandedOver);
