using Microsoft.EntityFrameworkCore;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.Live;
using OrcidPortal.Records;
using OrcidPortal.Records.Organizations;
using OrcidPortal.Records.Vocabularies;

namespace OrcidPortal.Curation.Bulk;

/// <summary>Applies a fix that was tried, or takes it back.</summary>
public sealed class BulkApplying(Transactions transactions, IDbContextFactory<PortalDb> contexts, RecordCorrections corrections, VocabularyStore vocabularies, OrganizationDirectory organizations, TimeProvider time)
{
    // A corrected record writes about ten rows: itself, its correction, keys, terms, its change.
    private const int RecordsPerSqliteTransaction = 25;
    private const int RecordsPerTransaction = 100;

    /// <summary>Goes on until it is done; what is done stays done.</summary>
    internal async Task RunAsync(BulkFix fix, CancellationToken cancellationToken)
    {
        if (fix.Kind is BulkFixKind.Word or BulkFixKind.Organization)
        {
            var failure = fix.Kind == BulkFixKind.Word ? await SayWordAsync(fix, cancellationToken) : await NameAsync(fix, cancellationToken);
            await transactions.RunAsync((db, ct) => EndAsync(db, fix, failure, ct), cancellationToken);
            return;
        }
        while (!cancellationToken.IsCancellationRequested && await transactions.RunAsync((db, ct) => NextAsync(db, fix, ct), cancellationToken))
        {
        }
    }

