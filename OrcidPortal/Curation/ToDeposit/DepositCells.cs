using System.Text.RegularExpressions;
using OrcidPortal.Curation.ToRepository;
using OrcidPortal.Data.Entities;
using OrcidPortal.Identifiers;
using OrcidPortal.Mapping.Citations;
using OrcidPortal.Records;

namespace OrcidPortal.Curation.ToDeposit;

/// <summary>What stands in the cells of a new item in DSpace's metadata import. Pure.</summary>
internal static partial class DepositCells
{
    /// <summary>Where identifiers go that have no column of their own.</summary>
    public const string OtherIdentifiers = "dc.identifier.other";

    private const string BetweenValues = "||";

    /// <summary>The cells of a work by the names of their columns; what it has nothing for is left out.</summary>
    /// <param name="columns">Those of works.</param>
    public static IReadOnlyDictionary<string, string> Of(IReadOnlyList<DspaceColumn> columns, RecordFields fields)
    {
        var cells = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var column in columns) Add(cells, column.Name, Values(column, fields));
        Add(cells, OtherIdentifiers, Others(columns, fields));
        return cells.ToDictionary(c => c.Key, c => string.Join(BetweenValues, c.Value), StringComparer.Ordinal);
    }

    /// <summary>A value that DSpace takes as it is, and that a spreadsheet, in which people look at the file first, does not run. What is changed is how it looks, never what it says.</summary>
    internal static string Safe(string value)
    {
        var text = Twice().Replace(value.Trim(), "$0 ");
        if (text.Length == 0) return "";
        if (text[^1] == '|') text += " ";
        // An apostrophe, as elsewhere, would stay in the repository.
        return text[0] switch { '-' => "–" + text[1..], '=' or '+' or '@' => $"“{text}”", _ => text };
    }

    private static void Add(Dictionary<string, List<string>> cells, string column, IEnumerable<string> values)
    {
        foreach (var value in values.Select(Safe).Where(v => v.Length > 0))
        {
            if (!cells.TryGetValue(column, out var known)) cells[column] = known = [];
            if (!known.Contains(value)) known.Add(value);
        }
    }

    private static IEnumerable<string> Values(DspaceColumn column, RecordFields fields) => column.Field switch
    {
        FieldPaths.ExternalIds => fields.ExternalIds.Where(i => IsOfIt(i) && i.Type.Equals(column.Part, StringComparison.OrdinalIgnoreCase)).Select(i => ExternalIdNormaliser.Normalize(i.Type, i.Value) ?? i.Value),
        FieldPaths.Contributors => fields.Contributors.Where(c => RoleOf(c) == column.Part?.ToLowerInvariant()).Select(NameOf),
        FieldPaths.Type => fields.Type is { } type && DspaceCells.WordOf(type) is { } word ? [word] : [],
        _ => FieldValues.Get(fields, column.Field) is { } value ? [value] : [],
    };

    private static IEnumerable<string> Others(IReadOnlyList<DspaceColumn> columns, RecordFields fields) => fields.ExternalIds
        .Where(i => IsOfIt(i) && i.Type != "source-work-id" && !columns.Any(c => c.Field == FieldPaths.ExternalIds && i.Type.Equals(c.Part, StringComparison.OrdinalIgnoreCase)))
        .Select(i => (i.Type, Value: ExternalIdNormaliser.Normalize(i.Type, i.Value) ?? i.Value))
        .Select(i => i.Type == "other-id" || i.Value.StartsWith(i.Type + ":", StringComparison.OrdinalIgnoreCase) ? i.Value : $"{i.Type}:{i.Value}");

    /// <summary>A journal's ISSN and a book's ISBN are kept with what appeared in them; any other identifier must be the work's own.</summary>
    private static bool IsOfIt(FieldIdentifier identifier) => identifier.Relationship is null or "self" || (identifier.Relationship == "part-of" && identifier.Type is "issn" or "isbn");

    /// <summary>ORCID knows many roles for those who made a work, and most entries name none.</summary>
    private static string RoleOf(FieldContributor contributor) =>
        CitedNames.IsAuthor(contributor.Role.ToLowerInvariant()) ? "author" : contributor.Role.ToLowerInvariant();

    /// <summary>A name as DSpace writes it, family name first, where its parts are known or can be told.</summary>
    private static string NameOf(FieldContributor contributor)
    {
        if (contributor is { Given: { Length: > 0 } given, Family: { Length: > 0 } family }) return $"{family}, {given}";
        if (BibTeXCitation.Line(contributor.Name) is not { Length: > 0 } line) return "";
        var read = CitedName.Of(line);
        return read.Given is null ? line : read.Suffix is null ? $"{read.Family}, {read.Given}" : $"{read.Family}, {read.Given}, {read.Suffix}";
    }

    // "||" parts two values and "::" begins an authority.
    [GeneratedRegex(@"\|(?=\|)|:(?=:)", RegexOptions.CultureInvariant)]
    private static partial Regex Twice();
}
