using OrcidPortal.Identifiers;
using OrcidPortal.OrcidApi;

namespace OrcidPortal.Tests.OrcidApi;

public sealed class OrcidWebhookClientTests
{
    private const string Secret = "xsecretx-secretx_secretx";
    private static readonly OrcidId Orcid = OrcidId.Parse("0000-0002-1825-0097");
    private static readonly Uri Callback = new("https://portal.example.org/webhooks/orcid/" + Secret);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_webhook_is_registered_and_taken_back_as_often_as_one_likes()
    {
        await using var registry = await SimulatedRegistry.StartAsync();
        var token = (await registry.OAuth.GrantAsync(OrcidWebhookClient.Scope, Cancel)).Value!;

        var results = new List<OrcidResult>();
        for (var i = 0; i < 2; i++) results.Add((await registry.Webhooks.RegisterAsync(Orcid, token.AccessToken, Callback, Secret, Cancel)).Result);
        for (var i = 0; i < 2; i++) results.Add((await registry.Webhooks.RemoveAsync(Orcid, token.AccessToken, Callback, Secret, Cancel)).Result);

        results.Select(r => r.HttpStatus).ShouldBe([201, 204, 204, 404]);
        results.Select(r => r.Name).ShouldBe(["Ok", "Ok", "Ok", "NotFound"]);
        token.Scope.ShouldBe("/webhook");
        token.ToString().ShouldNotContain(token.AccessToken);
    }

    [Fact]
    public async Task What_ORCID_refuses_is_told_apart()
    {
        await using var registry = await SimulatedRegistry.StartAsync();
        var token = (await registry.OAuth.GrantAsync(OrcidWebhookClient.Scope, Cancel)).Value!.AccessToken;
        var person = await registry.TokenAsync(Orcid.Value);

        var unknown = await registry.Webhooks.RegisterAsync(OrcidId.Parse("0000-0001-5000-0007"), token, Callback, Secret, Cancel);
        var invalid = await registry.Webhooks.RegisterAsync(Orcid, "no-token", Callback, Secret, Cancel);
        var narrow = await registry.Webhooks.RegisterAsync(Orcid, person, Callback, Secret, Cancel);

        unknown.Result.ShouldBeOfType<OrcidResult.NotFound>();
        invalid.Result.ShouldBeOfType<OrcidResult.TokenRejected>();
        narrow.Result.ShouldBeOfType<OrcidResult.MissingScope>();
    }

    [Theory]
    [InlineData(400, """{"error":"invalid_scope","error_description":"Invalid scope: /webhook"}""")]
    [InlineData(401, """{"error":"invalid_scope","error_description":"One of the provided scopes is not allowed."}""")]
    [InlineData(400, """{"error":"invalid_request","error_description":"Invalid scope: /webhook"}""")]
    public async Task Credentials_without_the_permission_are_told_apart_from_wrong_ones(int status, string body)
    {
        await using var registry = await ScriptedRegistry.StartAsync(ScriptedRegistry.Answer(status, body, "application/json"));
        await using var stranger = await ScriptedRegistry.StartAsync(ScriptedRegistry.Answer(401, """{"error":"invalid_client","error_description":"Bad client credentials"}""", "application/json"));

        (await registry.OAuth.GrantAsync(OrcidWebhookClient.Scope, Cancel)).Result.ShouldBeOfType<OrcidResult.MissingScope>().Message.ShouldNotBeNullOrEmpty();
        (await stranger.OAuth.GrantAsync(OrcidWebhookClient.Scope, Cancel)).Result.ShouldBeOfType<OrcidResult.Refused>();
    }

    [Theory]
    [InlineData(201)]
    [InlineData(403)]
    [InlineData(500)]
    public async Task Neither_token_nor_address_is_shown_or_logged(int status)
    {
        var body = $"""<error xmlns="http://www.orcid.org/ns/error"><response-code>{status}</response-code><developer-message>Cannot take {Callback} with token-1</developer-message></error>""";
        await using var registry = await ScriptedRegistry.StartAsync(ScriptedRegistry.Answer(status, body));

        var answer = await registry.Webhooks.RegisterAsync(Orcid, "token-1", Callback, Secret, Cancel);

        registry.Requests.Single().Authorization.ShouldBe("Bearer token-1");
        registry.Requests.Single().Line.ShouldContain(Secret);
        foreach (var text in registry.Log.Append(answer.ToString()))
        {
            text.ShouldNotContain(Secret);
            text.ShouldNotContain("token-1");
        }
    }
}
