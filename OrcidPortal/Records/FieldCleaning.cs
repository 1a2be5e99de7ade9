using System.Text;
using OrcidPortal.Data.Entities;

namespace OrcidPortal.Records;

/// <summary>Takes out of a field what no database and no message can hold: control characters, halves of characters, excess.</summary>
internal static class FieldCleaning
{
    private const int LongestText = 20_000;
    private const int LongestValue = 2_000;
    private const int MostElements = 10_000;

    /// <summary>The fields, clean; a field of nothing but blanks is not known.</summary>
    public static RecordFields Clean(RecordFields fields) => new()
    {
        Title = Clean(fields.Title, LongestText),
        Subtitle = Clean(fields.Subtitle, LongestText),
        JournalTitle = Clean(fields.JournalTitle, LongestText),
        ShortDescription = Clean(fields.ShortDescription, LongestText),
        Type = fields.Type is { } type && Clean(type.Value) is { } value ? new TypeValue(Clean(type.Vocabulary) ?? "", value) : null,
        PublicationDate = Clean(fields.PublicationDate),
        LanguageCode = Clean(fields.LanguageCode),
        Url = Clean(fields.Url, LongestText),
        ExternalIds = [.. fields.ExternalIds.Take(MostElements).Select(Clean).OfType<FieldIdentifier>().DistinctBy(i => i.Key)],
        Contributors = [.. fields.Contributors.Take(MostElements).Select(Clean).OfType<FieldContributor>().DistinctBy(c => c.Key)],
    };

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

    private static FieldIdentifier? Clean(FieldIdentifier id) => Clean(id.Type) is { } type && Clean(id.Value) is { } value
        ? new FieldIdentifier(type.ToLowerInvariant(), value, Clean(id.Relationship), Clean(id.Url))
        : null;

    private static FieldContributor? Clean(FieldContributor c) => Clean(c.Name) is { } name
        ? new FieldContributor(Clean(c.Key) ?? name, name, Clean(c.Role) ?? "author", Clean(c.Given), Clean(c.Family), Clean(c.Orcid))
        : null;
}
