using System.Collections.Frozen;
using System.Text;
using OrcidPortal.Data.Entities;

namespace OrcidPortal.Records;

/// <summary>Takes out of a field what no database and no message can hold: control characters, halves of characters, excess.</summary>
internal static class FieldCleaning
{
    private const int LongestText = 20_000;
    private const int LongestValue = 2_000;
    private const int MostElements = 10_000;

    /// <summary>Fields in which ORCID takes more than others hold: what is too long for ORCID must not be cut before somebody is told.</summary>
    private static readonly FrozenSet<string> Texts = FrozenSet.ToFrozenSet(
        [
            FieldPaths.Title, FieldPaths.Subtitle, FieldPaths.TranslatedTitle, FieldPaths.JournalTitle, FieldPaths.ShortDescription, FieldPaths.CitationValue, FieldPaths.Url,
            FieldPaths.RoleTitle, FieldPaths.DepartmentName, FieldPaths.OrganizationName, FieldPaths.OrganizationCity, FieldPaths.OrganizationRegion,
        ]);

    /// <summary>The fields, clean; a field of nothing but blanks is not known.</summary>
    /// <param name="kind">Of a person's identifier the type is a name for people and stays as it is written.</param>
    /// <param name="fields">As a source gives them.</param>
    public static RecordFields Clean(RecordKind kind, RecordFields fields)
    {
        var clean = new RecordFields
        {
            ExternalIds = [.. fields.ExternalIds.Take(MostElements).Select(i => Clean(kind, i)).OfType<FieldIdentifier>().DistinctBy(i => i.Key)],
            Contributors = [.. fields.Contributors.Take(MostElements).Select(Clean).OfType<FieldContributor>().DistinctBy(c => c.Key)],
        };
        foreach (var path in FieldPaths.All)
            if (!FieldPaths.IsList(path) && path != FieldPaths.Type && Clean(SingleFields.Get(fields, path), Texts.Contains(path) ? LongestText : LongestValue) is { } value)
                clean = SingleFields.With(clean, path, value);
        return fields.Type is { } type && Clean(type.Value) is { } word ? clean with { Type = new TypeValue(Clean(type.Vocabulary) ?? "", word) } : clean;
    }

    /// <summary>The text without control characters (line breaks and tabs become blanks in short values) and without unpaired surrogates.</summary>
    /// <returns>Null where nothing is left.</returns>
    public static string? Clean(string? text, int longest = LongestValue)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        var clean = new StringBuilder(Math.Min(text.Length, longest));
        foreach (var rune in text.EnumerateRunes())
        {
            if (clean.Length >= longest) break;
            if (Rune.IsControl(rune)) { if (rune.Value is '\n' or '\r' or '\t') clean.Append(' '); }
            else clean.Append(rune.ToString());
        }
        var result = clean.ToString().Trim();
        return result.Length == 0 ? null : result;
    }

    private static FieldIdentifier? Clean(RecordKind kind, FieldIdentifier id) => Clean(id.Type) is { } type && Clean(id.Value) is { } value
        ? new FieldIdentifier(kind == RecordKind.PersonIdentifier ? type : type.ToLowerInvariant(), value, Clean(id.Relationship), Clean(id.Url))
        : null;

    private static FieldContributor? Clean(FieldContributor c) => Clean(c.Name) is { } name
        ? new FieldContributor(Clean(c.Key) ?? name, name, Clean(c.Role) ?? "author", Clean(c.Given), Clean(c.Family), Clean(c.Orcid))
        : null;
}