    private async Task<bool> NextAsync(PortalDb db, BulkFix seen, CancellationToken cancellationToken)
    {
        if (await db.BulkFixes.SingleOrDefaultAsync(f => f.Id == seen.Id && f.State == seen.State, cancellationToken) is not { } fix) return false;
        var outcome = fix.State == BulkFixState.Applying ? BulkFixOutcome.WouldChange : BulkFixOutcome.Changed;
        var lines = await db.BulkFixLines.Where(l => l.BulkFixId == fix.Id && l.Outcome == outcome).OrderBy(l => l.RecordId)
            .Take(transactions.AreShort ? RecordsPerSqliteTransaction : RecordsPerTransaction).ToListAsync(cancellationToken);
        if (lines.Count == 0)
        {
            await EndAsync(db, fix, null, cancellationToken);
            return false;
        }
        var ids = lines.Select(l => l.RecordId).ToArray();
        var records = await RecordUpdate.Tracked(db).Where(r => ids.Contains(r.Id)).ToDictionaryAsync(r => r.Id, cancellationToken);
        var problems = (await db.RecordProblems.AsNoTracking().Where(p => ids.Contains(p.RecordId)).ToListAsync(cancellationToken)).ToLookup(p => p.RecordId);
        var actor = new Actor(ActorKind.Account, "", (fix.State == BulkFixState.Applying ? fix.AppliedBy : fix.UndoneBy) ?? fix.By);
        foreach (var line in lines)
        {
            if (!records.TryGetValue(line.RecordId, out var record)) (line.Outcome, line.Message) = (BulkFixOutcome.Skipped, "The record is gone.");
            else if (record.MergedInto is not null) (line.Outcome, line.Message) = (BulkFixOutcome.Skipped, "It was merged with another record since.");
            else if (fix.State == BulkFixState.Undoing) await UndoAsync(db, fix, line, record, actor, cancellationToken);
            else await ApplyAsync(db, fix, line, record, problems[record.Id], actor, cancellationToken);
        }
        (fix.Done, fix.AliveAt) = (fix.Done + lines.Count, time.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
        await Topics.TouchAsync(db, Topics.Curation, cancellationToken);
        return true;
    }

    private async Task ApplyAsync(PortalDb db, BulkFix fix, BulkFixLine line, Record record, IEnumerable<RecordProblem> problems, Actor actor, CancellationToken cancellationToken)
    {
        var requests = BulkRecords.Corrections(fix, record, problems);
        var result = requests.Count == 0 ? new CorrectionResult.Conflict(record.Version) : await corrections.CorrectAsync(db, record, requests, line.Version, fix.Reason, actor, fix.Id, cancellationToken);
        (line.Outcome, line.Message) = result switch
        {
            CorrectionResult.Saved => (BulkFixOutcome.Changed, null),
            CorrectionResult.Invalid invalid => (BulkFixOutcome.Skipped, invalid.Sentence),
            _ => (BulkFixOutcome.Skipped, "It has changed since it was tried. Nothing was done to it; try again for what is left."),
        };
    }

    private async Task UndoAsync(PortalDb db, BulkFix fix, BulkFixLine line, Record record, Actor actor, CancellationToken cancellationToken)
    {
        var undone = await corrections.UndoAsync(db, record, fix.Id, actor, cancellationToken);
        (line.Outcome, line.Message) = undone ? (BulkFixOutcome.TakenBack, null) : (BulkFixOutcome.Skipped, "Somebody has changed it since. That stays.");
    }

    private static async Task EndAsync(PortalDb db, BulkFix seen, string? failure, CancellationToken cancellationToken)
    {
        if (await db.BulkFixes.SingleOrDefaultAsync(f => f.Id == seen.Id && f.State == seen.State, cancellationToken) is not { } fix) return;
        var applying = fix.State == BulkFixState.Applying;
        fix.Failure = failure;
        fix.State = applying ? failure is null ? BulkFixState.Applied : BulkFixState.Failed : failure is null ? BulkFixState.Undone : BulkFixState.Applied;
        if (failure is null) fix.Done = fix.Total ?? 0;
        await db.SaveChangesAsync(cancellationToken);
        // What is said once counts for all at once.
        var (from, to) = applying ? (BulkFixOutcome.WouldChange, BulkFixOutcome.Changed) : (BulkFixOutcome.Changed, BulkFixOutcome.TakenBack);
        if (failure is null) await db.BulkFixLines.Where(l => l.BulkFixId == fix.Id && l.Outcome == from).ExecuteUpdateAsync(s => s.SetProperty(l => l.Outcome, to), cancellationToken);
        await Topics.TouchAsync(db, Topics.Curation, cancellationToken);
    }

    /// <summary>Keeps what was said before, once: a second run must not take its own word for that.</summary>
    private Task<string> KeepBeforeAsync(BulkFix fix, Func<PortalDb, CancellationToken, Task<string>> read, CancellationToken cancellationToken) => transactions.RunAsync(async (db, ct) =>
    {
        var row = await db.BulkFixes.SingleAsync(f => f.Id == fix.Id, ct);
        return row.Before ??= await read(db, ct);
    }, cancellationToken);

    private async Task<string?> SayWordAsync(BulkFix fix, CancellationToken cancellationToken)
    {
        var (vocabulary, word, cause) = (fix.Vocabulary!, fix.Word!, RecordCorrections.CauseOf(fix.Id));
        var before = await KeepBeforeAsync(fix, async (db, ct) => await db.VocabularyEntries.Where(v => v.Vocabulary == vocabulary && v.Value == word).Select(v => "=" + v.Target).FirstOrDefaultAsync(ct) ?? "", cancellationToken);
        SetTermResult result;
        if (fix.State == BulkFixState.Applying) result = await vocabularies.SetAsync(vocabulary, word, fix.Value, ActorOf(fix.AppliedBy ?? fix.By), cancellationToken, cause);
        else
        {
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            var now = await db.VocabularyEntries.AsNoTracking().Where(v => v.Vocabulary == vocabulary && v.Value == word).Select(v => "=" + v.Target).FirstOrDefaultAsync(cancellationToken) ?? "";
            if (now == before) return null;
            if (now != "=" + fix.Value) return "Somebody has said something else of this word since. That stays; change it on the page of vocabularies.";
            var actor = ActorOf(fix.UndoneBy ?? fix.By);
            result = before.Length == 0 ? await vocabularies.ResetAsync(vocabulary, word, actor, cancellationToken, cause)
                : await vocabularies.SetAsync(vocabulary, word, before.Length == 1 ? null : before[1..], actor, cancellationToken, cause);
        }
        return (result as SetTermResult.Invalid)?.Sentence;
    }

    private async Task<string?> NameAsync(BulkFix fix, CancellationToken cancellationToken)
    {
        var applying = fix.State == BulkFixState.Applying;
        var before = Enum.Parse<NameHeld>(await KeepBeforeAsync(fix, async (db, ct) => (await HeldAsync(db, fix, ct)).ToString(), cancellationToken));
        var actor = ActorOf((applying ? fix.AppliedBy : fix.UndoneBy) ?? fix.By);
        var held = await organizations.NameAsync(fix.OrganizationId!.Value, fix.Word!, applying, before, actor, RecordCorrections.CauseOf(fix.Id), cancellationToken);
        if (held is null) return "The directory does not have this organisation any more.";
        return null;
    }

    private static async Task<NameHeld> HeldAsync(PortalDb db, BulkFix fix, CancellationToken cancellationToken)
    {
        var form = OrganizationKeys.NameForm(fix.Word);
        var name = await db.OrganizationNames.AsNoTracking().SingleOrDefaultAsync(n => n.OrganizationId == fix.OrganizationId && n.SortName == form, cancellationToken);
        return name is null ? NameHeld.No : name.Language == OrganizationMatching.Acronym ? NameHeld.AsAcronym : NameHeld.Yes;
    }

    private static Actor ActorOf(string name) => new(ActorKind.Account, "", name);
}
