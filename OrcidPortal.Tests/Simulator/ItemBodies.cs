namespace OrcidPortal.Tests.Simulator;

/// <summary>A sound item of each kind other than works, in both languages, and how to spoil it.</summary>
internal static class ItemBodies
{
    public static readonly IReadOnlyList<string> Affiliations = ["distinction", "education", "employment", "invited-position", "membership", "qualification", "service"];

    /// <summary>The sections of a person by the name of one, with the path.</summary>
    public static readonly IReadOnlyDictionary<string, string> Personal = new Dictionary<string, string>
    {
        ["other-name"] = "other-names", ["keyword"] = "keywords", ["address"] = "address", ["researcher-url"] = "researcher-urls", ["external-identifier"] = "external-identifiers",
    };

    private const string OrganizationXml =
        "<common:organization><common:name>Brown University</common:name>"
        + "<common:address><common:city>Providence</common:city><common:region>RI</common:region><common:country>US</common:country></common:address>"
        + "<common:disambiguated-organization><common:disambiguated-organization-identifier>https://ror.org/05gq02987</common:disambiguated-organization-identifier>"
        + "<common:disambiguation-source>ROR</common:disambiguation-source></common:disambiguated-organization></common:organization>";

    private const string OrganizationJson =
        """{"name":"Brown University","address":{"city":"Providence","region":"RI","country":"US"},"disambiguated-organization":"""
        + """{"disambiguated-organization-identifier":"https://ror.org/05gq02987","disambiguation-source":"ROR"}}""";

    private const string DatesXml =
        "<common:start-date><common:year>2010</common:year><common:month>05</common:month><common:day>30</common:day></common:start-date>"
        + "<common:end-date><common:year>2012</common:year><common:month>06</common:month><common:day>29</common:day></common:end-date>";

    private const string DatesJson =
        """
        "start-date":{"year":{"value":"2010"},"month":{"value":"05"},"day":{"value":"30"}},
        "end-date":{"year":{"value":"2012"},"month":{"value":"06"},"day":{"value":"29"}}
        """;

    private const string FundingXml =
        """<funding:funding xmlns:common="http://www.orcid.org/ns/common" xmlns:funding="http://www.orcid.org/ns/funding"><funding:type>grant</funding:type>"""
        + """<funding:title><common:title>A grant</common:title><common:translated-title language-code="fr">Une bourse</common:translated-title></funding:title>"""
        + $"""<funding:amount currency-code="EUR">1000.50</funding:amount>{DatesXml}"""
        + "<common:external-ids><common:external-id><common:external-id-type>grant_number</common:external-id-type><common:external-id-value>G-1</common:external-id-value>"
        + "<common:external-id-relationship>self</common:external-id-relationship></common:external-id></common:external-ids>"
        + "<funding:contributors><funding:contributor><common:contributor-orcid><common:path>0000-0002-1825-0097</common:path></common:contributor-orcid>"
        + "<funding:credit-name>J. S. Carberry</funding:credit-name><funding:contributor-attributes><funding:contributor-role>lead</funding:contributor-role>"
        + $"</funding:contributor-attributes></funding:contributor></funding:contributors>{OrganizationXml}</funding:funding>";

    private const string FundingJson =
        $$$"""
        {"type":"grant",
        "title":{"title":{"value":"A grant"},"translated-title":{"value":"Une bourse","language-code":"fr"}},
        "amount":{"value":"1000.50","currency-code":"EUR"},
        {{{DatesJson}}},
        "external-ids":{"external-id":[{"external-id-type":"grant_number","external-id-value":"G-1","external-id-relationship":"self"}]},
        "contributors":{"contributor":[
        {"contributor-orcid":{"path":"0000-0002-1825-0097"},"credit-name":{"value":"J. S. Carberry"},"contributor-attributes":{"contributor-role":"lead"}}]},
        "organization":{{{OrganizationJson}}}}
        """;

