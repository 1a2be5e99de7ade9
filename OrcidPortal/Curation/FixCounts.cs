using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.Mapping;
using OrcidPortal.Records;

namespace OrcidPortal.Curation;

/// <summary>How many works need fixing, and why; counted at most every ten seconds, however many pages ask.</summary>
public sealed class FixCounts(IDbContextFactory<PortalDb> contexts, TimeProvider time) : IDisposable
{
    /// <summary>Groups kept; what is not among them is found through its code.</summary>
    private const int MostGroups = 500;
    private readonly Summary<FixSummary> _summary = new(time);

    /// <summary>Of curators who look after some departments; as many as there are such sets.</summary>
    private readonly ConcurrentDictionary<ValueList<string>, Summary<FixSummary>> _ofDepartments = new();

    /// <summary>The counts, at most ten seconds old.</summary>
    /// <param name="within">Of records of these departments; null: of all.</param>
    public Task<FixSummary> LatestAsync(CancellationToken cancellationToken, ValueList<string>? within = null) =>
        (within is null ? _summary : _ofDepartments.GetOrAdd(within, _ => new Summary<FixSummary>(time))).GetAsync((now, ct) => CountAsync(within, now, ct), cancellationToken);

    private async Task<FixSummary> CountAsync(ValueList<string>? within, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var toFix = db.RecordsToFix.Within(db, within, f => f.RecordId);
        var works = await toFix.CountAsync(cancellationToken);
        var people = await db.SyncItems.Where(i => i.State == SyncState.NeedsFix).Within(db, within, i => i.RecordId).Select(i => i.PersonId).Distinct().CountAsync(cancellationToken);
        var codes = await FixList.Blocking(db).Join(toFix, p => p.RecordId, f => f.RecordId, (p, _) => p).GroupBy(p => p.Code)
            .Select(g => new { Code = g.Key, Works = g.Select(p => p.RecordId).Distinct().Count() }).ToListAsync(cancellationToken);
        var refused = await FixList.Refused(db).Within(db, within, i => i.RecordId).Select(i => i.RecordId).Distinct().CountAsync(cancellationToken);
        var counts = codes.Select(c => new ProblemCount(c.Code, c.Works));
        if (refused > 0) counts = counts.Append(new ProblemCount(FixFilter.RefusedByOrcid, refused));
        return new FixSummary(works, people, [.. counts.OrderByDescending(c => c.Works).ThenBy(c => c.Code, StringComparer.Ordinal)], await GroupsAsync(db, toFix, cancellationToken),
            await toFix.Select(r => r.Source).Where(s => s != "").Distinct().OrderBy(s => s).Take(50).ToListAsync(cancellationToken), within ?? (IReadOnlyList<string>)await FixList.DepartmentsAsync(db, cancellationToken), now);
    }

    private static async Task<IReadOnlyList<FixGroup>> GroupsAsync(PortalDb db, IQueryable<RecordToFix> toFix, CancellationToken cancellationToken)
    {
        var waiting =
            from p in db.RecordProblems.Where(p => p.Severity == ProblemSeverity.Blocks)
            join f in toFix on p.RecordId equals f.RecordId
            join i in db.SyncItems.Where(i => i.State == SyncState.NeedsFix) on p.RecordId equals i.RecordId
            where p.PersonId == null || p.PersonId == i.PersonId
            select new { p.Code, p.About, Source = p.About == "" ? f.Source : "", p.RecordId, p.Value, p.Field, p.Suggestion, i.PersonId, f.Since };
        var found = await waiting.GroupBy(w => new { w.Code, w.About, w.Source }).Select(g => new
        {
            g.Key.Code, g.Key.About, g.Key.Source, Works = g.Select(w => w.RecordId).Distinct().Count(), People = g.Select(w => w.PersonId).Distinct().Count(),
            Suggested = g.Where(w => w.Suggestion != null).Select(w => w.RecordId).Distinct().Count(), Value = g.Min(w => w.Value), Field = g.Min(w => w.Field), Since = g.Min(w => w.Since),
        }).OrderByDescending(g => g.Works).ThenBy(g => g.Code).ThenBy(g => g.About).ThenBy(g => g.Source).Take(MostGroups).ToListAsync(cancellationToken);
        return [.. found.Select(g => new FixGroup(g.Code, g.About, g.Source, g.Field!.Split('/')[0], g.Value ?? "", g.Works, g.People, g.Suggested, g.Since))];
    }

    public void Dispose()
    {
        _summary.Dispose();
        foreach (var summary in _ofDepartments.Values) summary.Dispose();
    }
}

/// <summary>Works that need fixing, counted.</summary>
/// <param name="Works">Works; one with several problems counts once.</param>
/// <param name="People">People whose ORCID record waits for one of them.</param>
/// <param name="Problems">By code, the most frequent first; a work counts in each of its codes.</param>
/// <param name="Groups">What one fix may heal together, the largest first, at most 500.</param>
/// <param name="Sources">How the sources begin that they come from.</param>
/// <param name="Departments">Those of all people, by name, at most 500; for a curator of some departments, these.</param>
/// <param name="At">When it was counted.</param>
public sealed record FixSummary(int Works, int People, IReadOnlyList<ProblemCount> Problems, IReadOnlyList<FixGroup> Groups, IReadOnlyList<string> Sources, IReadOnlyList<string> Departments, DateTimeOffset At);

/// <summary>How many works have a problem.</summary>
public sealed record ProblemCount(string Code, int Works);

/// <summary>Works that wait for the same reason.</summary>
/// <param name="Code">A code of <see cref="ProblemCodes"/>.</param>
/// <param name="About">What they have in common, as <see cref="ProblemGroups.About"/> writes it; empty: only where they come from.</param>
/// <param name="Source">Where they come from, where nothing else is common: <c>file:bibtex</c>.</param>
/// <param name="Field">The field to fix, a path of <c>FieldPaths</c>.</param>
/// <param name="Value">The wrong value of one of them, as it stands there.</param>
/// <param name="Works">How many.</param>
/// <param name="People">How many people wait for them.</param>
/// <param name="Suggested">For how many of them a value is known that would be right.</param>
/// <param name="Since">Since when the first of them waits.</param>
public sealed record FixGroup(string Code, string About, string Source, string Field, string Value, int Works, int People, int Suggested, DateTimeOffset Since)
{
    /// <summary>What would heal most at once.</summary>
    public FixAction Action =>
        ProblemGroups.Read(About) is { } about
            ? about.IsWord ? FixAction.SayWord
            : about.Dimension == ProblemGroups.OrganizationDimension ? FixAction.NameOrganization
            : Suggested > 0 ? FixAction.TakeSuggestions
            : about.Dimension == ProblemGroups.ValueDimension ? FixAction.SetField : FixAction.OneByOne
        : Suggested > 0 ? FixAction.TakeSuggestions
        : Code is ProblemCodes.TypeRequired or ProblemCodes.AmountCurrencyRequired or ProblemCodes.FunderRequired or ProblemCodes.OrganizationRequired ? FixAction.SetField
        : FixAction.OneByOne;
}

/// <summary>SayWord: an entry of a vocabulary. NameOrganization: which of the directory it is. TakeSuggestions: the value that is known. SetField: the same value for all. OneByOne: each needs to be looked at.</summary>
public enum FixAction { SayWord, NameOrganization, TakeSuggestions, SetField, OneByOne }
