using static OrcidPortal.Tests.Simulator.SimulatorServer;

namespace OrcidPortal.Tests.Simulator.Rules;

/// <summary>Each rule for what is said of a person, by a sound item spoilt in one place.</summary>
public sealed class PersonRulesTests
{
    private const string Names = "other-name";
    private const string Keywords = "keyword";
    private const string Addresses = "address";
    private const string Urls = "researcher-url";
    private const string Identifiers = "external-identifier";
    private const string Scope = "/read-limited /person/update";

    /// <summary>Of which kind, what is wrong, whether it is said in JSON, what stands there in the sound one and what instead, the code, and words of the text.</summary>
    public static TheoryData<string, string, bool, string, string, int, string> Faults => new()
    {
        { Names, "blank", false, "J. Carberry", " ", 9020, "400 Bad Request: Invalid incoming message. Full validation error: Content field must not be empty" },
        { Names, "blank", true, "J. Carberry", " ", 9020, "Full validation error: Content field must not be empty" },
        { Names, "missing", false, "<other-name:content>J. Carberry</other-name:content>", "", 9012, "cvc-complex-type.2.4.b" },
        { Names, "missing", true, "\"content\":\"J. Carberry\"", "", 9047, "invalid JSON - cvc-complex-type.2.4.b" },
        { Names, "too long", false, "J. Carberry", new string('n', 256), 9012, "with length = '256' is not facet-valid with respect to maxLength '255'" },
        { Names, "too long", true, "J. Carberry", new string('n', 256), 9047, "with length = '256' is not facet-valid with respect to maxLength '255'" },
        { Keywords, "blank", false, "J. Carberry", " ", 9020, "Full validation error: Keyword cannot be null" },
        { Keywords, "blank", true, "J. Carberry", "", 9020, "Full validation error: Keyword cannot be null" },
        { Keywords, "missing", true, "\"content\":\"J. Carberry\"", "", 9047, "invalid JSON - cvc-complex-type.2.4.b" },
        { Keywords, "too long", false, "J. Carberry", new string('k', 256), 9012, "maxLength '255'" },
        { Addresses, "blank", false, "US", "", 9020, "Full validation error: Country cannot be null" },
        { Addresses, "unknown", false, "US", "ZZ", 9020, "Full validation error: Country cannot be null" },
        { Addresses, "blank", true, "US", "", 9020, "Full validation error: Country cannot be null" },
        { Addresses, "missing", false, "<address:country>US</address:country>", "", 9012, "cvc-complex-type.2.4.b" },
        { Addresses, "missing", true, "\"country\":{\"value\":\"US\"}", "", 9047, "invalid JSON - cvc-complex-type.2.4.b" },
        { Urls, "blank", false, "https://example.org/home", "", 9020, "Full validation error: Url field must not be empty" },
        { Urls, "blank", true, "https://example.org/home", "", 9020, "Full validation error: Url field must not be empty" },
        { Urls, "too long", false, "https://example.org/home", "https://example.org/" + new string('h', 1981), 9020, "Full validation error: Url field must not be longer than 2000 characters" },
        { Urls, "too long", true, "https://example.org/home", "https://example.org/" + new string('h', 1981), 9020, "Full validation error: Url field must not be longer than 2000 characters" },
        { Urls, "missing", false, "<researcher-url:url>…</researcher-url:url>", "", 9012, "cvc-complex-type.2.4.b" },
        { Urls, "missing", true, ",\"url\":{\"value\":\"https://example.org/home\"}", "", 9047, "cvc-complex-type.2.4.b" },
        { Urls, "no address at all", false, "https://example.org/home", "##", 9012, "cvc-datatype-valid.1.2.1: '##' is not a valid value for 'anyURI'" },
        { Urls, "name too long", false, ">Home<", $">{new string('h', 351)}<", 9012, "maxLength '350'" },
        { Identifiers, "type blank", false, "Scopus Author ID", " ", 9012, "cvc-pattern-valid: Value ' '" },
        { Identifiers, "type blank", true, "Scopus Author ID", " ", 9047, "cvc-pattern-valid: Value ' '" },
        { Identifiers, "type too long", false, "Scopus Author ID", new string('t', 256), 9020, "Full validation error: Common name field must not be longer than 255 characters" },
        { Identifiers, "value too long", true, ":\"6602258586\"", $":\"{new string('v', 256)}\"", 9020, "Full validation error: Reference field must not be longer than 255 characters" },
        { Identifiers, "relationship of a part", false, ">self<", ">part-of<", 9020, "Full validation error: Relationship field should be self for person identifiers" },
        { Identifiers, "relationship of a part", true, "\"self\"", "\"part-of\"", 9020, "Full validation error: Relationship field should be self for person identifiers" },
        { Identifiers, "relationship unknown", true, "\"self\"", "\"cousin-of\"", 9051, "invalid value 'cousin-of' for enum 'org.orcid.jaxb.model.common.Relationship'" },
        { Identifiers, "relationship missing", false, "<common:external-id-relationship>…</common:external-id-relationship>", "", 9020, "Relationship field should be self for person identifiers" },
        { Identifiers, "address missing", false, "<common:external-id-url>…</common:external-id-url>", "", 9020, "Full validation error: Reference field must not be empty" },
        { Identifiers, "address empty", true, "http://www.scopus.com/6602258586", "", 9020, "Full validation error: Reference field must not be empty" },
        { Identifiers, "address too long", false, "http://www.scopus.com/6602258586", "http://www.scopus.com/" + new string('a', 1979), 9020, "Full validation error: Url must not be longer than 2000 characters" },
    };

