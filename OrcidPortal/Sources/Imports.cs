using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.Live;

namespace OrcidPortal.Sources;

/// <summary>Takes files in: looks at them, keeps them and queues a run. The reading is <see cref="ImportRunner"/>'s.</summary>
public sealed class Imports(ImportRunner runner, IDbContextFactory<PortalDb> contexts, Transactions transactions, IOptions<SourcesOptions> options, TimeProvider time)
{
    /// <summary>Keeps a file and queues its import; start it with <see cref="ImportJob.StartNow"/>.</summary>
    /// <param name="file">Up to <c>Sources:MaxFileBytes</c>; more is refused without being read to its end.</param>
    /// <param name="fileName">As the browser or the command line names it; folders are cut off. With the person and format it names the source.</param>
    /// <param name="format"><c>bibtex</c> or <c>csl-json</c>; null: what the content says.</param>
    /// <param name="personId">Whose works the file holds.</param>
    /// <param name="actor">Who brings it.</param>
    /// <param name="cancellationToken">Ends it with nothing kept.</param>
    /// <returns><see cref="QueueResult.Queued"/>, or <see cref="QueueResult.Refused"/> with the reason.</returns>
    public async Task<QueueResult> QueueAsync(Stream file, string fileName, string? format, Guid personId, Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(actor);
        string? said = null;
        if (!string.IsNullOrWhiteSpace(format) && (said = FileFormats.Named(format)) is null) return new QueueResult.Refused(FileSentences.UnknownFormat(format.Trim()));
        if (await ReadAsync(file, cancellationToken) is not { } content) return new QueueResult.Refused(FileSentences.TooLarge(options.Value.MaxFileBytes));
        var guess = FileFormats.Guess(content);
        if (guess.Refusal is { } refusal) return new QueueResult.Refused(refusal);
        if (said is not null && said != guess.Format) return new QueueResult.Refused(FileSentences.OtherFormat(said, guess.Format!));
        return await QueueAsync(guess.Format!, FileSource.CleanName(fileName ?? ""), content, personId, null, actor, cancellationToken);
    }

    /// <summary>Queues a finished run's file once more, as a new run. What is in already stays as it is.</summary>
    /// <param name="runId">A run that is done or failed.</param>
    /// <param name="actor">Who asks for it.</param>
    /// <param name="cancellationToken">Ends it with nothing kept.</param>
    /// <returns>The new run, or the reason why not.</returns>
    public async Task<QueueResult> RepeatAsync(Guid runId, Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        await runner.MarkInterruptedAsync(cancellationToken);
        var (run, content) = await LoadAsync(runId, cancellationToken);
        if (run is null || content is null) return new QueueResult.Refused(FileSentences.FileGone);
        if (run.State is ImportState.Queued or ImportState.Running) return new QueueResult.Refused(FileSentences.StillUnderWay);
        return await QueueAsync(run.Format, run.FileName, content, run.PersonId, run.Id, actor, cancellationToken);
    }

    private async Task<(ImportRun? Run, byte[]? Content)> LoadAsync(Guid runId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var run = await db.ImportRuns.AsNoTracking().FirstOrDefaultAsync(r => r.Id == runId, cancellationToken);
        return (run, await db.ImportFiles.Where(f => f.ImportRunId == runId).Select(f => f.Content).FirstOrDefaultAsync(cancellationToken));
    }

    private async Task<QueueResult> QueueAsync(string format, string fileName, byte[] content, Guid personId, Guid? repeats, Actor actor, CancellationToken cancellationToken)
    {
        await runner.MarkInterruptedAsync(cancellationToken);
        return await transactions.RunAsync<QueueResult>(async (db, ct) =>
        {
            // Changes nothing, but holds the person's row: of two files handed in at the same moment the second sees the first.
            var known = await db.People.Where(p => p.Id == personId).ExecuteUpdateAsync(s => s.SetProperty(p => p.Revision, p => p.Revision), ct);
            if (known == 0) return new QueueResult.Refused(FileSentences.NobodyKnown);
            if (await db.ImportRuns.AnyAsync(r => r.PersonId == personId && r.FileName == fileName && (r.State == ImportState.Queued || r.State == ImportState.Running), ct))
                return new QueueResult.Refused(FileSentences.AnotherUnderWay(fileName));
            var run = new ImportRun { Format = format, FileName = fileName, PersonId = personId, By = actor.Name.Length <= 300 ? actor.Name : actor.Name[..300], CreatedAt = time.GetUtcNow() };
            if (repeats is { } old && await db.ImportRuns.Where(r => r.Id == old && r.RepeatedBy == null)
                .ExecuteUpdateAsync(s => s.SetProperty(r => r.RepeatedBy, run.Id).SetProperty(r => r.Revision, r => r.Revision + 1), ct) == 0)
                return new QueueResult.Refused(FileSentences.AlreadyRepeated);
            db.ImportRuns.Add(run);
            db.ImportFiles.Add(new ImportFile { ImportRunId = run.Id, Content = content });
            await Topics.TouchAsync(db, Topics.Imports, ct);
            return new QueueResult.Queued(run.Id);
        }, cancellationToken);
    }

    /// <summary>The whole file, or null where it is too large.</summary>
    private async Task<byte[]?> ReadAsync(Stream file, CancellationToken cancellationToken)
    {
        var most = options.Value.MaxFileBytes;
        using var content = new MemoryStream();
        var buffer = new byte[81_920];
        for (int read; (read = await file.ReadAsync(buffer, cancellationToken)) > 0;)
        {
            if (content.Length + read > most) return null;
            content.Write(buffer, 0, read);
        }
        return content.ToArray();
    }
}
