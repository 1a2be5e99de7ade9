using Microsoft.EntityFrameworkCore;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.Identifiers;

namespace OrcidPortal.History;

/// <summary>A filter as a query over the ledger.</summary>
internal static class HistoryMatching
{
    private const int MostWords = 10;

    /// <summary>The lines that a filter asks for, in no order.</summary>
    public static IQueryable<HistoryEntry> Matching(this PortalDb db, HistoryFilter filter)
    {
        var lines = db.History.AsNoTracking();
        if (filter.PersonId is { } person) lines = lines.Where(e => e.PersonId == person);
        if (filter.RecordId is { } record) lines = lines.Where(e => e.RecordId == record);
        if (filter.Operation is { } operation) lines = lines.Where(e => e.Operation == operation);
        if (filter.Outcome is { } outcome) lines = lines.Where(e => e.Outcome == outcome);
        if (filter.Section is { } section) lines = lines.Where(e => e.Section == section);
        if (filter.Code is { } code) lines = lines.Where(e => e.HttpStatus == code || e.OrcidCode == code);
        // PostgreSQL takes times in UTC only.
        if (filter.From?.ToUniversalTime() is { } from) lines = lines.Where(e => e.At >= from);
        if (filter.Until?.ToUniversalTime() is { } until) lines = lines.Where(e => e.At < until);
        foreach (var word in (filter.Text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Take(MostWords)) lines = Saying(db, lines, word);
        return lines;
    }

    private static IQueryable<HistoryEntry> Saying(PortalDb db, IQueryable<HistoryEntry> lines, string word)
    {
        if (OrcidId.TryParse(word, out var id))
        {
            var orcid = id.Value;
            return lines.Where(e => e.Orcid == orcid);
        }
        // SQLite lowers ASCII only: other capitals are found as they are typed, or by the record's own sort title.
        var lower = word.ToLowerInvariant();
        // Looked for once, not for each line of the ledger.
        var records = db.Records.Where(r => r.SortTitle.Contains(lower)).Select(r => r.Id);
        var people = db.People.Where(p => p.LocalId == word || p.SortName.Contains(lower)).Select(p => p.Id);
#pragma warning disable CA1304, CA1311, CA1862 // Becomes SQL: the database's rules count, and it takes no culture and no comparison.
        return lines.Where(e => e.Title!.Contains(word) || e.Title.ToLower().Contains(lower)
            || records.Contains(e.RecordId!.Value) || people.Contains(e.PersonId!.Value));
#pragma warning restore CA1304, CA1311, CA1862
    }
}
