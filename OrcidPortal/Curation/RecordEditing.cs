using Microsoft.EntityFrameworkCore;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.Mapping;
using OrcidPortal.Push;
using OrcidPortal.Records;
using OrcidPortal.Security;

namespace OrcidPortal.Curation;

/// <summary>Who may edit which record, and the edits: curators all; a researcher their own, as long as no other connected person has that work.</summary>
public sealed class RecordEditing(
    IDbContextFactory<PortalDb> databases, RecordList records, RecordCorrections corrections, MappingContexts mapping)
{
    /// <summary>What the record would be at ORCID with these fields, and what stands against it. Pure: for checking while somebody types.</summary>
    public static MappedRecord Check(RecordKind kind, RecordFields fields, MappingContext context) => RecordMapper.Map(kind, fields, context);

    /// <summary>A record for this user.</summary>
    /// <returns>Null where there is none, or it is neither theirs nor are they a curator.</returns>
    public async Task<EditorView?> LoadAsync(Guid recordId, SignedIn user, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(user);
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        if (await RefusalAsync(db, recordId, user, cancellationToken) is not { } refusal) return null;
        if (await records.FindAsync(recordId, cancellationToken) is not { } detail) return null;
        if (!user.Is(Roles.Curator)) detail = detail with { Problems = [.. detail.Problems.Where(p => p.PersonId is null || p.PersonId == user.Person?.Id)] };
        var contexts = await mapping.LoadAsync(db, [detail.Record], cancellationToken);
        var items = await db.SyncItems.AsNoTracking().Where(i => i.RecordId == recordId && i.Failure == FailureKind.Refused && i.RefusedVersion >= detail.Record.Version).OrderBy(i => i.Id).ToListAsync(cancellationToken);
        var refused = items.Where(i => user.Is(Roles.Curator) || i.PersonId == user.Person?.Id).Select(RefusedItems.Problem).OfType<RecordProblem>();
        return new EditorView(detail, refusal, contexts[recordId], [.. refused.DistinctBy(p => (p.Code, p.Field, p.Value))]);
    }

    /// <summary>Saves corrections, all or none.</summary>
    /// <param name="recordId">The record.</param>
    /// <param name="requests">In the order they were made.</param>
    /// <param name="seenVersion">The version of the record the editor showed.</param>
    /// <param name="reason">Why, in the editor's words, or null.</param>
    /// <param name="user">Who edits; looked up for this call.</param>
    /// <param name="cancellationToken">Ends it; nothing is saved then.</param>
    public async Task<EditResult> SaveAsync(
        Guid recordId, IReadOnlyList<CorrectionRequest> requests, int seenVersion, string? reason, SignedIn user, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(user);
        if (await WhyNotAsync(recordId, null, user, cancellationToken) is { } refused) return refused;
        var result = await corrections.CorrectAsync(recordId, requests, seenVersion, reason, user.Actor, cancellationToken);
        return await AnswerAsync(recordId, result, user, cancellationToken);
    }

    /// <summary>Takes a correction back: the field says again what the sources say.</summary>
    public async Task<EditResult> UndoAsync(Guid recordId, Guid correctionId, SignedIn user, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(user);
        if (await WhyNotAsync(recordId, correctionId, user, cancellationToken) is { } refused) return refused;
        return await AnswerAsync(recordId, await corrections.UndoAsync(correctionId, user.Actor, cancellationToken), user, cancellationToken);
    }

    private async Task<EditResult?> WhyNotAsync(Guid recordId, Guid? correctionId, SignedIn user, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var refusal = await RefusalAsync(db, recordId, user, cancellationToken);
        if (refusal is null) return new EditResult.NotFound();
        if (correctionId is { } id && !await db.Corrections.AnyAsync(c => c.Id == id && c.RecordId == recordId && c.RetiredAt == null, cancellationToken))
            return new EditResult.NotFound();
        return refusal == EditRefusal.None ? null : new EditResult.NotAllowed(refusal.Value);
    }

    /// <summary>Null: not a record this user may see.</summary>
    private static async Task<EditRefusal?> RefusalAsync(PortalDb db, Guid recordId, SignedIn user, CancellationToken cancellationToken)
    {
        var isCurator = user.Is(Roles.Curator);
        var personId = user.Is(Roles.Researcher) ? user.Person?.Id : null;
        var others = await db.Records
            .Where(r => r.Id == recordId && (isCurator || db.RecordPeople.Any(p => p.RecordId == r.Id && p.PersonId == personId && p.EndedAt == null)))
            .Select(r => (int?)db.RecordPeople.Count(p => p.RecordId == r.Id && p.PersonId != personId && p.EndedAt == null
                && db.Connections.Any(c => c.PersonId == p.PersonId && c.Orcid != null)))
            .FirstOrDefaultAsync(cancellationToken);
        if (others is null) return null;
        return isCurator || others == 0 ? EditRefusal.None : EditRefusal.SharedWork;
    }

    private async Task<EditResult> AnswerAsync(Guid recordId, CorrectionResult result, SignedIn user, CancellationToken cancellationToken)
    {
        if (result is CorrectionResult.NotFound) return new EditResult.NotFound();
        if (result is CorrectionResult.Invalid invalid) return new EditResult.Invalid(invalid.Field, invalid.Sentence);
        if (await LoadAsync(recordId, user, cancellationToken) is not { } now) return new EditResult.NotFound();
        return result is CorrectionResult.Conflict ? new EditResult.Conflict(now) : new EditResult.Saved(now);
    }
}
