namespace OrcidPortal.Tests.Simulator;

/// <summary>A record with something in every section.</summary>
internal static class FullRecord
{
    private const string Organization = """
        <common:organization><common:name>University of Oxford</common:name><common:address><common:city>Oxford</common:city><common:country>GB</common:country></common:address>
        <common:disambiguated-organization><common:disambiguated-organization-identifier>https://ror.org/052gg0110</common:disambiguated-organization-identifier><common:disambiguation-source>ROR</common:disambiguation-source></common:disambiguated-organization></common:organization>
        """;

    private static readonly string[] Affiliations = ["distinction", "education", "employment", "invited-position", "membership", "qualification", "service"];

    public static async Task<(string Orcid, string Token)> MakeAsync(SimulatorServer server)
    {
        var orcid = (await server.ControlAsync("POST", "people", new { givenNames = "Full", familyName = "Record", creditName = "F. Record", biography = "All there is.", emailVisibility = "public" })).GetProperty("orcid").GetString()!;
        var token = await server.TokenAsync(orcid, SimulatorServer.AllScopes + " /person/update");
        foreach (var kind in Affiliations) await AddAsync(kind, Affiliation(kind));
        await AddAsync("funding", Funding());
        await AddAsync("work", WorkBodies.Work("Preprint", "10.5555/preprint"));
        await AddAsync("work", WorkBodies.Inner(WorkBodies.Content("Article", WorkBodies.Id("doi", "10.5555/article", "self") + WorkBodies.Id("doi", "10.5555/preprint", "version-of"))));
        await AddAsync("other-names", Personal("other-name", "<other-name:content>F. R.</other-name:content>"));
        await AddAsync("keywords", Personal("keyword", "<keyword:content>ceramics</keyword:content>"));
        await AddAsync("address", Personal("address", "<address:country>GB</address:country>"));
        await AddAsync("researcher-urls", Personal("researcher-url", "<researcher-url:url-name>Home</researcher-url:url-name><researcher-url:url>https://example.org/</researcher-url:url>"));
        await AddAsync("external-identifiers", Personal("external-identifier", "<common:external-id-type>Scopus Author ID</common:external-id-type><common:external-id-value>7</common:external-id-value><common:external-id-url>https://example.org/7</common:external-id-url><common:external-id-relationship>self</common:external-id-relationship>"));
        return (orcid, token);

        async Task AddAsync(string path, string body)
        {
            var added = await server.SendAsync("POST", $"v3.0/{orcid}/{path}", token, body);
            added.Status.ShouldBe(201, $"{path}: {added.Body}");
        }
    }

    public static string Affiliation(string kind, string content = Organization) =>
        $"<{kind}:{kind} xmlns:{kind}=\"http://www.orcid.org/ns/{kind}\" xmlns:common=\"http://www.orcid.org/ns/common\"><common:role-title>Fellow</common:role-title><common:start-date><common:year>2001</common:year></common:start-date>{content}</{kind}:{kind}>";

    public static string Funding(string number = "G-1") => $"""
        <funding:funding xmlns:funding="http://www.orcid.org/ns/funding" xmlns:common="http://www.orcid.org/ns/common"><funding:type>grant</funding:type><funding:title><common:title>A grant</common:title></funding:title>
        <funding:amount currency-code="EUR">1000</funding:amount><common:start-date><common:year>2001</common:year></common:start-date><common:external-ids>{WorkBodies.Id("grant_number", number, "self")}</common:external-ids>{Organization}</funding:funding>
        """;

    private static string Personal(string kind, string content) =>
        $"<{kind}:{kind} xmlns:{kind}=\"http://www.orcid.org/ns/{kind}\" xmlns:common=\"http://www.orcid.org/ns/common\">{content}</{kind}:{kind}>";
}
