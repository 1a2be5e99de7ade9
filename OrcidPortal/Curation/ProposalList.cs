using Microsoft.EntityFrameworkCore;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.Records;

namespace OrcidPortal.Curation;

/// <summary>Reads proposals, the oldest first, each beside what its record says now.</summary>
public sealed class ProposalList(IDbContextFactory<PortalDb> contexts)
{
    private const int PageSize = 20;
    private const int MostOthers = 20;

    /// <summary>A page of at most 20 proposals.</summary>
    /// <param name="cursor">What the page before gave as next; null: the first page.</param>
    /// <exception cref="InvalidCursorException">The cursor is not one of this list.</exception>
    public async Task<Page<ProposalRow>> ListAsync(ProposalFilter filter, string? cursor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(filter);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var found = db.Proposals.Where(p => p.State == filter.State && (filter.PersonId == null || p.PersonId == filter.PersonId)).Within(db, filter.Within, p => p.RecordId);
        if (Cursor.ReadTime(cursor) is var (at, id)) found = found.Where(p => p.At > at || (p.At == at && p.Id > id));
        var rows = await RowsAsync(db, found.OrderBy(p => p.At).ThenBy(p => p.Id).Take(PageSize + 1), cancellationToken);
        return Page<ProposalRow>.Cut(rows, PageSize, r => Cursor.Of(r.Proposal.At, r.Proposal.Id));
    }

    /// <summary>Open proposals for a record, at most 20.</summary>
    /// <param name="personId">Of this person only; null: of all.</param>
    public async Task<IReadOnlyList<ProposalRow>> OpenAsync(Guid recordId, Guid? personId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await RowsAsync(db, db.Proposals.Where(p => p.RecordId == recordId && p.State == ProposalState.Open && (personId == null || p.PersonId == personId))
            .OrderBy(p => p.At).ThenBy(p => p.Id).Take(PageSize), cancellationToken);
    }

    /// <summary>What a person hears of their proposals: answers they have not put aside, the newest first, at most 20.</summary>
    /// <param name="recordId">For this record only; null: for all.</param>
    public async Task<IReadOnlyList<ProposalRow>> AnsweredAsync(Guid personId, Guid? recordId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await RowsAsync(db, db.Proposals.Where(p => p.PersonId == personId && (p.State == ProposalState.Accepted || p.State == ProposalState.Declined) && p.SeenAt == null
            && (recordId == null || p.RecordId == recordId)).OrderByDescending(p => p.DecidedAt).ThenBy(p => p.Id).Take(PageSize), cancellationToken);
    }

    private static async Task<List<ProposalRow>> RowsAsync(PortalDb db, IQueryable<Proposal> proposals, CancellationToken cancellationToken)
    {
        var found = await proposals.AsNoTracking().ToListAsync(cancellationToken);
        if (found.Count == 0) return [];
        var ids = found.Select(p => p.RecordId).Distinct().ToArray();
        var records = await db.Records.AsNoTracking().Where(r => ids.Contains(r.Id)).Select(r => new { r.Id, r.Kind, r.Title, r.Version, r.Fields }).ToDictionaryAsync(r => r.Id, cancellationToken);
        var holders = (await db.RecordPeople.Where(p => ids.Contains(p.RecordId) && p.EndedAt == null)
                .Join(db.People, l => l.PersonId, p => p.Id, (l, p) => new
                {
                    l.RecordId, p.Id, p.LocalId, p.GivenNames, p.FamilyName, p.SortName, Connected = db.Connections.Any(c => c.PersonId == p.Id && c.Orcid != null),
                }).OrderBy(p => p.SortName).ThenBy(p => p.Id).ToListAsync(cancellationToken))
            .ToLookup(p => p.RecordId, p => new RecordHolder(p.Id, p.LocalId, $"{p.GivenNames} {p.FamilyName}".Trim(), p.Connected));
        var proposers = found.Select(p => p.PersonId).Distinct().ToArray();
        var people = await db.People.AsNoTracking().Where(p => proposers.Contains(p.Id)).ToDictionaryAsync(p => p.Id, cancellationToken);
        return
        [
            .. found.Select(p =>
            {
                var record = records[p.RecordId];
                var others = holders[p.RecordId].Where(h => h.Id != p.PersonId).ToList();
                return new ProposalRow(
                    p, record.Kind, record.Title, record.Version, [.. p.Changes.Select(c => new ProposedChangeRow(c, ProposalWriting.Value(record.Fields, c.Field, c.Key)))],
                    people[p.PersonId].DisplayName, people[p.PersonId].LocalId, [.. others.Take(MostOthers)], others.Count);
            }),
        ];
    }
}
