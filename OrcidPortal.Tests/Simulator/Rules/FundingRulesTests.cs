using static OrcidPortal.Tests.Simulator.SimulatorServer;

namespace OrcidPortal.Tests.Simulator.Rules;

/// <summary>Each rule for fundings, by a sound funding spoilt in one place.</summary>
public sealed class FundingRulesTests
{
    private const string Funding = "funding";

    /// <summary>What is wrong, whether it is said in JSON, what stands there in the sound one and what instead, the code, and words of the text.</summary>
    public static TheoryData<string, bool, string, string, int, string> Faults => new()
    {
        { "no title", false, "<funding:title>…</funding:title>", "", 9022, "400 Bad Request: Invalid activity, a title is required." },
        { "no title", true, "\"title\":…\"fr\"}},", "", 9022, "400 Bad Request: Invalid activity, a title is required." },
        { "title blank", false, "A grant", " ", 9012, "cvc-pattern-valid: Value ' '" },
        { "title blank", true, "A grant", " ", 9047, "400 Bad request: invalid JSON - cvc-pattern-valid: Value ' '" },
        { "language of the translation", false, "\"fr\"", "\"qq\"", 9037, "Invalid translated title -> language code, valid values are: ab, aa" },
        { "language of the translation", true, "\"fr\"", "\"qq\"", 9037, "Invalid translated title -> language code, valid values are: ab, aa" },
        { "translation without language", false, " language-code=\"fr\"", "", 9012, "Attribute 'language-code' must appear" },
        { "translation without language", true, ",\"language-code\":\"fr\"", "", 9047, "Attribute 'language-code' must appear" },
        { "type unknown", false, ">grant<", ">lottery<", 9037, "Invalid funding type, valid values are: grant, contract, award, salary-award." },
        { "type unknown", true, ":\"grant\"", ":\"lottery\"", 9051, "400 Bad request: invalid value 'lottery' for enum 'org.orcid.jaxb.model.common.FundingType'" },
        { "type missing", false, "<funding:type>grant</funding:type>", "", 9012, "Invalid content was found starting with element 'funding:title'" },
        { "type missing", true, "\"type\":\"grant\",", "", 9047, "invalid JSON - cvc-complex-type.2.4.a" },
        { "no identifier", false, "<common:external-ids>…</common:external-ids>", "", 9023, "400 Bad Request: Invalid activity, an external identifier is required." },
        { "no identifier", true, "\"external-ids\":…\"self\"}]},", "", 9023, "400 Bad Request: Invalid activity, an external identifier is required." },
        { "list of identifiers empty", false, "<common:external-id>…</common:external-id>", "", 9023, "400 Bad Request: Invalid activity, an external identifier is required." },
        { "identifier of an unknown type", false, "grant_number", "grant-number", 9023, "Full validation error: Invalid external-id  grant-number" },
        { "identifier of an unknown type", true, "grant_number", "grant-number", 9023, "Full validation error: Invalid external-id  grant-number" },
        { "identifier blank", false, "G-1", " ", 9012, "cvc-pattern-valid: Value ' '" },
        { "identifier blank", true, "G-1", " ", 9047, "cvc-pattern-valid: Value ' '" },
        { "relationship unknown", false, ">self<", ">cousin-of<", 9023, "Full validation error: Invalid external-id  relationship" },
        { "relationship unknown", true, "\"self\"", "\"cousin-of\"", 9051, "invalid value 'cousin-of' for enum 'org.orcid.jaxb.model.common.Relationship'" },
        { "relationship missing", false, "<common:external-id-relationship>…</common:external-id-relationship>", "", 9023, "Invalid external-id  relationship" },
        { "relationship missing", true, ",\"external-id-relationship\":\"self\"", "", 9023, "Invalid external-id  relationship" },
        { "type and relationship", false, "grant_number…self<", "dio</common:external-id-type><common:external-id-value>G-1</common:external-id-value><common:external-id-relationship>kin<", 9023, "Invalid external-id  dio relationship" },
        { "amount empty", false, "1000.50", "", 9020, "Full validation error: Please specify an amount or remove the amount tag" },
        { "amount empty", true, "1000.50", "", 9020, "Full validation error: Please specify an amount or remove the amount tag" },
        { "currency unknown", false, "\"EUR\"", "\"XQQ\"", 9020, "Full validation error: Please specify a currency code" },
        { "currency empty", true, "\"EUR\"", "\"\"", 9020, "Full validation error: Please specify a currency code" },
        { "currency missing", false, " currency-code=\"EUR\"", "", 9012, "Attribute 'currency-code' must appear" },
        { "amount in words", false, "1000.50", "plenty", 9054, "400 Bad Request: invalid amount" },
        { "amount in words", true, "1000.50", "plenty", 9054, "400 Bad Request: invalid amount" },
        { "amount with a comma", false, "1000.50", "1,000.50", 9054, "400 Bad Request: invalid amount" },
        { "put-code on a new one", false, " xmlns:common", " put-code=\"5\" xmlns:common", 9024, "Put-code is included when not expected" },
        { "put-code on a new one", true, "{\"type\"", "{\"put-code\":5,\"type\"", 9024, "Put-code is included when not expected" },
        { "no organisation", false, "<common:organization>…</common:organization>", "", 9012, "cvc-complex-type.2.4.b" },
        { "no organisation", true, ",\n\"organization\":…\"ROR\"}}", "", 9047, "cvc-complex-type.2.4.b" },
        { "organisation without identifier", false, "<common:disambiguated-organization>…</common:disambiguated-organization>", "", 9045, "400 Bad request: disambiguated-organization must be present and valid" },
        { "organisation without identifier", true, ",\"disambiguated-organization\":…\"ROR\"}", "", 9045, "400 Bad request: disambiguated-organization must be present and valid" },
        { "organisation's identifier empty", false, "https://ror.org/05gq02987", "", 9045, "disambiguated-organization" },
        { "organisation's identifier of another form", true, "https://ror.org/05gq02987", "05gq02987", 9045, "disambiguated-organization" },
        { "list of organisations unknown", false, ">ROR<", ">VIAF<", 9045, "disambiguated-organization" },
        { "contributor's check digit", false, "0000-0002-1825-0097", "0000-0002-1825-0098", 9020, "Invalid contributor ORCID" },
        { "contributor's role", false, ">lead<", ">boss<", 9058, "404 Bad Request: Invalid contributor role: boss. Expected one of lead, co-lead, supported-by, other-contribution" },
        { "contributor's role", true, "\"lead\"", "\"boss\"", 9058, "404 Bad Request: Invalid contributor role: boss. Expected one of lead, co-lead, supported-by, other-contribution" },
        { "30 February", false, "05</common:month><common:day>30", "02</common:month><common:day>30", 9049, "400 Bad request: invalid date: 2010-02-30" },
        { "30 February", true, "\"05\"", "\"02\"", 9049, "400 Bad request: invalid date: 2010-02-30" },
        { "month of one digit", false, ">05<", ">5<", 9049, "400 Bad request: invalid date: 2010-5-30" },
        { "31 June as end", false, ">29<", ">31<", 9049, "400 Bad request: invalid date: 2012-06-31" },
        { "month 13", false, ">05<", ">13<", 9012, "cvc-maxInclusive-valid: Value '13'" },
        { "month 13", true, "\"05\"", "\"13\"", 9047, "cvc-maxInclusive-valid: Value '13'" },
        { "end without start", false, "<common:start-date>…</common:start-date>", "", 9050, "400 Bad request: missing start-date. If you specify an end-date, you must specify a start-date" },
        { "end without start", true, "\"start-date\":…\"30\"}},\n", "", 9050, "400 Bad request: missing start-date" },
        { "visibility unknown", false, " xmlns:common", " visibility=\"shown\" xmlns:common", 9012, "cvc-enumeration-valid: Value 'shown'" },
        { "visibility unknown", true, "{\"type\"", "{\"visibility\":\"shown\",\"type\"", 9051, "invalid value 'shown' for enum 'org.orcid.jaxb.model.common.Visibility'" },
        { "property unknown", true, "{\"type\"", "{\"colour\":\"red\",\"type\"", 9047, "400 Bad request: invalid JSON - Unrecognized field \"colour\"" },
    };

