using System.Security.Cryptography;
using System.Text;
using OrcidPortal.Data.Entities;
using OrcidPortal.Identifiers;
using OrcidPortal.Records.Vocabularies;

namespace OrcidPortal.Records;

/// <summary>
/// The identifiers by which two drafts are the same work or funding: those that name it itself, never its journal, book or page. Positions and profile items
/// have none: they belong to one person and are found again by their source entry.
/// </summary>
internal static class MatchKeys
{
    private const int LongestValue = 300;
    private const string Isbn = "isbn";
    private static readonly HashSet<string> OfTheWork = ["doi", "pmid", "pmc", "arxiv", "handle", "eid", "wosuid", "bibcode", "urn", "ark"];
    private static readonly HashSet<string> Books = ["book", "edited-book", "book-series"];

    /// <summary>The keys of a record, without repetition; none for kinds that belong to one person.</summary>
    public static IReadOnlyList<(string Type, string Value)> Of(RecordKind kind, RecordFields fields, VocabularySnapshot words) => kind switch
    {
        RecordKind.Work => Of(fields, words),
        RecordKind.Funding => OfFunding(fields),
        _ => [],
    };

    /// <summary>A grant number is one of many under its funder's name: alone it says nothing.</summary>
    private static IReadOnlyList<(string Type, string Value)> OfFunding(RecordFields fields)
    {
        var funder = RecordUpdate.SortForm(fields.OrganizationName);
        return [.. fields.ExternalIds
            .Where(i => i.Relationship is null or "self" or "funded-by" && (i.Type == "doi" || (i.Type is "grant_number" or "proposal-id" && funder.Length > 0)))
            .Select(i => (i.Type, Value: ExternalIdNormaliser.Normalize(i.Type, i.Value)))
            .Where(k => k.Value is not null)
            .Select(k => (k.Type, Shorten(k.Type == "doi" ? k.Value! : $"{k.Value} {funder}")))
            .Distinct()];
    }

    /// <summary>
    /// The keys of a work, without repetition, in the order given. An ISBN gives two: itself, which asks for a like title (<see cref="AsksForTitle"/>),
    /// and itself with the title, by which the second of two books of one ISBN is found again.
    /// </summary>
    private static IReadOnlyList<(string Type, string Value)> Of(RecordFields fields, VocabularySnapshot words)
    {
        var isBook = IsBook(words.TypeOf(RecordKind.Work, fields.Type));
        return [.. fields.ExternalIds
            .Where(i => i.Relationship is null or "self" && NamesWork(i.Type, isBook))
            .Select(i => (i.Type, Value: ExternalIdNormaliser.Normalize(i.Type, i.Value)))
            .Where(k => k.Value is not null)
            .SelectMany(k => k.Type == Isbn ? OfBook(k.Value!, fields.Title) : [(k.Type, Shorten(k.Value!))])
            .Distinct()];
    }

    /// <summary>Whether identifiers of this type name the work itself: never its journal or, but for a book, its book.</summary>
    public static bool NamesWork(string type, bool isBook) => OfTheWork.Contains(type) || (isBook && type == Isbn);

    /// <summary>Whether works of this type have an ISBN of their own.</summary>
    public static bool IsBook(string? orcidType) => orcidType is not null && Books.Contains(orcidType);

    /// <summary>Whether the key alone does not say that it is the same work: collections, volumes and reprints share an ISBN.</summary>
    public static bool AsksForTitle(string type, string value) => type == Isbn && !value.Contains(' ', StringComparison.Ordinal);

    /// <summary>Whether two titles are the same but for case and punctuation, or one is the other with more words.</summary>
    public static bool AreAlike(string? one, string? other)
    {
        var (a, b) = (RecordUpdate.SortForm(one), RecordUpdate.SortForm(other));
        if (a.Length == 0 || b.Length == 0) return a == b;
        return $" {a} ".Contains($" {b} ", StringComparison.Ordinal) || $" {b} ".Contains($" {a} ", StringComparison.Ordinal);
    }

    private static IEnumerable<(string Type, string Value)> OfBook(string isbn, string? title) =>
        RecordUpdate.SortForm(title) is { Length: > 0 } form ? [(Isbn, isbn), (Isbn, Shorten($"{isbn} {form}"))] : [(Isbn, isbn)];

    /// <summary>A text that fits an indexed column: itself, or its beginning and a hash.</summary>
    public static string Shorten(string value) => value.Length <= LongestValue ? value
        : $"{value[..200]}#{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(value)))}";
}
