using static OrcidPortal.Tests.Simulator.SimulatorServer;

namespace OrcidPortal.Tests.Simulator.Rules;

/// <summary>Organisations are known by the form of their identifiers, unless it was said otherwise.</summary>
public sealed class OrganizationRulesTests
{
    private const string Ror = "https://ror.org/05gq02987";

    [Theory]
    [InlineData("funding")]
    [InlineData("employment")]
    [InlineData("membership")]
    public async Task An_organisation_said_to_be_unknown_is_refused_until_that_is_taken_back(string kind)
    {
        await using var server = await StartAsync();
        var token = await server.TokenAsync(Laure);

        await server.ControlAsync("POST", "organizations", new { source = "ROR", identifier = Ror, known = false });
        var unknown = await server.SendAsync("POST", $"v3.0/{Laure}/{kind}", token, ItemBodies.Sound(kind));
        await server.ControlAsync("POST", "organizations", new { source = "ROR", identifier = Ror });
        var known = await server.SendAsync("POST", $"v3.0/{Laure}/{kind}", token, ItemBodies.Sound(kind));

        (unknown.Status, unknown.Code).ShouldBe((400, 9045));
        known.Status.ShouldBe(201, known.Body);
    }

    [Theory]
    [InlineData("VIAF", "140055518")]
    [InlineData("ROR", "nowhere")]
    public async Task An_organisation_said_to_be_known_is_accepted_whatever_its_identifier(string source, string identifier)
    {
        await using var server = await StartAsync();
        var token = await server.TokenAsync(Laure);
        var body = ItemBodies.Sound("education").But(Ror, identifier).But(">ROR<", $">{source}<");

        var before = await server.SendAsync("POST", $"v3.0/{Laure}/education", token, body);
        await server.ControlAsync("POST", "organizations", new { source, identifier, known = true });
        var after = await server.SendAsync("POST", $"v3.0/{Laure}/education", token, body);

        (before.Status, before.Code).ShouldBe((400, 9045));
        after.Status.ShouldBe(201, after.Body);
    }

    [Theory]
    [InlineData("ROR", "https://ror.org/02twcfp32", 201)]
    [InlineData("ROR", "https://ror.org/12twcfp32", 400)]
    [InlineData("FUNDREF", "http://dx.doi.org/10.13039/100000001", 201)]
    [InlineData("FUNDREF", "10.13039/100000001", 400)]
    [InlineData("GRID", "grid.40263.33", 201)]
    [InlineData("GRID", "40263.33", 400)]
    [InlineData("RINGGOLD", "6752", 201)]
    [InlineData("RINGGOLD", "Brown", 400)]
    [InlineData("LEI", "5493007BI1VZFYUE7R07", 201)]
    [InlineData("LEI", "5493007BI1", 400)]
    public async Task Unsaid_the_form_of_the_identifier_decides(string source, string identifier, int status)
    {
        await using var server = await StartAsync();
        var body = ItemBodies.Sound("funding").But(Ror, identifier).But(">ROR<", $">{source}<");

        var answer = await server.SendAsync("POST", $"v3.0/{Laure}/funding", await server.TokenAsync(Laure), body);

        answer.Status.ShouldBe(status, answer.Body);
    }
}
