using static OrcidPortal.Tests.Simulator.SimulatorServer;

namespace OrcidPortal.Tests.Simulator.Rules;

/// <summary>Each rule for the seven affiliations, by a sound one spoilt in one place: some hold for studies and work, some for the other five, some for all.</summary>
public sealed class AffiliationRulesTests
{
    private const string Study = "education employment";
    private const string Others = "distinction invited-position membership qualification service";
    private const string All = Study + " " + Others;

    /// <summary>Of which kinds, what is wrong, whether it is said in JSON, what stands there in the sound one and what instead, the code, and words of the text.</summary>
    public static TheoryData<string, string, bool, string, string, int, string> Faults => new()
    {
        { All, "put-code on a new one", false, " xmlns:common", " put-code=\"5\" xmlns:common", 9024, "Put-code is included when not expected" },
        { All, "put-code on a new one", true, "{\"department", "{\"put-code\":5,\"department", 9024, "Put-code is included when not expected" },
        { All, "no organisation", false, "<common:organization>…</common:organization>", "", 9046, "400 Bad request: organization must be present and valid" },
        { All, "no organisation", true, "\"organization\":…\"ROR\"}},", "", 9046, "400 Bad request: organization must be present and valid" },
        { All, "organisation without name", false, "Brown University", " ", 9012, "cvc-pattern-valid: Value ' '" },
        { All, "organisation without name", true, "Brown University", " ", 9047, "400 Bad request: invalid JSON - cvc-pattern-valid: Value ' '" },
        { All, "organisation without address", false, "<common:address>…</common:address>", "", 9012, "starting with element 'common:disambiguated-organization'" },
        { Study, "organisation without identifier", false, "<common:disambiguated-organization>…</common:disambiguated-organization>", "", 9045, "400 Bad request: disambiguated-organization must be present and valid" },
        { Study, "organisation without identifier", true, ",\"disambiguated-organization\":…\"ROR\"}", "", 9045, "400 Bad request: disambiguated-organization must be present and valid" },
        { All, "organisation's identifier empty", false, "https://ror.org/05gq02987", "", 9045, "disambiguated-organization" },
        { All, "organisation's identifier unknown", true, "https://ror.org/05gq02987", "https://ror.org/nowhere", 9045, "disambiguated-organization" },
        { Study, "no city", false, "<common:city>Providence</common:city>", "", 9060, "City and country are required for education/employment." },
        { Study, "no city", true, "\"city\":\"Providence\",", "", 9060, "City and country are required for education/employment." },
        { Study, "no country", false, "<common:country>US</common:country>", "", 9060, "City and country are required for education/employment." },
        { Study, "no country", true, ",\"country\":\"US\"", "", 9060, "City and country are required for education/employment." },
        { Others, "neither identifier nor listed", false, "<common:disambiguated-organization>…</common:external-ids>", "</common:organization>", 9062, "Professional activities cannot be added without an organization id/external identifier. One has to be present." },
        { Others, "neither identifier nor listed", true, ",\"disambiguated-organization\":…\"self\"}]}", "}", 9062, "Professional activities cannot be added without an organization id/external identifier. One has to be present." },
        { Others, "city without country", false, "<common:region>RI</common:region><common:country>US</common:country>", "", 9061, "City or region cannot be provided without a country for the organization address." },
        { Others, "city without country", true, ",\"country\":\"US\"", "", 9061, "City or region cannot be provided without a country for the organization address." },
        { Others, "region without country", false, "<common:city>…US</common:country>", "<common:region>RI</common:region>", 9061, "City or region cannot be provided without a country for the organization address." },
        { All, "country unknown", false, ">US<", ">ZZ<", 9037, "Invalid country, valid values are: AF, AX" },
        { All, "30 February", false, ">05<", ">02<", 9049, "400 Bad request: invalid date: 2010-02-30" },
        { All, "30 February", true, "\"05\"", "\"02\"", 9049, "400 Bad request: invalid date: 2010-02-30" },
        { All, "month of one digit", false, ">05<", ">5<", 9049, "400 Bad request: invalid date: 2010-5-30" },
        { All, "31 June as end", false, ">29<", ">31<", 9049, "400 Bad request: invalid date: 2012-06-31" },
        { All, "year before the schema's first", false, ">2010<", ">1850<", 9012, "cvc-minInclusive-valid: Value '1850'" },
        { All, "end in an earlier year", false, ">2012<", ">2009<", 9055, "400 Bad Request: End date must come after start date." },
        { All, "end in an earlier year", true, "\"2012\"", "\"2009\"", 9055, "400 Bad Request: End date must come after start date." },
        { All, "end in an earlier month", false, "2012</common:year><common:month>06", "2010</common:year><common:month>04", 9055, "End date must come after start date." },
        { All, "end on an earlier day", false, "2012</common:year><common:month>06", "2010</common:year><common:month>05", 9055, "End date must come after start date." },
        { All, "role blank", false, "Professor", " ", 9012, "cvc-pattern-valid: Value ' '" },
        { All, "relationship unknown", true, "\"self\"", "\"cousin-of\"", 9051, "400 Bad request: invalid value 'cousin-of' for enum 'org.orcid.jaxb.model.common.Relationship'" },
        { All, "visibility unknown", true, "{\"department", "{\"visibility\":\"shown\",\"department", 9051, "invalid value 'shown' for enum 'org.orcid.jaxb.model.common.Visibility'" },
        { All, "property unknown", true, "{\"department", "{\"colour\":\"red\",\"department", 9047, "Unrecognized field \"colour\"" },
    };