    /// <summary>Faults of one item in ORCID's order.</summary>
    private static readonly (string Kind, (string Find, string Replace, int Code, string Words)[] Faults)[] InOrder =
    [
        (Names, [PutCode, ("J. Carberry", " ", 9020, "Content")]),
        (Keywords, [PutCode, ("J. Carberry", " ", 9020, "Keyword")]),
        (Addresses, [PutCode, ("US", "ZZ", 9020, "Country")]),
        (Urls, [("https://example.org/home", "", 9020, "Url"), PutCode]),
        (Identifiers,
        [
            ("Scopus Author ID", new string('t', 256), 9020, "Common name"), (">6602258586", ">" + new string('v', 256), 9020, "Reference field must not be longer"),
            (">self<", ">part-of<", 9020, "Relationship"), ("<common:external-id-url>…</common:external-id-url>", "", 9020, "Reference field must not be empty"), PutCode,
        ]),
    ];

    private static (string Find, string Replace, int Code, string Words) PutCode => (" xmlns:common", " put-code=\"5\" xmlns:common", 9024, "Put-code is included");

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task What_is_said_of_a_person_against_a_rule_is_refused_with_its_code(string kind, string what, bool isJson, string find, string replace, int code, string words)
    {
        await using var server = await StartAsync();
        var token = await server.TokenAsync(Laure, Scope);

        var answer = await server.SendAsync("POST", $"v3.0/{Laure}/{ItemBodies.PathOf(kind)}", token, ItemBodies.Sound(kind, isJson).But(find, replace), ItemBodies.TypeOf(isJson));

        (answer.Status, answer.Code).ShouldBe((400, code), what);
        answer.Message.ShouldContain(words);
        (await server.RecordAsync(Laure)).GetProperty("notices").GetInt32().ShouldBe(0);
    }

    [Theory]
    [InlineData(Names, "J. Carberry", 255)]
    [InlineData(Keywords, "J. Carberry", 255)]
    [InlineData(Identifiers, "Scopus Author ID", 255)]
    [InlineData(Urls, "home", 1980)]
    public async Task The_longest_that_fits_is_accepted(string kind, string find, int length)
    {
        await using var server = await StartAsync();
        var token = await server.TokenAsync(Laure, Scope);

        var answer = await server.SendAsync("POST", $"v3.0/{Laure}/{ItemBodies.PathOf(kind)}", token, ItemBodies.Sound(kind).But(find, new string('x', length)));

        answer.Status.ShouldBe(201, answer.Body);
    }

    [Fact]
    public async Task The_first_of_several_faults_in_the_registrys_order_is_the_answer()
    {
        await using var server = await StartAsync();
        var token = await server.TokenAsync(Laure, Scope);

        foreach (var (kind, faults) in InOrder)
        {
            for (var first = 0; first < faults.Length; first++)
            {
                var body = faults[first..].Reverse().Aggregate(ItemBodies.Sound(kind), (sound, fault) => sound.But(fault.Find, fault.Replace));
                var answer = await server.SendAsync("POST", $"v3.0/{Laure}/{ItemBodies.PathOf(kind)}", token, body);
                answer.Code.ShouldBe(faults[first].Code, $"{kind}: {faults[first].Find}");
                answer.Message.ShouldContain(faults[first].Words);
            }
        }
    }
}
