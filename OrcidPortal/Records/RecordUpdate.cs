using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.Identifiers;

namespace OrcidPortal.Records;

/// <summary>Computes the effective record anew and appends to the change queue; whatever changes a record ends here.</summary>
internal static class RecordUpdate
{
    /// <summary>Records with source entries, live corrections, keys and people, to be changed.</summary>
    public static IQueryable<Record> Tracked(PortalDb db) => db.Records.AsSplitQuery()
        .Include(r => r.SourceEntries).Include(r => r.Corrections.Where(c => c.RetiredAt == null)).Include(r => r.Keys).Include(r => r.People).Include(r => r.Terms);

    /// <summary>Computes the effective fields from what the record consists of.</summary>
    /// <returns>Whether one of them changed; then the version was raised.</returns>
    public static bool Apply(Record record, DateTimeOffset now)
    {
        record.OnlyAtOrcid = record.SourceEntries.Count > 0 && record.SourceEntries.TrueForAll(e => OrcidSource.Is(e.Source));
        var fromSources = EffectiveRecord.FromSources(record.SourceEntries);
        EffectiveRecord.Review(fromSources, record.Corrections, now);
        var fields = EffectiveRecord.WithCorrections(fromSources, record.Corrections);
        if (fields == record.Fields) return false;
        var isFirst = record.Title.Length == 0 && record.Fields == new RecordFields();
        record.Fields = fields;
        record.Title = Cut(RecordTitles.Of(record.Kind, fields), 4000);
        record.SortTitle = SortForm(record.Title);
        record.Year = PartialDate.TryParse(fields.PublicationDate ?? fields.StartDate, out var date) ? date.Year : null;
        PutTerms(record);
        record.ChangedAt = now;
        if (!isFirst) record.Version++;
        return true;
    }

    private static void PutTerms(Record record)
    {
        var wanted = RecordTerms.Of(record.Kind, record.Fields);
        record.Terms.RemoveAll(t => !wanted.Contains((t.Vocabulary, t.Value)));
        foreach (var (vocabulary, value) in wanted)
            if (!record.Terms.Exists(t => t.Vocabulary == vocabulary && t.Value == value)) record.Terms.Add(new RecordTerm { Vocabulary = vocabulary, Value = value, RecordId = record.Id });
    }

    /// <summary>
    /// Something the record is computed from changed: its row changes too, also where its fields stay. Else two who change different parts at
    /// the same moment would each compute it without the other's, and the later one would win.
    /// </summary>
    public static void Touch(PortalDb db, Record record)
    {
        if (db.Entry(record) is { State: EntityState.Unchanged } entry) entry.Property(r => r.Revision).IsModified = true;
    }

    /// <summary>Appends to the change queue: the planner looks at the record again.</summary>
    public static void Queue(PortalDb db, Record record, Origin origin, string cause, DateTimeOffset now) => db.RecordChanges.Add(new RecordChange
    {
        RecordId = record.Id, RecordVersion = record.Version, Origin = origin, Cause = Cut(cause, 100), At = now,
    });

    /// <summary>A title for sorting and search: lower case, letters and digits of any script, single blanks, at most 200 characters.</summary>
    public static string SortForm(string? title)
    {
        var form = new StringBuilder();
        foreach (var rune in (title ?? "").Normalize(NormalizationForm.FormKC).EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark) form.Append(Rune.ToLowerInvariant(rune));
            else if (form.Length > 0 && form[^1] != ' ') form.Append(' ');
        }
        return Cut(form.ToString().Trim(), 200);
    }

    private static string Cut(string text, int length)
    {
        if (text.Length <= length) return text;
        return text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)];
    }
}