    /// <summary>What may be missing or different.</summary>
    public static TheoryData<string, string> Freedoms => new()
    {
        { "<common:external-id-relationship>self", "<common:external-id-relationship>part-of" },
        { "<funding:amount…</funding:amount>", "" },
        { "1000.50", "-12" },
        { "<common:start-date>…</common:end-date>", "" },
        { "<common:end-date>…</common:end-date>", "" },
        { "<common:month>05…</common:day>", "" },
        { ">2012<", ">2009<" },
        { "<funding:contributors>…</funding:contributors>", "" },
        { ">lead<", ">http://credit.niso.org/contributor-roles/funding-acquisition/<" },
        { "<common:translated-title…</common:translated-title>", "" },
    };

    /// <summary>Faults of one funding in ORCID's order.</summary>
    private static readonly (string Find, string Replace, int Code)[] InOrder =
    [
        ("<funding:title>…</funding:title>", "", 9022), ("\"fr\"", "\"qq\"", 9037), (">grant<", ">lottery<", 9037), ("<common:external-ids>…</common:external-ids>", "", 9023),
        ("1000.50", "plenty", 9054), (" xmlns:common", " put-code=\"5\" xmlns:common", 9024), ("05gq02987", "nowhere", 9045), (">lead<", ">boss<", 9058), (">29<", ">31<", 9049),
        ("<common:start-date>…</common:start-date>", "", 9050), ("grant_number", "dio", 9023),
    ];

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_funding_that_breaks_a_rule_is_refused_with_its_code(string what, bool isJson, string find, string replace, int code, string words)
    {
        await using var server = await StartAsync();

        var answer = await server.SendAsync("POST", $"v3.0/{Laure}/funding", await server.TokenAsync(Laure), ItemBodies.Sound(Funding, isJson).But(find, replace), ItemBodies.TypeOf(isJson));

        (answer.Status, answer.Code).ShouldBe((400, code), what);
        answer.Message.ShouldContain(words);
        (await server.RecordAsync(Laure)).GetProperty("notices").GetInt32().ShouldBe(0);
    }

    [Theory]
    [MemberData(nameof(Freedoms))]
    public async Task A_funding_may_do_without_or_say_otherwise(string find, string replace)
    {
        await using var server = await StartAsync();

        var answer = await server.SendAsync("POST", $"v3.0/{Laure}/funding", await server.TokenAsync(Laure), ItemBodies.Sound(Funding).But(find, replace));

        answer.Status.ShouldBe(201, answer.Body);
    }

    [Fact]
    public async Task The_first_of_several_faults_in_the_registrys_order_is_the_answer()
    {
        await using var server = await StartAsync();
        var token = await server.TokenAsync(Laure);

        for (var first = 0; first < InOrder.Length; first++)
        {
            var body = InOrder[first..].Reverse().Aggregate(ItemBodies.Sound(Funding), (sound, fault) => sound.But(fault.Find, fault.Replace));
            (await server.SendAsync("POST", $"v3.0/{Laure}/funding", token, body)).Code.ShouldBe(InOrder[first].Code, InOrder[first].Find);
        }
    }
}