    /// <summary>Of which kinds, and what may be missing or different.</summary>
    public static TheoryData<string, string, string> Freedoms => new()
    {
        { All, "<common:external-ids>…</common:external-ids>", "" },
        { All, "<common:department-name>…</common:role-title>", "" },
        { All, "<common:start-date>…</common:end-date>", "" },
        { All, "<common:start-date>…</common:start-date>", "" },
        { All, "<common:end-date>…</common:end-date>", "" },
        { All, "2012</common:year><common:month>06</common:month><common:day>29", "2010</common:year><common:month>05</common:month><common:day>30" },
        { All, "2012</common:year><common:month>06</common:month><common:day>29</common:day>", "2010</common:year>" },
        { All, "<common:region>RI</common:region>", "" },
        { Others, "<common:disambiguated-organization>…</common:disambiguated-organization>", "" },
        { Others, "<common:city>…US</common:country>", "" },
        { Others, "<common:city>Providence</common:city>", "" },
    };

    /// <summary>Faults of one affiliation in ORCID's order; what cannot be wrong together stands in lists of its own.</summary>
    private static readonly (string Kinds, (string Find, string Replace, int Code)[] Faults)[] InOrder =
    [
        (Study,
        [
            (" xmlns:common", " put-code=\"5\" xmlns:common", 9024), ("<common:organization>…</common:organization>", "", 9046), ("05gq02987", "nowhere", 9045),
            ("<common:city>…</common:city>", "", 9060), (">US<", ">ZZ<", 9037), (">05<", ">02<", 9049), (">2012<", ">2009<", 9055),
        ]),
        (Others,
        [
            (" xmlns:common", " put-code=\"5\" xmlns:common", 9024), ("<common:organization>…</common:organization>", "", 9046), ("05gq02987", "nowhere", 9045),
            ("<common:country>…</common:country>", "", 9061), (">05<", ">02<", 9049), (">2012<", ">2009<", 9055),
        ]),
        (Others,
        [
            ("<common:disambiguated-organization>…</common:external-ids>", "</common:organization>", 9062), ("<common:country>…</common:country>", "", 9061), (">29<", ">31<", 9049),
        ]),
    ];

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task An_affiliation_that_breaks_a_rule_is_refused_with_its_code(string kinds, string what, bool isJson, string find, string replace, int code, string words)
    {
        await using var server = await StartAsync();
        var token = await server.TokenAsync(Laure);

        foreach (var kind in kinds.Split(' '))
        {
            var answer = await server.SendAsync("POST", $"v3.0/{Laure}/{kind}", token, ItemBodies.Sound(kind, isJson).But(find, replace), ItemBodies.TypeOf(isJson));
            (answer.Status, answer.Code).ShouldBe((400, code), $"{kind}: {what}");
            answer.Message.ShouldContain(words);
        }
        (await server.RecordAsync(Laure)).GetProperty("notices").GetInt32().ShouldBe(0);
    }

    [Theory]
    [MemberData(nameof(Freedoms))]
    public async Task An_affiliation_may_do_without_or_say_otherwise(string kinds, string find, string replace)
    {
        await using var server = await StartAsync();
        var token = await server.TokenAsync(Laure);

        foreach (var kind in kinds.Split(' '))
        {
            var answer = await server.SendAsync("POST", $"v3.0/{Laure}/{kind}", token, ItemBodies.Sound(kind).But(find, replace));
            answer.Status.ShouldBe(201, $"{kind}: {answer.Body}");
        }
    }

    [Fact]
    public async Task The_first_of_several_faults_in_the_registrys_order_is_the_answer()
    {
        await using var server = await StartAsync();
        var token = await server.TokenAsync(Laure);

        foreach (var (kinds, faults) in InOrder)
        foreach (var kind in kinds.Split(' '))
        {
            for (var first = 0; first < faults.Length; first++)
            {
                var body = faults[first..].Reverse().Aggregate(ItemBodies.Sound(kind), (sound, fault) => sound.But(fault.Find, fault.Replace));
                (await server.SendAsync("POST", $"v3.0/{Laure}/{kind}", token, body)).Code.ShouldBe(faults[first].Code, $"{kind}: {faults[first].Find}");
            }
        }
    }
}
