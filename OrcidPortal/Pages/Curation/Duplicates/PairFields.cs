using OrcidPortal.Curation.Duplicates;
using OrcidPortal.Pages.Parts;
using OrcidPortal.Records;

namespace OrcidPortal.Pages.Curation.Duplicates;

/// <summary>What two records say, field by field, where at least one says something.</summary>
internal static class PairFields
{
    private const int Longest = 300;

    /// <summary>In the order of the fields.</summary>
    public static IReadOnlyList<PairField> Of(DuplicateRow row, WorkTypeNames types) =>
        [.. FieldPaths.Of(row.Kind).Select(path => new PairField(path, Lines(row.First, path, types), Lines(row.Second, path, types))).Where(f => f.First.Count + f.Second.Count > 0)];

    private static IReadOnlyList<string> Lines(DuplicateSide side, string path, WorkTypeNames types) => path switch
    {
        FieldPaths.ExternalIds => [.. side.Fields.ExternalIds.Select(i => $"{i.Type} {i.Value}")],
        FieldPaths.Contributors => [.. side.Fields.Contributors.Select(c => c.Name)],
        FieldPaths.Type => types.Of(side.Type) is { } type ? [type] : [],
        _ => FieldValues.Get(side.Fields, path) is { Length: > 0 } text ? [text.Length > Longest ? text[..Longest] + "…" : text] : [],
    };
}

/// <summary>One field of both.</summary>
internal sealed record PairField(string Path, IReadOnlyList<string> First, IReadOnlyList<string> Second)
{
    /// <summary>Whether a reader sees a difference; case counts.</summary>
    public bool Differs => !First.SequenceEqual(Second, StringComparer.Ordinal);
}
