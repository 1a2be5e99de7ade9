using OrcidPortal.Simulator.Search;

namespace OrcidPortal.Tests.Simulator.Search;

/// <summary>Three records to be found.</summary>
internal static class Documents
{
    public const string Sofia = "0000-0001-5109-3700";
    public const string Josiah = "0000-0002-1825-0097";
    public const string Zoe = "0000-0003-1415-9269";
    public static readonly DateTimeOffset Now = new(2026, 3, 15, 12, 30, 45, TimeSpan.Zero);

    public static SearchDocument[] All =>
    [
        new SearchDocument(Sofia)
            .Add("given-names", "Sofía María").Add("family-name", "García-López").Add("given-and-family-names", "Sofía María García-López").Add("credit-name", "S. García").Add("other-names", "Zofia Łódź")
            .Add("email", "Sofia@Example.org").Add("keyword", "marine biology").Add("keyword", "plankton").Add("biography", "She studies the life of plankton in cold and deep water.")
            .Add("affiliation-org-name", "Universidad de Sevilla").Add("ringgold-org-id", "16778").Add("ror-org-id", "https://ror.org/03yxnpp24").Add("title", "Plankton: a study of drift")
            .Add("digital-object-ids", "10.1087/20120404").Add("doi-self", "10.1087/20120404").Add("isbn-part-of", "9783161484100").Add("external-id-type-and-value", "Scopus Author ID=123")
            .Add("profile-submission-date", Now.AddYears(-5)).Add("profile-last-modified-date", Now.AddHours(-3)),
        new SearchDocument(Josiah)
            .Add("given-names", "Josiah").Add("family-name", "Carberry").Add("given-and-family-names", "Josiah Carberry").Add("email", "josiah@brown.edu").Add("affiliation-org-name", "Brown University")
            .Add("affiliation-org-name", "Wesleyan University").Add("grant-numbers", "NSF-42/7").Add("funding-titles", "Cracks in old pots").Add("title", "Psychoceramics").Add("doi-self", "10.5555/AbC(1):2")
            .Add("profile-submission-date", Now.AddYears(-1)).Add("profile-last-modified-date", Now.AddDays(-40)),
        new SearchDocument(Zoe).Add("given-names", "Zoë").Add("family-name", "O'Brien").Add("keyword", "深海 探査").Add("keyword", "NOT a word").Add("profile-last-modified-date", Now.AddDays(-1)),
    ];

    /// <returns>Who is found, S, J and Z, best first.</returns>
    public static string Find(string q)
    {
        var query = SearchQuery.Parse(q, Now);
        query.Error.ShouldBeNull(q);
        return string.Concat(RecordSearch.Find(All, new(query.Value!, 0, 10)).Hits.Select(h => h.Orcid switch { Sofia => 'S', Josiah => 'J', _ => 'Z' }));
    }
}
