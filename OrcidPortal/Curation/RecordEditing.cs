using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.Mapping;
using OrcidPortal.Push;
using OrcidPortal.Records;
using OrcidPortal.Security;

namespace OrcidPortal.Curation;

/// <summary>Who may edit which record, and the edits: curators all; a researcher their own, where some changes, and all of what another connected person has too, are proposals.</summary>
public sealed class RecordEditing(
    IDbContextFactory<PortalDb> databases, Transactions transactions, RecordList records, RecordCorrections corrections, MappingContexts mapping, ProposalList proposals,
    IOptions<CurationOptions> options, TimeProvider time)
{
    /// <summary>What the record would be at ORCID with these fields, and what stands against it. Pure: for checking while somebody types.</summary>
    public static MappedRecord Check(RecordKind kind, RecordFields fields, MappingContext context) => RecordMapper.Map(kind, fields, context);

    /// <summary>A record for this user.</summary>
    /// <returns>Null where there is none, or it is neither theirs nor are they a curator.</returns>
    public async Task<EditorView?> LoadAsync(Guid recordId, SignedIn user, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(user);
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        if (await ProposedAsync(db, recordId, user, cancellationToken) is not { } proposed) return null;
        var curates = await MayCurateAsync(db, recordId, user, cancellationToken);
        if (await records.FindAsync(recordId, cancellationToken) is not { } detail) return null;
        if (!curates) detail = detail with { Problems = [.. detail.Problems.Where(p => p.PersonId is null || p.PersonId == user.Person?.Id)] };
        var contexts = await mapping.LoadAsync(db, [detail.Record], cancellationToken);
        var items = await db.SyncItems.AsNoTracking().Where(i => i.RecordId == recordId && i.Failure == FailureKind.Refused && i.RefusedVersion >= detail.Record.Version).OrderBy(i => i.Id).ToListAsync(cancellationToken);
        var refused = items.Where(i => curates || i.PersonId == user.Person?.Id).Select(RefusedItems.Problem).OfType<RecordProblem>();
        var open = await proposals.OpenAsync(recordId, curates ? null : user.Person!.Id, cancellationToken);
        return new EditorView(detail, proposed, contexts[recordId], [.. refused.DistinctBy(p => (p.Code, p.Field, p.Value))], curates, open);
    }

    /// <summary>Saves corrections, or proposes them where this user's wait for a curator; all or none.</summary>
    /// <param name="recordId">The record.</param>
    /// <param name="requests">In the order they were made.</param>
    /// <param name="seenVersion">The version of the record the editor showed.</param>
    /// <param name="reason">Why, in the editor's words, or null.</param>
    /// <param name="laidIn">The proposal that was open for editing, if any: a curator accepts it with these changes, its researcher puts these in its place.</param>
    /// <param name="user">Who edits; looked up for this call.</param>
    /// <param name="cancellationToken">Ends it; nothing is saved then.</param>
    public async Task<EditResult> SaveAsync(
        Guid recordId, IReadOnlyList<CorrectionRequest> requests, int seenVersion, string? reason, Guid? laidIn, SignedIn user, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(user);
        ArgumentNullException.ThrowIfNull(requests);
        // Who else has it is looked up in the transaction: somebody may connect in this moment.
        var (result, proposed, open) = await transactions.RunAsync<(CorrectionResult, int, bool)>(async (db, ct) =>
        {
            if (await ProposedAsync(db, recordId, user, ct) is not { } paths) return (new CorrectionResult.NotFound(), 0, true);
            var waiting = requests.Where(r => paths.Contains(Path(r))).ToList();
            if (waiting.Count > 0) return (await ProposeAsync(db, recordId, [.. requests.Where(r => !paths.Contains(Path(r)))], waiting, seenVersion, reason, laidIn, user, ct), waiting.Count, true);
            var proposal = laidIn is { } id && await MayCurateAsync(db, recordId, user, ct) ? await db.Proposals.FirstOrDefaultAsync(p => p.Id == id && p.RecordId == recordId, ct) : null;
            if (proposal is { State: not ProposalState.Open }) return (new CorrectionResult.NotFound(), 0, false);
            var made = await corrections.CorrectAsync(db, recordId, requests, seenVersion, reason, user.Actor, ct);
            if (proposal is not null && made is CorrectionResult.Saved)
                await ProposalWriting.DecideAsync(db, await RecordUpdate.Tracked(db).FirstAsync(r => r.Id == recordId, ct), proposal, ProposalState.Accepted, null, user.Actor, "proposal.accepted-changed", time.GetUtcNow(), ct);
            return (made, 0, true);
        }, cancellationToken);
        if (!open) return await LoadAsync(recordId, user, cancellationToken) is { } now ? new EditResult.NotOpen(now) : new EditResult.NotFound();
        return await AnswerAsync(recordId, result, proposed, user, cancellationToken);
    }

    /// <summary>Takes a correction back: the field says again what the sources say.</summary>
    public async Task<EditResult> UndoAsync(Guid recordId, Guid correctionId, SignedIn user, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(user);
        await using (var db = await databases.CreateDbContextAsync(cancellationToken))
        {
            if (await ProposedAsync(db, recordId, user, cancellationToken) is not { } proposed) return new EditResult.NotFound();
            var field = await db.Corrections.Where(c => c.Id == correctionId && c.RecordId == recordId && c.RetiredAt == null).Select(c => c.Field).FirstOrDefaultAsync(cancellationToken);
            if (field is null) return new EditResult.NotFound();
            if (proposed.Contains(field)) return new EditResult.NotAllowed();
        }
        return await AnswerAsync(recordId, await corrections.UndoAsync(correctionId, user.Actor, cancellationToken), 0, user, cancellationToken);
    }

    /// <summary>Whether this user is a curator who looks after the record: of the whole institution, or of a department of which somebody has it.</summary>
    internal static async Task<bool> MayCurateAsync(PortalDb db, Guid recordId, SignedIn user, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(user);
        return user.Is(Roles.Curator) && (user.Departments is not { } departments || await DepartmentRecords.Of(db, departments).ContainsAsync(recordId, cancellationToken));
    }

    /// <summary>The fields for which this user's corrections are proposals. Null: not a record this user may see.</summary>
    private async Task<IReadOnlySet<string>?> ProposedAsync(PortalDb db, Guid recordId, SignedIn user, CancellationToken cancellationToken)
    {
        var isCurator = await MayCurateAsync(db, recordId, user, cancellationToken);
        var personId = user.Is(Roles.Researcher) ? user.Person?.Id : null;
        var found = await db.Records
            .Where(r => r.Id == recordId && (isCurator || db.RecordPeople.Any(p => p.RecordId == r.Id && p.PersonId == personId && p.EndedAt == null)))
            .Select(r => new
            {
                r.Kind,
                Shared = db.RecordPeople.Any(p => p.RecordId == r.Id && p.PersonId != personId && p.EndedAt == null && db.Connections.Any(c => c.PersonId == p.PersonId && c.Orcid != null)),
            })
            .FirstOrDefaultAsync(cancellationToken);
        if (found is null) return null;
        return isCurator ? new HashSet<string>() : ProposedFields.Of(found.Kind, found.Shared, options.Value.AtOnce!.Value);
    }

    /// <summary>Proposals are read first: where one cannot be, nothing is corrected either.</summary>
    private async Task<CorrectionResult> ProposeAsync(
        PortalDb db, Guid recordId, IReadOnlyList<CorrectionRequest> atOnce, IReadOnlyList<CorrectionRequest> waiting, int seenVersion, string? reason, Guid? laidIn, SignedIn user,
        CancellationToken cancellationToken)
    {
        var record = await RecordUpdate.Tracked(db).FirstAsync(r => r.Id == recordId, cancellationToken);
        if (record.Version != seenVersion) return new CorrectionResult.Conflict(record.Version);
        var (changes, invalid) = ProposalWriting.Read(record, waiting);
        if (invalid is not null) return invalid;
        var (all, earlier, tooMany) = await ProposalWriting.JoinAsync(db, record, changes, laidIn, user.Person!.Id, cancellationToken);
        if (tooMany is not null) return tooMany;
        if (atOnce.Count > 0 && await corrections.CorrectAsync(db, recordId, atOnce, seenVersion, reason, user.Actor, cancellationToken) is var made and not CorrectionResult.Saved) return made;
        if (all.Count > 0) await ProposalWriting.OpenAsync(db, record, all, earlier, reason, user, time.GetUtcNow(), cancellationToken);
        return new CorrectionResult.Saved(record.Version);
    }

    /// <summary>The field as the closed list names it; what is none is read, and refused, as a correction.</summary>
    private static string Path(CorrectionRequest request) => FieldPaths.TryParse(request.Field, out var path) ? path : "";

    private async Task<EditResult> AnswerAsync(Guid recordId, CorrectionResult result, int proposed, SignedIn user, CancellationToken cancellationToken)
    {
        if (result is CorrectionResult.NotFound) return new EditResult.NotFound();
        if (result is CorrectionResult.Invalid invalid) return new EditResult.Invalid(invalid.Field, invalid.Sentence);
        if (await LoadAsync(recordId, user, cancellationToken) is not { } now) return new EditResult.NotFound();
        return result is CorrectionResult.Conflict ? new EditResult.Conflict(now) : new EditResult.Saved(now, proposed);
    }
}
