using System.Collections.Frozen;

namespace OrcidPortal.Records;

/// <summary>The closed list of a work's fields, named as ORCID names them.</summary>
public static class FieldPaths
{
    public const string Title = "title";
    public const string Subtitle = "subtitle";
    public const string JournalTitle = "journal-title";
    public const string ShortDescription = "short-description";
    public const string Type = "type";
    public const string PublicationDate = "publication-date";
    public const string LanguageCode = "language-code";
    public const string Url = "url";
    public const string ExternalIds = "external-ids";
    public const string Contributors = "contributors";

    /// <summary>All paths in the order pages show them.</summary>
    public static IReadOnlyList<string> All { get; } =
        [Title, Subtitle, Type, PublicationDate, JournalTitle, ExternalIds, Url, Contributors, LanguageCode, ShortDescription];

    private static readonly FrozenDictionary<string, string> Aliases = All.ToDictionary(Fold)
        .Append(KeyValuePair.Create("identifiers", ExternalIds))
        .Append(KeyValuePair.Create("abstract", ShortDescription))
        .Append(KeyValuePair.Create("journal", JournalTitle))
        .Append(KeyValuePair.Create("date", PublicationDate))
        .Append(KeyValuePair.Create("language", LanguageCode))
        .ToFrozenDictionary();

    /// <summary>Finds a path by its name in any case, with or without hyphens; <c>identifiers</c> is <c>external-ids</c>.</summary>
    /// <returns>False where there is no such field.</returns>
    public static bool TryParse(string? text, out string path) => Aliases.TryGetValue(Fold(text ?? ""), out path!);

    /// <summary>Whether the field holds elements, which are added, replaced and removed one by one.</summary>
    public static bool IsList(string path) => path is ExternalIds or Contributors;

    private static string Fold(string text) => text.Replace("-", "", StringComparison.Ordinal).Trim().ToLowerInvariant();
}
