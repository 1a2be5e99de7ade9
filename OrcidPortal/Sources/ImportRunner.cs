using Microsoft.EntityFrameworkCore;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.Live;
using OrcidPortal.Records;

namespace OrcidPortal.Sources;

/// <summary>Reads a queued file and saves its entries, a hundred at a time; each hundred is visible when it is in.</summary>
public sealed partial class ImportRunner(IDbContextFactory<PortalDb> contexts, Transactions transactions, RecordStore records, TimeProvider time, ILogger<ImportRunner> logger)
{
    /// <summary>A running import writes at least this often; an older one has lost its process.</summary>
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(30);

    private const int Chunk = 100;

    /// <summary>Runs one queued import to its end.</summary>
    /// <param name="runId">The run; one that is not queued (any more) is left alone, so a doubled job does nothing.</param>
    /// <param name="cancellationToken">The process stops: what is saved stays, and the run says so.</param>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public async Task RunAsync(Guid runId, CancellationToken cancellationToken)
    {
        if (!await ClaimAsync(runId, cancellationToken)) return;
        try
        {
            await ReadAndSaveAsync(runId, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await FailAsync(runId, run => FileSentences.Interrupted(run.Read, run.Total), CancellationToken.None);
            throw;
        }
        catch (Exception e)
        {
            Stopped(logger, runId, e);
            await FailAsync(runId, run => FileSentences.StoppedByError(run.Read), CancellationToken.None);
            throw;
        }
    }

    /// <summary>Marks what a dead process left, then runs everything that is queued, oldest first: what a lost job left behind.</summary>
    public async Task RunWaitingAsync(CancellationToken cancellationToken)
    {
        await MarkInterruptedAsync(cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var waiting = await db.ImportRuns.Where(r => r.State == ImportState.Queued).OrderBy(r => r.CreatedAt).ThenBy(r => r.Id).Select(r => r.Id).Take(100).ToListAsync(cancellationToken);
        foreach (var id in waiting) await RunAsync(id, cancellationToken);
    }

    /// <summary>Turns runs that have been silent for more than half a minute into failed ones that say how far they came.</summary>
    /// <returns>How many.</returns>
    public async Task<int> MarkInterruptedAsync(CancellationToken cancellationToken)
    {
        var before = time.GetUtcNow() - Silence;
        await using (var db = await contexts.CreateDbContextAsync(cancellationToken))
            if (!await Silent(db, before).AnyAsync(cancellationToken)) return 0;
        return await transactions.RunAsync(async (db, ct) =>
        {
            var silent = await Silent(db, before).OrderBy(r => r.Id).Take(100).ToListAsync(ct);
            foreach (var run in silent) Fail(run, FileSentences.Interrupted(run.Read, run.Total));
            await Topics.TouchAsync(db, Topics.Imports, ct);
            return silent.Count;
        }, cancellationToken);
    }

    private static IQueryable<ImportRun> Silent(PortalDb db, DateTimeOffset before) =>
        db.ImportRuns.Where(r => r.State == ImportState.Running && r.AliveAt < before);

    private Task<bool> ClaimAsync(Guid runId, CancellationToken cancellationToken) => transactions.RunAsync(async (db, ct) =>
    {
        var now = time.GetUtcNow();
        var claimed = await db.ImportRuns.Where(r => r.Id == runId && r.State == ImportState.Queued).ExecuteUpdateAsync(
            s => s.SetProperty(r => r.State, ImportState.Running).SetProperty(r => r.StartedAt, now).SetProperty(r => r.AliveAt, now).SetProperty(r => r.Revision, r => r.Revision + 1), ct);
        if (claimed == 1) await Topics.TouchAsync(db, Topics.Imports, ct);
        return claimed == 1;
    }, cancellationToken);

    private async Task ReadAndSaveAsync(Guid runId, CancellationToken cancellationToken)
    {
        if (await LoadAsync(runId, cancellationToken) is not { } queued)
        {
            await FailAsync(runId, _ => FileSentences.FileGone, cancellationToken);
            return;
        }
        var parsed = ImportedFile.Parse(queued.Content, queued.Format);
        if (parsed is ParsedFile.Unreadable { Sentence: var sentence }) await FailAsync(runId, _ => sentence, cancellationToken);
        else if (parsed is ParsedFile.Entries { Items: var entries }) await SaveAsync(runId, queued, entries, cancellationToken);
    }

    private async Task<QueuedFile?> LoadAsync(Guid runId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await (from run in db.ImportRuns
                      join file in db.ImportFiles on run.Id equals file.ImportRunId
                      join person in db.People on run.PersonId equals person.Id
                      where run.Id == runId
                      select new QueuedFile(run.Format, run.FileName, run.By, person.Id, person.LocalId, file.Content)).FirstOrDefaultAsync(cancellationToken);
    }

    private async Task SaveAsync(Guid runId, QueuedFile queued, IReadOnlyList<ParsedEntry> entries, CancellationToken cancellationToken)
    {
        if (!await ChangeAsync(runId, (run, _) => run.Total = entries.Count, cancellationToken)) return;
        var saver = new EntrySaver(records, runId, queued);
        foreach (var chunk in entries.Chunk(Chunk))
        {
            var lines = await saver.SaveAsync(chunk, cancellationToken);
            if (!await ChangeAsync(runId, (run, db) => Count(run, db, lines), cancellationToken)) return;
        }
        await ChangeAsync(runId, (run, _) => (run.State, run.FinishedAt) = (ImportState.Done, time.GetUtcNow()), cancellationToken);
    }

    private static void Count(ImportRun run, PortalDb db, IReadOnlyList<ImportLine> lines)
    {
        db.ImportLines.AddRange(lines);
        run.Read += lines.Count;
        run.Added += lines.Count(l => l.Outcome == ImportOutcome.Added);
        run.Updated += lines.Count(l => l.Outcome == ImportOutcome.Updated);
        run.Unchanged += lines.Count(l => l.Outcome == ImportOutcome.Unchanged);
        run.Rejected += lines.Count(l => l.Outcome == ImportOutcome.Rejected);
    }

    private Task<bool> FailAsync(Guid runId, Func<ImportRun, string> sentence, CancellationToken cancellationToken) =>
        ChangeAsync(runId, (run, _) => Fail(run, sentence(run)), cancellationToken);

    private void Fail(ImportRun run, string sentence) =>
        (run.State, run.Failure, run.FinishedAt) = (ImportState.Failed, sentence.Length <= 1000 ? sentence : sentence[..1000], time.GetUtcNow());

    /// <summary>Writes to the run and shows that it lives.</summary>
    /// <returns>False: it was taken for dead meanwhile, and somebody may be repeating it.</returns>
    private Task<bool> ChangeAsync(Guid runId, Action<ImportRun, PortalDb> change, CancellationToken cancellationToken) => transactions.RunAsync(async (db, ct) =>
    {
        var run = await db.ImportRuns.FirstOrDefaultAsync(r => r.Id == runId && r.State == ImportState.Running, ct);
        if (run is null) return false;
        run.AliveAt = time.GetUtcNow();
        change(run, db);
        // Before the topic: its row is locked until the commit.
        await db.SaveChangesAsync(ct);
        await Topics.TouchAsync(db, Topics.Imports, ct);
        return true;
    }, cancellationToken);

    [LoggerMessage(Level = LogLevel.Error, Message = "Import {RunId} stopped at an error")]
    private static partial void Stopped(ILogger logger, Guid runId, Exception exception);
}
