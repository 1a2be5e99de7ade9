using OrcidPortal.Curation.Duplicates;
using OrcidPortal.Data.Entities;
using OrcidPortal.Records;

namespace OrcidPortal.Pages.Curation.Duplicates;

/// <summary>What two records say, field by field, where at least one says something.</summary>
internal static class PairFields
{
    private const int Longest = 300;

    /// <summary>In the order of the fields.</summary>
    public static IReadOnlyList<PairField> Of(DuplicateRow row) =>
        [.. FieldPaths.Of(row.Kind).Select(path => new PairField(path, Lines(row.First.Fields, path), Lines(row.Second.Fields, path))).Where(f => f.First.Count + f.Second.Count > 0)];

    private static IReadOnlyList<string> Lines(RecordFields fields, string path) => path switch
    {
        FieldPaths.ExternalIds => [.. fields.ExternalIds.Select(i => $"{i.Type} {i.Value}")],
        FieldPaths.Contributors => [.. fields.Contributors.Select(c => c.Name)],
        _ => FieldValues.Get(fields, path) is { Length: > 0 } text ? [text.Length > Longest ? text[..Longest] + "…" : text] : [],
    };
}

/// <summary>One field of both.</summary>
internal sealed record PairField(string Path, IReadOnlyList<string> First, IReadOnlyList<string> Second)
{
    /// <summary>Whether a reader sees a difference; case counts.</summary>
    public bool Differs => !First.SequenceEqual(Second, StringComparer.Ordinal);
}
