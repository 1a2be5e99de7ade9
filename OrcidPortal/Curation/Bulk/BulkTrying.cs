using Microsoft.EntityFrameworkCore;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.Live;
using OrcidPortal.Mapping;
using OrcidPortal.Push;
using OrcidPortal.Records;
using OrcidPortal.Records.Organizations;

namespace OrcidPortal.Curation.Bulk;

/// <summary>Tries a fix: lists its records, maps each as it would be, and counts what would follow. Changes nothing but the fix's own rows.</summary>
public sealed class BulkTrying(Transactions transactions, IDbContextFactory<PortalDb> contexts, MappingContexts mapping, OrganizationDirectory organizations, TimeProvider time)
{
    private const int Records = 250;
    private const int LongestText = 500;

    /// <summary>Tries it from the beginning: after a restart, too, since it costs seconds.</summary>
    internal async Task RunAsync(BulkFix fix, CancellationToken cancellationToken)
    {
        while (fix.Total is null && await ListAsync(fix, cancellationToken))
        {
        }
        var figures = new Figures();
        var chosen = fix.OrganizationId is { } id ? await organizations.FindAsync(id, cancellationToken) : null;
        for (Guid? after = null; ;)
        {
            var page = await TryAsync(fix, chosen?.Organization, after, figures, cancellationToken);
            if (page.Count > 0) after = page[^1].RecordId;
            if (!await transactions.RunAsync((db, ct) => SaveAsync(db, fix.Id, page, figures, ct), cancellationToken) || page.Count == 0) return;
        }
    }

    /// <returns>Whether there may be more.</returns>
    private Task<bool> ListAsync(BulkFix fix, CancellationToken cancellationToken) => transactions.RunAsync(async (db, ct) =>
    {
        var lines = db.BulkFixLines.Where(l => l.BulkFixId == fix.Id);
        var most = transactions.AreShort ? 250 : 2000;
        var last = await lines.OrderByDescending(l => l.RecordId).Select(l => (Guid?)l.RecordId).FirstOrDefaultAsync(ct);
        var wanted = await BulkRecords.OfAsync(db, fix, time.GetUtcNow(), ct);
        if (last is { } after) wanted = wanted.Where(r => r > after);
        var ids = await wanted.OrderBy(r => r).Take(most).ToListAsync(ct);
        await NewRows.InsertAsync(db, ids.ConvertAll(r => new BulkFixLine { BulkFixId = fix.Id, RecordId = r }), ct);
        if (ids.Count == most) return true;
        fix.Total = await lines.CountAsync(ct);
        await db.BulkFixes.Where(f => f.Id == fix.Id).ExecuteUpdateAsync(s => s.SetProperty(f => f.Total, fix.Total).SetProperty(f => f.AliveAt, time.GetUtcNow()).SetProperty(f => f.Revision, f => f.Revision + 1), ct);
        return false;
    }, cancellationToken);

    private async Task<List<BulkFixLine>> TryAsync(BulkFix fix, OrganizationRow? chosen, Guid? after, Figures figures, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var lines = await db.BulkFixLines.AsNoTracking().Where(l => l.BulkFixId == fix.Id && (after == null || l.RecordId > after)).OrderBy(l => l.RecordId).Take(transactions.AreShort ? Records : 2 * Records).ToListAsync(cancellationToken);
        var ids = lines.Select(l => l.RecordId).ToArray();
        var records = await db.Records.AsNoTracking().Where(r => ids.Contains(r.Id)).ToDictionaryAsync(r => r.Id, cancellationToken);
        var known = await mapping.LoadAsync(db, records.Values, cancellationToken);
        var problems = (await db.RecordProblems.AsNoTracking().Where(p => ids.Contains(p.RecordId)).ToListAsync(cancellationToken)).ToLookup(p => p.RecordId);
        var items = (await db.SyncItems.AsNoTracking().Where(i => ids.Contains(i.RecordId)).ToListAsync(cancellationToken)).ToLookup(i => i.RecordId);
        foreach (var line in lines)
            if (records.TryGetValue(line.RecordId, out var record)) Try(fix, chosen, line, record, known[record.Id], [.. problems[record.Id]], items[record.Id], figures);
        return lines;
    }

