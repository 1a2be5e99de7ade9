using System.Security.Cryptography;
using System.Text;
using OrcidPortal.Data.Entities;
using OrcidPortal.Identifiers;
using OrcidPortal.Records.Vocabularies;

namespace OrcidPortal.Records;

/// <summary>The identifiers by which two drafts are the same work: those that name the work itself, never its journal, book or page.</summary>
internal static class MatchKeys
{
    private const int LongestValue = 300;
    private static readonly HashSet<string> OfTheWork = ["doi", "pmid", "pmc", "arxiv", "handle", "eid", "wosuid", "bibcode", "urn", "ark"];
    private static readonly HashSet<string> Books = ["book", "edited-book", "book-series"];

    /// <summary>The keys of a work, without repetition, in the order given.</summary>
    public static IReadOnlyList<(string Type, string Value)> Of(WorkFields fields)
    {
        var isBook = WorkTypes.Resolve(fields.Type) is { } type && Books.Contains(type);
        return [.. fields.ExternalIds
            .Where(i => i.Relationship is null or "self" && (OfTheWork.Contains(i.Type) || (isBook && i.Type == "isbn")))
            .Select(i => (i.Type, Value: ExternalIdNormaliser.Normalize(i.Type, i.Value)))
            .Where(k => k.Value is not null)
            .Select(k => (k.Type, Shorten(k.Value!)))
            .Distinct()];
    }

    /// <summary>A text that fits an indexed column: itself, or its beginning and a hash.</summary>
    public static string Shorten(string value) => value.Length <= LongestValue ? value
        : $"{value[..200]}#{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(value)))}";
}
