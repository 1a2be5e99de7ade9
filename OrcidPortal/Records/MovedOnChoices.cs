using Microsoft.EntityFrameworkCore;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;

namespace OrcidPortal.Records;

/// <summary>What curators say of corrections under which the source has changed: ours stays, or theirs counts. For one or many, and back again.</summary>
public sealed class MovedOnChoices(Transactions transactions, RecordCorrections corrections, TimeProvider time)
{
    /// <summary>Corrections that one call takes.</summary>
    public const int Most = 500;
    private const int OnSqlite = 25;
    private const int OnServer = 100;

    /// <summary>Ours stays: the change of the source is known, and asked about no more.</summary>
    /// <param name="correctionIds">At most <see cref="Most"/>.</param>
    /// <returns>What was decided, for taking it back; those that somebody else decided meanwhile are left out.</returns>
    /// <param name="within">Of records of these departments; null: of all.</param>
    public Task<IReadOnlyList<MovedOnChoice>> KeepAsync(IReadOnlyCollection<Guid> correctionIds, Actor actor, CancellationToken cancellationToken, ValueList<string>? within = null) =>
        DecideAsync(correctionIds, true, actor, within, cancellationToken);

    /// <summary>Theirs counts: the corrections are retired.</summary>
    /// <inheritdoc cref="KeepAsync" path="/param"/>
    /// <inheritdoc cref="KeepAsync" path="/returns"/>
    public Task<IReadOnlyList<MovedOnChoice>> TakeAsync(IReadOnlyCollection<Guid> correctionIds, Actor actor, CancellationToken cancellationToken, ValueList<string>? within = null) =>
        DecideAsync(correctionIds, false, actor, within, cancellationToken);

    /// <summary>Takes decisions back.</summary>
    /// <returns>How many; what was changed since stays.</returns>
    /// <inheritdoc cref="KeepAsync" path="/param"/>
    public async Task<int> UndoAsync(IReadOnlyList<MovedOnChoice> choices, Actor actor, CancellationToken cancellationToken, ValueList<string>? within = null)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var undone = 0;
        foreach (var part in choices.Chunk(Size))
            undone += await transactions.RunAsync(async (db, ct) =>
            {
                var count = 0;
                foreach (var (record, ofRecord) in await LoadAsync(db, [.. part.Select(c => c.CorrectionId)], within, ct))
                {
                    var back = ofRecord.Where(c => part.Any(p => p.CorrectionId == c.Id) && (c.RetiredAt is null ? !c.SourceMovedOn : !record.Corrections.Exists(o => o.RetiredAt is null && o.Field == c.Field && o.Key == c.Key))).ToList();
                    foreach (var correction in back)
                    {
                        (correction.RetiredAt, correction.RetiredBecause) = (null, null);
                        correction.BaseValue = part.Single(p => p.CorrectionId == correction.Id).BaseValue;
                    }
                    if (back.Count > 0) await corrections.FinishAsync(db, record, actor, string.Join("; ", back.Select(RecordCorrections.Describe)), "correction.asked-again", ct);
                    count += back.Count;
                }
                return count;
            }, cancellationToken);
        return undone;
    }

    private int Size => transactions.AreShort ? OnSqlite : OnServer;

    private async Task<IReadOnlyList<MovedOnChoice>> DecideAsync(IReadOnlyCollection<Guid> correctionIds, bool keep, Actor actor, ValueList<string>? within, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        if (correctionIds.Count > Most) throw new ArgumentException($"At most {Most} corrections at once.", nameof(correctionIds));
        var decided = new List<MovedOnChoice>(correctionIds.Count);
        foreach (var part in correctionIds.Distinct().Chunk(Size))
            decided.AddRange(await transactions.RunAsync(async (db, ct) =>
            {
                var choices = new List<MovedOnChoice>(part.Length);
                foreach (var (record, ofRecord) in await LoadAsync(db, part, within, ct))
                {
                    var open = ofRecord.Where(c => c is { SourceMovedOn: true, RetiredAt: null } && part.Contains(c.Id)).ToList();
                    if (open.Count == 0) continue;
                    var said = EffectiveRecord.FromSources(record.SourceEntries);
                    var what = string.Join("; ", open.Select(RecordCorrections.Describe));
                    foreach (var correction in open)
                    {
                        choices.Add(new MovedOnChoice(correction.Id, correction.BaseValue));
                        if (keep) correction.BaseValue = EffectiveRecord.SourceValue(said, correction.Field, correction.Key);
                        else (correction.RetiredAt, correction.RetiredBecause) = (time.GetUtcNow(), "The source's value was taken");
                    }
                    await corrections.FinishAsync(db, record, actor, what, keep ? "correction.kept" : "correction.given-up", ct);
                }
                return choices;
            }, cancellationToken));
        return decided;
    }

    private static async Task<List<(Record Record, List<Correction> Corrections)>> LoadAsync(PortalDb db, Guid[] correctionIds, ValueList<string>? within, CancellationToken cancellationToken)
    {
        var named = await db.Corrections.Where(c => correctionIds.Contains(c.Id)).Within(db, within, c => c.RecordId).ToListAsync(cancellationToken);
        var ids = named.Select(c => c.RecordId).Distinct().ToArray();
        var records = await RecordUpdate.Tracked(db).Where(r => ids.Contains(r.Id)).ToListAsync(cancellationToken);
        return [.. records.Select(r => (r, named.FindAll(c => c.RecordId == r.Id)))];
    }
}

/// <summary>A decision about a correction, with what is needed to take it back.</summary>
/// <param name="BaseValue">What the sources had said when the correction was made.</param>
public sealed record MovedOnChoice(Guid CorrectionId, string? BaseValue);