    private static void Try(BulkFix fix, OrganizationRow? chosen, BulkFixLine line, Record record, MappingContext context, List<RecordProblem> problems, IEnumerable<SyncItem> items, Figures figures)
    {
        line.Version = record.Version;
        var requests = BulkRecords.Corrections(fix, record, problems);
        var (fields, invalid) = RecordCorrections.Try(record.Kind, record.Fields, requests);
        if (fields is null)
        {
            (line.Outcome, line.Message) = (BulkFixOutcome.Skipped, Cut(invalid!.Sentence));
            return;
        }
        if (fix.Kind == BulkFixKind.SetField && !FieldPaths.Of(record.Kind).Contains(fix.Field!))
        {
            (line.Outcome, line.Message) = (BulkFixOutcome.Skipped, "Records of this kind have no such field.");
            return;
        }
        var (before, after) = (RecordMapper.Map(record.Kind, record.Fields, context), RecordMapper.Map(record.Kind, fields, After(fix, chosen, record, context)));
        if (fields == record.Fields && before.Fingerprint == after.Fingerprint && before.Problems.SequenceEqual(after.Problems))
        {
            line.Outcome = BulkFixOutcome.Same;
            return;
        }
        line.Outcome = BulkFixOutcome.WouldChange;
        (line.Before, line.After) = (Texts(requests, record.Fields), Texts(requests, fields));
        var ofPeople = problems.Where(p => p is { PersonId: not null, Severity: ProblemSeverity.Blocks } && !IsGone(p, after)).ToList();
        line.ProblemsLeft = after.Problems.Count(p => p.Severity == ProblemSeverity.Blocks) + ofPeople.Count;
        figures.Changed++;
        if (line.ProblemsLeft == 0 && record.ProblemCount > 0) figures.Healed++;
        foreach (var item in items)
        {
            var left = after.Problems.Count(p => p.Severity == ProblemSeverity.Blocks) + ofPeople.Count(p => p.PersonId == item.PersonId);
            figures.Count(item, ItemForecasts.Of(item, after, left));
        }
    }

    /// <summary>An identifier that the record would not have any more is not shared either.</summary>
    private static bool IsGone(RecordProblem problem, MappedRecord after) =>
        problem.Code == ProblemCodes.ExternalIdShared && problem.Field.Split('/', 2) is [_, var shared] && !after.SelfKeys.Any(k => k.StartsWith(shared, StringComparison.Ordinal));

    /// <summary>What mapping would know.</summary>
    private static MappingContext After(BulkFix fix, OrganizationRow? chosen, Record record, MappingContext context)
    {
        if (fix.Kind == BulkFixKind.Word) return context with { Vocabularies = context.Vocabularies.With(fix.Vocabulary!, fix.Word!, fix.Value) };
        // One that has an identifier of the directory is known by that.
        if (fix.Kind != BulkFixKind.Organization || chosen is null || context.Organization is not null || OrganizationKeys.OfName(record.Fields.OrganizationName) != OrganizationKeys.OfName(fix.Word)) return context;
        var id = chosen.Identifiers is [var first, ..] ? first : null;
        return context with { Organization = new OrganizationMatch(chosen.Id, chosen.Name, chosen.City, chosen.Region, chosen.Country, id?.Source, id?.Value, chosen.Tie) };
    }

    private static string? Texts(IReadOnlyList<CorrectionRequest> requests, RecordFields fields) => requests.Count == 0 ? null
        : Cut(string.Join("; ", requests.Select(r => (r.Key is { } key ? FieldValues.Get(fields, r.Field, key) : FieldValues.Get(fields, r.Field)) ?? "–")));

    private static string Cut(string text) => text.Length <= LongestText ? text : text[..(LongestText - 1)] + "…";

    /// <returns>Whether it is still wanted.</returns>
    private async Task<bool> SaveAsync(PortalDb db, Guid id, List<BulkFixLine> page, Figures figures, CancellationToken cancellationToken)
    {
        if (await db.BulkFixes.SingleOrDefaultAsync(f => f.Id == id && f.State == BulkFixState.Trying, cancellationToken) is not { } fix) return false;
        db.BulkFixLines.UpdateRange(page);
        figures.Done += page.Count;
        (fix.Done, fix.AliveAt) = (figures.Done, time.GetUtcNow());
        (fix.Changed, fix.Healed, fix.Additions, fix.Updates, fix.Waiting, fix.Notices) = (figures.Changed, figures.Healed, figures.Additions, figures.Updates, figures.Waiting, figures.Notices);
        if (page.Count == 0) (fix.State, fix.TriedAt) = (BulkFixState.Tried, fix.AliveAt);
        await db.SaveChangesAsync(cancellationToken);
        await Topics.TouchAsync(db, Topics.Curation, cancellationToken);
        return true;
    }

    private sealed class Figures
    {
        private const int WorksInACall = 100;
        private readonly Dictionary<Guid, int> _added = [];

        public int Done { get; set; }
        public int Changed { get; set; }
        public int Healed { get; set; }
        public int Additions { get; private set; }
        public int Updates { get; private set; }
        public int Waiting { get; private set; }

        /// <summary>ORCID writes one notice for up to 100 new works of a person, one for everything else.</summary>
        public int Notices => Updates + Additions - _added.Values.Sum() + _added.Values.Sum(n => (n + WorksInACall - 1) / WorksInACall);

        public void Count(SyncItem item, ItemForecast forecast)
        {
            if (forecast == ItemForecast.Added)
            {
                Additions++;
                if (item.Kind == RecordKind.Work) _added[item.PersonId] = _added.GetValueOrDefault(item.PersonId) + 1;
            }
            else if (forecast == ItemForecast.Changed) Updates++;
            else if (forecast == ItemForecast.Waits) Waiting++;
        }
    }
}
