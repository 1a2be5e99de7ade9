using OrcidPortal.Simulator.Rules;

namespace OrcidPortal.Simulator.Search;

/// <summary>A search in Lucene's language, ready to be held against records.</summary>
internal sealed class SearchQuery
{
    private readonly Condition condition;

    private SearchQuery(Condition condition) => this.condition = condition;

    /// <param name="q">The query; nothing finds nothing.</param>
    /// <param name="now">What <c>NOW</c> means in dates.</param>
    /// <returns>The query, or ORCID's 9012 with what cannot be understood.</returns>
    public static Answer<SearchQuery> Parse(string q, DateTimeOffset now)
    {
        var (read, fault) = new QueryParser(Words.Sound(q), new FieldConditions(now)).Parse();
        return read is null ? ErrorTexts.Of(9012, $"Cannot parse the query: {fault}") : new SearchQuery(read);
    }

    /// <returns>How many clauses the record meets, by which results are ordered; 0: it is not found.</returns>
    public int Matches(SearchDocument document) => condition.Count(document);
}
