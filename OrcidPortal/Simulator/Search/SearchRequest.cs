using System.Globalization;
using OrcidPortal.Simulator.Rules;

namespace OrcidPortal.Simulator.Search;

/// <summary>What is searched for, and which part of the results is wanted.</summary>
/// <param name="Query">The query.</param>
/// <param name="Start">How many results are passed over.</param>
/// <param name="Rows">How many are wanted at most.</param>
internal sealed record SearchRequest(SearchQuery Query, int Start, int Rows)
{
    private const int MostRows = 1000;
    private const int FarthestStart = 10_000;

    /// <param name="query"><c>q</c>, <c>start</c> (default 0) and <c>rows</c> (default 1,000).</param>
    /// <param name="isPublic">Whether it is the public API.</param>
    /// <param name="hasClient">Whether the caller is known: others see the first 10,000 results only.</param>
    /// <param name="now">What <c>NOW</c> means in dates.</param>
    /// <returns>The request, or 9012 (rows, query) or 9043 (start).</returns>
    public static Answer<SearchRequest> Read(IQueryCollection query, bool isPublic, bool hasClient, DateTimeOffset now)
    {
        if (Number(query, "rows", MostRows) is not { } rows || rows > MostRows) return ErrorTexts.Of(9012, "The rows parameter must be an integer between 0 and 1,000");
        if (Number(query, "start", 0) is not { } start || (start > FarthestStart && isPublic && !hasClient)) return ErrorTexts.Of(9043);
        var parsed = SearchQuery.Parse(query["q"].FirstOrDefault() ?? "", now);
        return parsed.Error is { } error ? error : new SearchRequest(parsed.Value!, start, rows);
    }

    private static int? Number(IQueryCollection query, string name, int otherwise) =>
        query[name].FirstOrDefault() is not { Length: > 0 } text ? otherwise
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
        : null;
}