    private const string AffiliationContent =
        $"<common:department-name>Psychoceramics</common:department-name><common:role-title>Professor</common:role-title>{DatesXml}{OrganizationXml}"
        + "<common:external-ids><common:external-id><common:external-id-type>proposal-id</common:external-id-type><common:external-id-value>P-1</common:external-id-value>"
        + "<common:external-id-relationship>self</common:external-id-relationship></common:external-id></common:external-ids>";

    private const string AffiliationJson =
        $$$"""
        {"department-name":"Psychoceramics","role-title":"Professor",
        {{{DatesJson}}},
        "organization":{{{OrganizationJson}}},
        "external-ids":{"external-id":[{"external-id-type":"proposal-id","external-id-value":"P-1","external-id-relationship":"self"}]}}
        """;

    private const string IdentifierContent =
        "<common:external-id-type>Scopus Author ID</common:external-id-type><common:external-id-value>6602258586</common:external-id-value>"
        + "<common:external-id-url>http://www.scopus.com/6602258586</common:external-id-url><common:external-id-relationship>self</common:external-id-relationship>";

    /// <param name="kind">What one is called, such as <c>funding</c>.</param>
    public static string PathOf(string kind) => Personal.TryGetValue(kind, out var path) ? path : kind;

    public static string TypeOf(bool isJson) => isJson ? SimulatorServer.Json : SimulatorServer.Xml;

    public static string Sound(string kind, bool isJson = false) => (kind, isJson) switch
    {
        ("funding", false) => FundingXml,
        ("funding", true) => FundingJson,
        ("other-name" or "keyword", false) => Rooted(kind, $"<{kind}:content>J. Carberry</{kind}:content>"),
        ("other-name" or "keyword", true) => """{"content":"J. Carberry"}""",
        ("address", false) => Rooted(kind, "<address:country>US</address:country>"),
        ("address", true) => """{"country":{"value":"US"}}""",
        ("researcher-url", false) => Rooted(kind, "<researcher-url:url-name>Home</researcher-url:url-name><researcher-url:url>https://example.org/home</researcher-url:url>"),
        ("researcher-url", true) => """{"url-name":"Home","url":{"value":"https://example.org/home"}}""",
        ("external-identifier", false) => Rooted(kind, IdentifierContent),
        ("external-identifier", true) =>
            """{"external-id-type":"Scopus Author ID","external-id-value":"6602258586","external-id-url":{"value":"http://www.scopus.com/6602258586"},"external-id-relationship":"self"}""",
        (_, false) => Rooted(kind, AffiliationContent),
        (_, true) => AffiliationJson,
    };

    /// <summary>The same with something else in one place, which has to be there. "a…b": all from the one to the other.</summary>
    public static string But(this string body, string find, string replace)
    {
        var (from, to) = find.Split('…') is [var first, var last] ? (first, last) : (find, "");
        var start = body.IndexOf(from, StringComparison.Ordinal);
        start.ShouldBeGreaterThanOrEqualTo(0, from);
        var end = body.IndexOf(to, start + from.Length, StringComparison.Ordinal);
        end.ShouldBeGreaterThanOrEqualTo(0, to);
        return body[..start] + replace + body[(end + to.Length)..];
    }

    public static string WithPutCode(this string body, string putCode) => body.StartsWith('{') ? "{\"put-code\":" + putCode + "," + body[1..] : body.WithAttribute("put-code", putCode);

    public static string WithVisibility(this string body, string visibility) =>
        body.StartsWith('{') ? "{\"visibility\":\"" + visibility + "\"," + body[1..] : body.WithAttribute("visibility", visibility);

    private static string WithAttribute(this string xml, string name, string value) => xml.Insert(xml.IndexOf(" xmlns", StringComparison.Ordinal), $" {name}=\"{value}\"");

    private static string Rooted(string kind, string content) =>
        $"""<{kind}:{kind} xmlns:common="http://www.orcid.org/ns/common" xmlns:{kind}="http://www.orcid.org/ns/{kind}">{content}</{kind}:{kind}>""";
}
