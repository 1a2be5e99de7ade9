using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.Live;
using OrcidPortal.Records;
using OrcidPortal.Records.Organizations;
using OrcidPortal.Records.Vocabularies;
using OrcidPortal.Security;

namespace OrcidPortal.Curation.Bulk;

/// <summary>What people decide about fixes for many records. Doing the work is the caller's to start (<see cref="BulkFixJob.StartNow"/>).</summary>
public sealed class BulkFixes(Transactions transactions, OrganizationDirectory organizations, TimeProvider time)
{
    /// <summary>Takes a request in; it is tried first.</summary>
    /// <param name="request">What is to be done.</param>
    /// <param name="reason">Why, up to 1,000 characters; or null.</param>
    /// <param name="actor">Who wants it.</param>
    /// <param name="within">Only for records of these departments; null: whosever they are.</param>
    public async Task<BulkFixResult> StartAsync(BulkFixRequest request, string? reason, Actor actor, CancellationToken cancellationToken, ValueList<string>? within = null)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(actor);
        if (within is not null && request is BulkFixRequest.Word or BulkFixRequest.Organization)
            return new BulkFixResult.Invalid("This counts for the records of all departments. Ask a curator of the whole institution.");
        if (await InvalidAsync(request, cancellationToken) is { } sentence) return new BulkFixResult.Invalid(sentence);
        var fix = Of(request, within, FieldCleaning.Clean(reason, 1000), Cut(actor.Name), time.GetUtcNow());
        var chosen = request switch { BulkFixRequest.SetField f => f.Which.RecordIds, BulkFixRequest.Suggestions s => s.Which.RecordIds, _ => null };
        await transactions.RunAsync(async (db, ct) =>
        {
            db.BulkFixes.Add(fix);
            if (chosen is not null)
            {
                await db.SaveChangesAsync(ct);
                var there = await db.Records.Where(r => chosen.Contains(r.Id)).Within(db, within, r => r.Id).Select(r => r.Id).ToListAsync(ct);
                await NewRows.InsertAsync(db, there.ConvertAll(id => new BulkFixLine { BulkFixId = fix.Id, RecordId = id }), ct);
                fix.Total = there.Count;
            }
            await Topics.TouchAsync(db, Topics.Curation, ct);
        }, cancellationToken);
        return new BulkFixResult.Started(fix.Id);
    }

    /// <summary>Lets it be applied, after it was tried.</summary>
    /// <returns>False where there is no such fix in that state: somebody was faster.</returns>
    public Task<bool> ApplyAsync(Guid id, Actor actor, CancellationToken cancellationToken, ValueList<string>? within = null) => ChangeAsync(id, actor, within, "bulk-fix.applied", fix =>
    {
        if (fix.State != BulkFixState.Tried || fix.Changed == 0) return false;
        (fix.State, fix.AppliedBy, fix.AppliedAt, fix.Done) = (BulkFixState.Applying, Cut(actor.Name), time.GetUtcNow(), 0);
        return true;
    }, cancellationToken);

    /// <summary>Takes all of it back.</summary>
    /// <returns>False where it is not applied, or not yet to its end.</returns>
    public Task<bool> UndoAsync(Guid id, Actor actor, CancellationToken cancellationToken, ValueList<string>? within = null) => ChangeAsync(id, actor, within, "bulk-fix.undone", fix =>
    {
        if (fix.State != BulkFixState.Applied) return false;
        (fix.State, fix.UndoneBy, fix.UndoneAt, fix.Done) = (BulkFixState.Undoing, Cut(actor.Name), time.GetUtcNow(), 0);
        return true;
    }, cancellationToken);

    /// <summary>Forgets it before anything was changed.</summary>
    public Task<bool> DropAsync(Guid id, Actor actor, CancellationToken cancellationToken, ValueList<string>? within = null) => ChangeAsync(id, actor, within, null, fix =>
    {
        if (fix.State is not (BulkFixState.Trying or BulkFixState.Tried)) return false;
        fix.State = BulkFixState.Dropped;
        return true;
    }, cancellationToken);

    /// <summary>What a fix is about, for the audit.</summary>
    internal static string Describe(BulkFix fix) => fix.Kind switch
    {
        BulkFixKind.Word => $"{fix.Vocabulary} \"{fix.Word}\" -> {fix.Value ?? "none"}",
        BulkFixKind.Organization => $"organisation \"{fix.Word}\" -> {fix.OrganizationId}",
        BulkFixKind.SetField => $"{fix.Field} -> {fix.Value ?? "empty"}",
        _ => "suggestions",
    } + (fix.Filter is null ? "" : $" where {fix.Filter}");

    /// <summary>The filter of a fix as it was asked for.</summary>
    internal static FixFilter? FilterOf(BulkFix fix) => fix.Filter is null ? null : JsonSerializer.Deserialize<FixFilter>(fix.Filter, JsonSerializerOptions.Web);

    private async Task<string?> InvalidAsync(BulkFixRequest request, CancellationToken cancellationToken)
    {
        switch (request)
        {
            case BulkFixRequest.Word word:
                if (!VocabularyNames.All.Contains(word.Vocabulary)) return $"There is no vocabulary \"{word.Vocabulary}\".";
                if (VocabularyKeys.Of(word.Value).Length == 0) return "Give the word as the source writes it.";
                if (word.Target is null && !VocabularyNames.MayBeNothing(word.Vocabulary)) return "Choose what ORCID is to call it.";
                return word.Target is not null && !VocabularySnapshot.Targets(word.Vocabulary).Contains(word.Target, StringComparer.Ordinal) ? $"\"{word.Target}\" is not a value of ORCID here." : null;
            case BulkFixRequest.Organization organization:
                if (OrganizationKeys.OfName(organization.Name) is null) return "Give the name as the source writes it.";
                if (await organizations.FindAsync(organization.OrganizationId, cancellationToken) is not { } found) return "The directory does not have this organisation any more. Choose again.";
                if (await organizations.NamesakeAsync(organization.Name, organization.OrganizationId, cancellationToken) is { } other)
                    return $"The directory has \"{other}\" under this name, too, so that the name alone does not tell which is meant. Give the records the identifier instead.";
                return found.Organization.Identifiers.Count == 0 ? $"\"{found.Organization.Name}\" has no identifier that ORCID knows. Give it one first, on the page of organisations." : null;
            case BulkFixRequest.SetField set:
                if (!FieldPaths.TryParse(set.Field, out var path) || FieldPaths.IsList(path)) return "Choose a field that has one value.";
                var kind = Enum.GetValues<RecordKind>().First(k => FieldPaths.Of(k).Contains(path));
                return Selected(set.Which) ?? (RecordCorrections.Try(kind, new RecordFields(), [new CorrectionRequest(path, null, CorrectionOp.Replace, set.Value)]).Invalid?.Sentence);
            default:
                return Selected(((BulkFixRequest.Suggestions)request).Which);
        }
    }

    private static string? Selected(BulkFixSelection which) => which.RecordIds switch
    {
        { Count: 0 } => "Select at least one record.",
        { Count: > BulkFixSelection.Most } => $"At most {BulkFixSelection.Most:N0} can be selected one by one. Narrow the list instead, and fix all that it shows.",
        _ => null,
    };

    private static BulkFix Of(BulkFixRequest request, ValueList<string>? within, string? reason, string by, DateTimeOffset now) => request switch
    {
        BulkFixRequest.Word w => new BulkFix { Kind = BulkFixKind.Word, Vocabulary = w.Vocabulary, Word = VocabularyKeys.Of(w.Value), Value = w.Target, Reason = reason, By = by, CreatedAt = now },
        BulkFixRequest.Organization o => new BulkFix { Kind = BulkFixKind.Organization, Word = Cut(o.Name.Trim(), 500), OrganizationId = o.OrganizationId, Reason = reason, By = by, CreatedAt = now },
        BulkFixRequest.SetField f => new BulkFix { Kind = BulkFixKind.SetField, Field = f.Field, Within = within, Value = FieldCleaning.Clean(f.Value, 20_000), Filter = FilterOf(f.Which, within), Reason = reason, By = by, CreatedAt = now },
        BulkFixRequest.Suggestions s => new BulkFix { Kind = BulkFixKind.Suggestions, Within = within, Filter = FilterOf(s.Which, within), Reason = reason, By = by, CreatedAt = now },
        _ => throw new ArgumentOutOfRangeException(nameof(request)),
    };

    private static string? FilterOf(BulkFixSelection which, ValueList<string>? within) => which.RecordIds is null ? JsonSerializer.Serialize(which.Filter with { Within = within }, JsonSerializerOptions.Web) : null;

    private Task<bool> ChangeAsync(Guid id, Actor actor, ValueList<string>? within, string? action, Func<BulkFix, bool> change, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return transactions.RunAsync(async (db, ct) =>
        {
            if (await db.BulkFixes.SingleOrDefaultAsync(f => f.Id == id, ct) is not { } fix || (within is not null && !IsWithin(fix, within)) || !change(fix)) return false;
            if (action is not null) AuditLog.Add(db, actor, action, $"bulk-fix:{id}", $"{fix.Changed} records", Describe(fix), time.GetUtcNow());
            await db.SaveChangesAsync(ct);
            await Topics.TouchAsync(db, Topics.Curation, ct);
            return true;
        }, cancellationToken);
    }

    /// <summary>What a curator of some departments may decide on: a fix that was narrowed to them.</summary>
    private static bool IsWithin(BulkFix fix, ValueList<string> within) => within.Equals(fix.Within);

    private static string Cut(string text, int most = 300) => text.Length <= most ? text : text[..most];
}
