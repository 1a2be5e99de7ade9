using Microsoft.EntityFrameworkCore;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.Live;
using OrcidPortal.Records;
using OrcidPortal.Security;

namespace OrcidPortal.Curation;

/// <summary>Curators ask people about their records; the people answer. All of it is plain text.</summary>
public sealed class Questions(Transactions transactions, TimeProvider time)
{
    public const int LongestText = 1000;
    public const int LongestAnswer = 2000;

    /// <summary>A curator asks a person about a record of theirs; the same question twice is one.</summary>
    public Task<HandResult> AskAsync(Guid recordId, Guid personId, string text, SignedIn user, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(user);
        return transactions.RunAsync(async (db, ct) =>
        {
            if (!await RecordEditing.MayCurateAsync(db, recordId, user, ct) || !await db.RecordPeople.AnyAsync(p => p.RecordId == recordId && p.PersonId == personId && p.EndedAt == null, ct)) return HandResult.NotFound;
            if (FieldCleaning.Clean(text, LongestText) is not { } clean) return HandResult.Empty;
            if (await db.Questions.AnyAsync(q => q.RecordId == recordId && q.PersonId == personId && q.State == QuestionState.Open && q.Text == clean, ct)) return HandResult.Done;
            db.Questions.Add(new Question { RecordId = recordId, PersonId = personId, Text = clean, AskedBy = Cut(user.Actor.Name), AskedAt = time.GetUtcNow() });
            await TellAsync(db, recordId, personId, user, "question.asked", null, clean, ct);
            return HandResult.Done;
        }, cancellationToken);
    }

    /// <summary>The person answers; once.</summary>
    public Task<HandResult> AnswerAsync(Guid id, string answer, SignedIn user, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(user);
        return transactions.RunAsync(async (db, ct) =>
        {
            var personId = user.Is(Roles.Researcher) ? user.Person?.Id : null;
            var question = await db.Questions.FirstOrDefaultAsync(q => q.Id == id && q.PersonId == personId, ct);
            if (question is null) return HandResult.NotFound;
            if (question.State != QuestionState.Open) return HandResult.NotOpen;
            if (FieldCleaning.Clean(answer, LongestAnswer) is not { } clean) return HandResult.Empty;
            (question.State, question.Answer, question.AnsweredBy, question.AnsweredAt) = (QuestionState.Answered, clean, Cut(user.Actor.Name), time.GetUtcNow());
            await TellAsync(db, question.RecordId, question.PersonId, user, "question.answered", question.Text, clean, ct);
            return HandResult.Done;
        }, cancellationToken);
    }

    /// <summary>A curator is done with a question, or takes one back that nobody answered.</summary>
    public Task<HandResult> CloseAsync(Guid id, SignedIn user, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(user);
        return transactions.RunAsync(async (db, ct) =>
        {
            var question = user.Is(Roles.Curator) ? await db.Questions.FirstOrDefaultAsync(q => q.Id == id, ct) : null;
            if (question is null || !await RecordEditing.MayCurateAsync(db, question.RecordId, user, ct)) return HandResult.NotFound;
            if (question.State == QuestionState.Closed) return HandResult.NotOpen;
            var before = question.State;
            (question.State, question.ClosedBy, question.ClosedAt) = (QuestionState.Closed, Cut(user.Actor.Name), time.GetUtcNow());
            await TellAsync(db, question.RecordId, question.PersonId, user, "question.closed", before.ToString(), question.Text, ct);
            return HandResult.Done;
        }, cancellationToken);
    }

    private async Task TellAsync(PortalDb db, Guid recordId, Guid personId, SignedIn user, string action, string? before, string after, CancellationToken cancellationToken)
    {
        AuditLog.Add(db, user.Actor, action, $"record:{recordId}", before, after, time.GetUtcNow());
        await Topics.TouchAsync(db, Topics.Person(personId), cancellationToken);
        await Topics.TouchAsync(db, Topics.Curation, cancellationToken);
    }

    private static string Cut(string name) => name.Length <= 300 ? name : name[..300];
}
