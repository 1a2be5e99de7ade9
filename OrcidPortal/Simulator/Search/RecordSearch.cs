namespace OrcidPortal.Simulator.Search;

/// <summary>Finds records.</summary>
internal static class RecordSearch
{
    /// <param name="documents">Every record there is, as everybody may see it.</param>
    /// <param name="request">What is searched for.</param>
    /// <returns>The part of the results that is wanted: those that meet most clauses first, then by iD.</returns>
    public static SearchPage Find(IEnumerable<SearchDocument> documents, SearchRequest request)
    {
        var found = documents
            .Select(d => (Document: d, Score: request.Query.Matches(d)))
            .Where(d => d.Score > 0)
            .OrderByDescending(d => d.Score).ThenBy(d => d.Document.Orcid, StringComparer.Ordinal)
            .ToList();
        return new(found.Count, [.. found.Skip(request.Start).Take(request.Rows).Select(d => d.Document)]);
    }
}

/// <summary>A part of the results.</summary>
/// <param name="Total">How many records were found in all.</param>
/// <param name="Hits">Those of this part.</param>
internal sealed record SearchPage(int Total, IReadOnlyList<SearchDocument> Hits);
