using OrcidPortal.Data.Entities;
using OrcidPortal.Records;

namespace OrcidPortal.Curation;

/// <summary>What somebody else changed in a record while it was being edited. Pure.</summary>
public static class FieldChanges
{
    /// <summary>Compares what the editor showed with what the record says now.</summary>
    /// <param name="seen">The effective fields the editor showed.</param>
    /// <param name="now">The record as it is.</param>
    /// <returns>In the order of the fields; empty where only corrections changed that left the values as they were.</returns>
    public static IReadOnlyList<FieldChange> Between(RecordFields seen, RecordDetail now)
    {
        ArgumentNullException.ThrowIfNull(seen);
        ArgumentNullException.ThrowIfNull(now);
        return [.. FieldPaths.Of(now.Record.Kind).SelectMany(path => FieldPaths.IsList(path) ? Elements(path) : Single(path))];

        IEnumerable<FieldChange> Single(string path)
        {
            var (before, after) = (FieldValues.Get(seen, path), FieldValues.Get(now.Record.Fields, path));
            return before == after ? [] : [Change(path, null, before, after)];
        }

        IEnumerable<FieldChange> Elements(string path) => Keys(seen, path).Union(Keys(now.Record.Fields, path)).SelectMany<string, FieldChange>(key =>
        {
            var (before, after) = (FieldValues.Get(seen, path, key), FieldValues.Get(now.Record.Fields, path, key));
            return before == after ? [] : [Change(path, key, before, after)];
        });

        FieldChange Change(string path, string? key, string? before, string? after)
        {
            var correction = now.Corrections.Where(c => c.RetiredAt is null && c.Field == path && c.Key == key).MaxBy(c => c.At);
            return new FieldChange(path, key, before, after, correction?.By, correction?.At ?? now.Record.ChangedAt);
        }
    }

    private static IEnumerable<string> Keys(RecordFields fields, string path) =>
        path == FieldPaths.ExternalIds ? fields.ExternalIds.Select(i => i.Key) : fields.Contributors.Select(c => c.Key);
}

/// <summary>A field or element that changed.</summary>
/// <param name="Field">A path of <c>FieldPaths</c>.</param>
/// <param name="Key">The element of a list field; null for a single field.</param>
/// <param name="Before">As <c>FieldValues</c> writes it; null: nothing.</param>
/// <param name="After">As <c>FieldValues</c> writes it; null: nothing.</param>
/// <param name="By">Who corrected it; null: a source, or a correction taken back.</param>
public sealed record FieldChange(string Field, string? Key, string? Before, string? After, string? By, DateTimeOffset At);
