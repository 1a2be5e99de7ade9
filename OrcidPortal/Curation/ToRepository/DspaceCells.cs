using OrcidPortal.Data.Entities;
using OrcidPortal.Records;

namespace OrcidPortal.Curation.ToRepository;

/// <summary>What stands in a cell of DSpace's metadata import. Pure.</summary>
internal static class DspaceCells
{
    private const string BetweenValues = "||";
    private const string BeforeAuthority = "::";

    /// <summary>DSpace's own words for ORCID's types, where there is one that means just that.</summary>
    private static readonly IReadOnlyDictionary<string, string> Types = new Dictionary<string, string>
    {
        ["book"] = "Book",
        ["book-chapter"] = "Book chapter",
        ["cartographic-material"] = "Map",
        ["data-set"] = "Dataset",
        ["dissertation-thesis"] = "Thesis",
        ["image"] = "Image",
        ["journal-article"] = "Article",
        ["journal-issue"] = "Journal",
        ["learning-object"] = "Learning Object",
        ["moving-image"] = "Video",
        ["musical-composition"] = "Musical Score",
        ["other"] = "Other",
        ["preprint"] = "Preprint",
        ["report"] = "Technical Report",
        ["software"] = "Software",
        ["working-paper"] = "Working Paper",
    };

    /// <summary>The parts of a list that a correction changes; one null for a single field.</summary>
    public static IReadOnlyList<string?> PartsOf(Correction correction) => correction.Field switch
    {
        FieldPaths.ExternalIds => Parts<FieldIdentifier>(correction, i => i.Type),
        FieldPaths.Contributors => Parts<FieldContributor>(correction, c => c.Role),
        _ => [null],
    };

    /// <summary>The cell of a record in a column: all values, as an import replaces those that the item has.</summary>
    /// <returns>The text, empty where there is nothing (the import removes what the item has); or why it can't be written.</returns>
    public static (string? Text, ByHandReason? Why) Of(DspaceColumn column, RecordFields fields)
    {
        var values = Values(column, fields);
        if (values is null) return (null, ByHandReason.NoWord);
        return values.Any(CannotCarry) ? (null, ByHandReason.CannotCarry) : (string.Join(BetweenValues, values), null);
    }

    private static List<string>? Values(DspaceColumn column, RecordFields fields)
    {
        switch (column.Field)
        {
            case FieldPaths.ExternalIds:
                return [.. fields.ExternalIds.Where(i => IsOf(i.Type, column)).Select(i => i.Value)];
            case FieldPaths.Contributors:
                return [.. fields.Contributors.Where(c => IsOf(c.Role, column)).Select(NameOf)];
            case FieldPaths.Type when fields.Type is { } type:
                return WordOf(type) is { } word ? [word] : null;
            default:
                return FieldValues.Get(fields, column.Field) is { } value ? [value] : [];
        }
    }

    /// <summary>DSpace's word for a type; null where it has none that means just that.</summary>
    public static string? WordOf(TypeValue type) => type.Vocabulary == "dc.type" ? type.Value : type.Vocabulary == "orcid" ? Types.GetValueOrDefault(type.Value) : null;

    private static string NameOf(FieldContributor contributor) =>
        contributor is { Family: { Length: > 0 } family, Given: { Length: > 0 } given } ? $"{family}, {given}" : contributor.Name;

    /// <summary>The import would cut it into several values or take a part of it for an authority; or a spreadsheet, in which people look at the file first, would run it.</summary>
    private static bool CannotCarry(string value) =>
        value.Contains(BetweenValues, StringComparison.Ordinal) || value.Contains(BeforeAuthority, StringComparison.Ordinal) || value.Length > 0 && value[0] is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n';

    private static bool IsOf(string part, DspaceColumn column) => part.Equals(column.Part, StringComparison.OrdinalIgnoreCase);

    // A correction may make an author an editor: that changes both.
    private static IReadOnlyList<string?> Parts<T>(Correction correction, Func<T, string> part) where T : class =>
        [.. new[] { correction.Value, correction.BaseValue }.Select(v => v is null ? null : FieldValues.Read<T>(v)).OfType<T>().Select(part).Distinct(StringComparer.OrdinalIgnoreCase)];
}
