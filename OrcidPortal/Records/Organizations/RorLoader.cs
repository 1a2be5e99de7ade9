using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.Records.Vocabularies;

namespace OrcidPortal.Records.Organizations;

/// <summary>Loads a data dump of ROR (schema v2, one JSON array of about 110,000 organisations) into the directory, without holding more than a few entries in memory.</summary>
public sealed partial class RorLoader(IDbContextFactory<PortalDb> contexts, Transactions transactions, TimeProvider time, ILogger<RorLoader> logger)
{
    private const int MostRejections = 100;

    // An organisation has about four identifiers and four names.
    private const int PerSqliteTransaction = 30;
    private const int PerTransaction = 250;

    /// <summary>Adds and changes organisations by their ROR id. What was written by hand, and which are ours, stays.</summary>
    /// <param name="file">A seekable stream of the .json, or of the .zip that contains it.</param>
    /// <param name="progress">Told after each transaction; null: nobody wants to know.</param>
    /// <param name="actor">Who loads it, for the audit.</param>
    /// <param name="cancellationToken">Stops between transactions; what is saved stays.</param>
    public async Task<RorLoad> LoadAsync(Stream file, IProgress<RorProgress>? progress, Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(file);
        var run = new Run(await PerTransactionAsync(cancellationToken), progress);
        try
        {
            await using var json = await RorFile.OpenAsync(file, cancellationToken);
            if (json is null) return run.End("There is no .json file in this archive. Take the archive as ROR publishes it.");
            return run.End(await ReadAsync(json, run, cancellationToken));
        }
        catch (InvalidDataException)
        {
            return run.End($"The archive is damaged or was not copied completely. {run.Kept}");
        }
        finally
        {
            // Also where the reading was stopped: what is saved counts from now on.
            await ConcludeAsync(run, actor);
        }
    }

    private async Task<string?> ReadAsync(Stream json, Run run, CancellationToken cancellationToken)
    {
        string? failure = null;
        await using var entries = JsonSerializer.DeserializeAsyncEnumerable<JsonElement>(json, JsonSerializerOptions.Default, cancellationToken).GetAsyncEnumerator(cancellationToken);
        while (true)
        {
            try
            {
                if (!await entries.MoveNextAsync()) break;
            }
            catch (JsonException e)
            {
                failure = $"The file ends or is damaged at line {(e.LineNumber ?? 0) + 1}, after {run.Read:N0} entries";
                break;
            }
            run.Take(RorEntry.Read(entries.Current));
            if (run.IsFull) await SaveAsync(run, cancellationToken);
        }
        await SaveAsync(run, cancellationToken);
        return failure is null ? null : run.Read == 0
            ? "This is not a ROR dump: a JSON array of organisations is expected, as ROR publishes it (schema version 2)."
            : $"{failure}. {run.Kept}";
    }

    private async Task SaveAsync(Run run, CancellationToken cancellationToken)
    {
        var waiting = run.Empty();
        if (waiting.Count > 0) await SaveAsync(run, waiting, cancellationToken);
        run.Tell();
    }

    private async Task SaveAsync(Run run, List<(int Number, RorEntry Entry)> waiting, CancellationToken cancellationToken)
    {
        try
        {
            run.Count(await transactions.RunAsync((db, ct) => RorSaving.RunAsync(db, [.. waiting.Select(w => w.Entry)], time.GetUtcNow(), ct), cancellationToken));
        }
        catch (DbUpdateException) when (waiting.Count > 1)
        {
            foreach (var one in waiting) await SaveAsync(run, [one], cancellationToken);
        }
        catch (DbUpdateException e)
        {
            EntryRefused(logger, waiting[0].Entry.Ror, e);
            run.Reject(waiting[0].Number, "The database refused this entry. Tell the administrator the time and the ROR id.");
        }
    }

    private async Task ConcludeAsync(Run run, Actor actor)
    {
        var totals = run.Totals;
        if (totals.Added + totals.Changed == 0) return;
        await transactions.RunAsync((db, _) =>
        {
            db.PlanRequests.Add(new PlanRequest { Scope = PlanScope.Term, Vocabulary = VocabularyNames.Organization, Cause = "organisations loaded", At = time.GetUtcNow() });
            OrganizationAudit.Add(db, actor, "organizations.loaded", "organizations:ror", null, $"added={totals.Added}; changed={totals.Changed}; rejected={totals.Rejected}", time.GetUtcNow());
            return Task.CompletedTask;
        }, CancellationToken.None);
    }

    private async Task<int> PerTransactionAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return db is SqlitePortalDb ? PerSqliteTransaction : PerTransaction;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The organisation {Ror} was refused by the database")]
    private static partial void EntryRefused(ILogger logger, string ror, Exception exception);

    /// <summary>What one load has read, counted and still holds.</summary>
    private sealed class Run(int most, IProgress<RorProgress>? progress)
    {
        private readonly List<RorRejection> _rejections = [];
        private List<(int Number, RorEntry Entry)> _waiting = [];
        private int _added, _changed, _unchanged, _rejected;

        public int Read { get; private set; }
        public bool IsFull => _waiting.Count >= most;
        public RorProgress Totals => new(Read, _added, _changed, _unchanged, _rejected);
        public string Kept => $"{_added + _changed + _unchanged:N0} organisations of it are in the directory and stay there. Get the file again and load it: what is there is not written twice.";

        public void Take((RorEntry? Entry, string? Reason) found)
        {
            Read++;
            if (found.Entry is { } entry) _waiting.Add((Read, entry));
            else Reject(Read, found.Reason ?? "");
        }

        public void Reject(int number, string reason)
        {
            _rejected++;
            if (_rejections.Count < MostRejections) _rejections.Add(new RorRejection(number, reason));
        }

        public List<(int Number, RorEntry Entry)> Empty()
        {
            var all = _waiting;
            _waiting = [];
            return all;
        }

        public void Count(IReadOnlyList<SaveOutcome> outcomes)
        {
            _added += outcomes.Count(o => o == SaveOutcome.Added);
            _changed += outcomes.Count(o => o == SaveOutcome.Updated);
            _unchanged += outcomes.Count(o => o == SaveOutcome.Unchanged);
        }

        public void Tell() => progress?.Report(Totals);

        public RorLoad End(string? failure) => new(Totals, _rejections, failure);
    }
}
