using OrcidPortal.Identifiers;
using OrcidPortal.Mapping.Reading;
using OrcidPortal.Records;

namespace OrcidPortal.Mapping.Matching;

/// <summary>The identifiers of a work that tell it from all others, and those that only tell that two are versions of one. Pure.</summary>
internal static class MatchIds
{
    private const string ArxivDoi = "10.48550/arxiv.";

    /// <summary>Keys that only this work has.</summary>
    public static IEnumerable<string> OwnOf(MatchableWork work) => work.ExternalIds.Where(i => i.Relationship == Relationship.Self && IsOfOneWork(i.Type, work.Type)).Select(KeyOf).Distinct();

    /// <summary>Keys that the versions of this work have in common, beside its own.</summary>
    public static IEnumerable<string> SharedOf(MatchableWork work)
    {
        foreach (var id in work.ExternalIds)
        {
            if (id.Relationship == Relationship.VersionOf && IsOfOneWork(id.Type, work.Type)) yield return KeyOf(id);
            if (id.Relationship is Relationship.Self or Relationship.VersionOf && RootOf(id) is { } root) yield return root;
        }
    }

    /// <summary>A journal's number is none of an article's, and a book's none of its chapters'.</summary>
    private static bool IsOfOneWork(string type, string? workType) => MatchKeys.NamesWork(type, MatchKeys.IsBook(workType));

    // arXiv gives each preprint a DOI, too.
    private static string KeyOf(ExternalId id) => id.Type == "doi" && id.NormalizedValue.StartsWith(ArxivDoi, StringComparison.Ordinal) ? "arxiv:arXiv:" + id.NormalizedValue[ArxivDoi.Length..] : id.Key;

    /// <summary>What is left of an identifier without the number of a version.</summary>
    private static string? RootOf(ExternalId id)
    {
        var value = id.NormalizedValue;
        // Only what says that it is a version: many publishers count their articles with a number behind a point.
        if (id.Type == "doi") return VersionedDois.RootOf(value) is { } root && value.AsSpan(root.Length).Contains('v') ? $"doi:{root}" : null;
        var at = id.Type == "arxiv" ? value.LastIndexOf('v') : -1;
        return at > 0 && int.TryParse(value.AsSpan(at + 1), out _) ? $"arxiv:{value[..at]}" : null;
    }
}
