using Microsoft.EntityFrameworkCore;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.Records;
using OrcidPortal.Records.Vocabularies;

namespace OrcidPortal.Curation.ToDeposit;

/// <summary>Works that people took over from their ORCID records and no repository and no file has. 50 a page, the oldest first.</summary>
public sealed class DepositList(IDbContextFactory<PortalDb> contexts, VocabularyStore vocabularies)
{
    private const int PageSize = 50;
    private const int MostWords = 10;

    /// <summary>A page of works.</summary>
    /// <param name="cursor">What the page before gave as next; null: the first page.</param>
    /// <exception cref="InvalidCursorException">The cursor is not one of this list.</exception>
    public async Task<Page<DepositRow>> ListAsync(DepositFilter filter, string? cursor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(filter);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var works = Of(db, filter);
        // Ids are made in the order of time.
        if (Cursor.ReadGuid(cursor) is { } after) works = works.Where(r => r.Id > after);
        var found = await works.OrderBy(r => r.Id).Take(PageSize + 1).Select(r => new Found(r.Id, r.Title, r.Year, r.Fields)).ToListAsync(cancellationToken);
        var page = Page<Found>.Cut(found, PageSize, f => Cursor.Of(f.Id.ToString()));
        return new Page<DepositRow>(await DescribeAsync(db, page.Items, cancellationToken), page.Next);
    }

    /// <summary>How many there are.</summary>
    public async Task<int> CountAsync(DepositFilter filter, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(filter);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await Of(db, filter).CountAsync(cancellationToken);
    }

    /// <summary>The records a filter leaves, in no order.</summary>
    internal static IQueryable<Record> Of(PortalDb db, DepositFilter filter)
    {
        var works = db.Records.AsNoTracking().Where(r => r.OnlyAtOrcid && r.Kind == RecordKind.Work && r.MergedInto == null && r.People.Any(p => p.EndedAt == null)).Within(db, filter.Within, r => r.Id);
        works = filter.State switch
        {
            DepositState.Declined => works.Where(r => db.Deposits.Any(d => d.RecordId == r.Id && d.DeclinedAt != null)),
            DepositState.Taken => works.Where(r => db.Deposits.Any(d => d.RecordId == r.Id && d.DeclinedAt == null && d.TakenAt != null)),
            _ => works.Where(r => !db.Deposits.Any(d => d.RecordId == r.Id && (d.DeclinedAt != null || d.TakenAt != null))),
        };
        if (filter.TakenAt is { } takenAt) works = works.Where(r => db.Deposits.Any(d => d.RecordId == r.Id && d.TakenAt == takenAt));
        if (filter.PersonId is { } person) works = works.Where(r => r.People.Any(p => p.PersonId == person && p.EndedAt == null));
        if (filter.Department is { } department) works = works.Within(db, [department], r => r.Id);
        foreach (var word in RecordUpdate.SortForm(filter.Text).Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(MostWords)) works = works.Where(r => r.SortTitle.Contains(word));
        return works;
    }

    private async Task<IReadOnlyList<DepositRow>> DescribeAsync(PortalDb db, IReadOnlyList<Found> works, CancellationToken cancellationToken)
    {
        var ids = works.Select(w => w.Id).ToArray();
        var people = (await db.RecordPeople.Where(p => ids.Contains(p.RecordId) && p.EndedAt == null)
                .Join(db.People, p => p.PersonId, p => p.Id, (link, person) => new { link.RecordId, link.Since, person.Id, person.LocalId, person.GivenNames, person.FamilyName, person.SortName })
                .OrderBy(p => p.SortName).ThenBy(p => p.Id).ToListAsync(cancellationToken)).ToLookup(p => p.RecordId);
        // Somebody may have it twice in their ORCID record: the first word counts.
        var claims = (await db.Suggestions.Where(s => s.RecordId != null && ids.Contains(s.RecordId.Value) && s.State == SuggestionState.Claimed)
                .Select(s => new { RecordId = s.RecordId!.Value, s.PersonId, s.DecidedAt, s.SourceName }).ToListAsync(cancellationToken))
            .GroupBy(c => (c.RecordId, c.PersonId)).ToDictionary(g => g.Key, g => g.OrderBy(c => c.DecidedAt).First());
        var deposits = await db.Deposits.AsNoTracking().Where(d => ids.Contains(d.RecordId)).ToDictionaryAsync(d => d.RecordId, cancellationToken);
        var words = await vocabularies.CurrentAsync(db, cancellationToken);
        return [.. works.Select(w => new DepositRow(
            w.Id, w.Title, w.Year, words.TypeOf(RecordKind.Work, w.Fields.Type) ?? w.Fields.Type?.Value, w.Fields.JournalTitle, [.. w.Fields.ExternalIds],
            [.. people[w.Id].Select(p => Claim(p.Id, p.LocalId, $"{p.GivenNames} {p.FamilyName}".Trim(), p.Since, claims.GetValueOrDefault((w.Id, p.Id))?.DecidedAt, claims.GetValueOrDefault((w.Id, p.Id))?.SourceName))],
            deposits.GetValueOrDefault(w.Id)))];
    }

    private static DepositClaim Claim(Guid personId, string localId, string name, DateTimeOffset since, DateTimeOffset? claimedAt, string? addedBy) =>
        new(personId, localId, name, claimedAt ?? since, string.IsNullOrEmpty(addedBy) ? null : addedBy);

    private sealed record Found(Guid Id, string Title, int? Year, RecordFields Fields);
}
