using Microsoft.EntityFrameworkCore;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;

namespace OrcidPortal.Curation;

/// <summary>How much waits for the curators that somebody handed to them; counted anew each time, by indexes.</summary>
public sealed class HandCounts(IDbContextFactory<PortalDb> contexts)
{
    /// <summary>The counts now.</summary>
    public async Task<HandSummary> CountAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return new HandSummary(
            await db.Proposals.CountAsync(p => p.State == ProposalState.Open, cancellationToken), await db.Questions.CountAsync(q => q.State == QuestionState.Answered, cancellationToken),
            await Handovers.Live(db).CountAsync(cancellationToken));
    }
}

/// <summary>What waits for the curators.</summary>
/// <param name="Proposals">Open proposals.</param>
/// <param name="Answers">Answered questions.</param>
/// <param name="HandedOver">Failures that admins handed over.</param>
public sealed record HandSummary(int Proposals, int Answers, int HandedOver);
