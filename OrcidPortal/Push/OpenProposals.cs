using Microsoft.EntityFrameworkCore;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;

namespace OrcidPortal.Push;

/// <summary>Which records wait for a curator's word about a proposal.</summary>
internal static class OpenProposals
{
    /// <summary>Those of these records for which a proposal is open and which somebody else who is connected has, too.</summary>
    public static async Task<HashSet<Guid>> OfSharedAsync(PortalDb db, IReadOnlyCollection<Guid> records, CancellationToken cancellationToken) =>
        [
            .. await db.Proposals
                .Where(p => records.Contains(p.RecordId) && p.State == ProposalState.Open
                    && db.RecordPeople.Any(o => o.RecordId == p.RecordId && o.PersonId != p.PersonId && o.EndedAt == null && db.Connections.Any(c => c.PersonId == o.PersonId && c.Orcid != null)))
                .Select(p => p.RecordId).Distinct().ToListAsync(cancellationToken),
        ];
}
