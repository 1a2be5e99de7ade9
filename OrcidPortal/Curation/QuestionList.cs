using Microsoft.EntityFrameworkCore;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.Records;

namespace OrcidPortal.Curation;

/// <summary>Reads questions and answers.</summary>
public sealed class QuestionList(IDbContextFactory<PortalDb> contexts)
{
    private const int PageSize = 50;
    private const int Few = 20;

    /// <summary>A page of at most 50 questions, the oldest first.</summary>
    /// <param name="cursor">What the page before gave as next; null: the first page.</param>
    /// <exception cref="InvalidCursorException">The cursor is not one of this list.</exception>
    public async Task<Page<QuestionRow>> ListAsync(QuestionFilter filter, string? cursor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(filter);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var found = db.Questions.Where(q => q.State == filter.State && (filter.PersonId == null || q.PersonId == filter.PersonId)).Within(db, filter.Within, q => q.RecordId);
        if (Cursor.ReadTime(cursor) is var (at, id)) found = found.Where(q => q.AskedAt > at || (q.AskedAt == at && q.Id > id));
        var rows = await RowsAsync(db, found.OrderBy(q => q.AskedAt).ThenBy(q => q.Id).Take(PageSize + 1), cancellationToken);
        return Page<QuestionRow>.Cut(rows, PageSize, r => Cursor.Of(r.Question.AskedAt, r.Question.Id));
    }

    /// <summary>The questions about a record, the newest first, at most 20.</summary>
    public async Task<IReadOnlyList<QuestionRow>> OfRecordAsync(Guid recordId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await RowsAsync(db, db.Questions.Where(q => q.RecordId == recordId).OrderByDescending(q => q.AskedAt).ThenBy(q => q.Id).Take(Few), cancellationToken);
    }

    /// <summary>What waits for a person's answer, the oldest first, at most 20.</summary>
    /// <param name="recordId">About this record, with what they answered before; null: about all that are theirs.</param>
    public async Task<IReadOnlyList<QuestionRow>> OfPersonAsync(Guid personId, Guid? recordId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await RowsAsync(db, db.Questions.Where(q => q.PersonId == personId && (q.State == QuestionState.Open || (recordId != null && q.State == QuestionState.Answered)) && (recordId == null || q.RecordId == recordId)
                && db.RecordPeople.Any(p => p.RecordId == q.RecordId && p.PersonId == personId && p.EndedAt == null))
            .OrderBy(q => q.AskedAt).ThenBy(q => q.Id).Take(Few), cancellationToken);
    }

    private static async Task<List<QuestionRow>> RowsAsync(PortalDb db, IQueryable<Question> questions, CancellationToken cancellationToken)
    {
        var found = await questions.AsNoTracking().ToListAsync(cancellationToken);
        var (records, people) = (await RowNames.OfRecordsAsync(db, found.Select(q => q.RecordId), cancellationToken), await RowNames.OfPeopleAsync(db, found.Select(q => q.PersonId), cancellationToken));
        return found.ConvertAll(q => new QuestionRow(q, records[q.RecordId].Kind, records[q.RecordId].Title, people[q.PersonId].Name, people[q.PersonId].LocalId));
    }
}
