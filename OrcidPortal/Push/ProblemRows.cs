using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.Mapping;

namespace OrcidPortal.Push;

/// <summary>Brings the stored problems of one record, or of one person and record, to what was found; what stays is not touched.</summary>
internal static class ProblemRows
{
    private const int Longest = 500;

    /// <summary>Adds what is new, removes what is gone.</summary>
    /// <param name="stored">All stored problems of the record; kept up to date.</param>
    /// <returns>Whether anything changed.</returns>
    public static bool Write(PortalDb db, List<RecordProblem> stored, Record record, Guid? personId, IEnumerable<Problem> found)
    {
        var wanted = found.Select(p => (p.Code, p.Severity, Field: Cut(p.Field)!, Value: Cut(p.Value)!, Suggestion: Cut(p.Suggestion), About: ProblemGroups.About(p, record.Kind, record.Fields))).ToHashSet();
        var changed = false;
        foreach (var row in stored.Where(p => p.PersonId == personId).ToList())
        {
            if (wanted.Remove((row.Code, row.Severity, row.Field, row.Value, row.Suggestion, row.About))) continue;
            db.RecordProblems.Remove(row);
            stored.Remove(row);
            changed = true;
        }
        foreach (var p in wanted)
        {
            var row = new RecordProblem
            {
                RecordId = record.Id, PersonId = personId, Code = p.Code, Severity = p.Severity, Field = p.Field, Value = p.Value, Suggestion = p.Suggestion, About = p.About,
            };
            db.RecordProblems.Add(row);
            stored.Add(row);
            changed = true;
        }
        return changed;
    }

    private static string? Cut(string? text) => text?.Length > Longest ? text[..(Longest - 1)] + "…" : text;
}
