using Microsoft.AspNetCore.WebUtilities;
using OrcidPortal.OrcidApi;

namespace OrcidPortal.Tests.OrcidApi;

public sealed class OrcidOAuthClientTests
{
    private static readonly Uri Redirect = new("https://portal.example.org/connect/orcid/callback");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_code_is_exchanged_for_a_grant_that_prints_without_its_tokens()
    {
        await using var registry = await ScriptedRegistry.StartAsync(ScriptedRegistry.Answer(200, """
            {"access_token":"access-1","token_type":"bearer","refresh_token":"refresh-1","expires_in":631138518,
             "scope":"/read-limited /activities/update","name":"Sofia Garcia","orcid":"0000-0002-1825-0097"}
            """, "application/json"));

        var answer = await registry.OAuth.ExchangeAsync("Q70Y3A", Redirect, Cancel);

        answer.Value.ShouldBe(new TokenGrant("access-1", "refresh-1", TimeSpan.FromSeconds(631138518), "/read-limited /activities/update", "Sofia Garcia", "0000-0002-1825-0097"));
        answer.ToString().ShouldNotContain("access-1");
        answer.ToString().ShouldNotContain("refresh-1");
        registry.Requests.Single().Line.ShouldBe("POST /oauth/token");
        var form = QueryHelpers.ParseQuery(registry.Requests.Single().Body);
        form["grant_type"].ToString().ShouldBe("authorization_code");
        form["code"].ToString().ShouldBe("Q70Y3A");
        form["redirect_uri"].ToString().ShouldBe(Redirect.AbsoluteUri);
        form["client_secret"].ToString().ShouldBe("client-secret");
        registry.Log.ShouldAllBe(line => !line.Contains("access-1") && !line.Contains("client-secret") && !line.Contains("Q70Y3A"));
    }

    [Theory]
    [InlineData(400, """{"error":"invalid_grant","error_description":"Invalid authorization code: Q70Y3A"}""")]
    [InlineData(401, """{"error":"invalid_client","error_description":"Bad client credentials"}""")]
    [InlineData(500, """{"error":"server_error","error_description":"Redirect URI mismatch."}""")]
    public async Task A_refused_code_is_refused_whatever_the_status(int status, string body)
    {
        await using var registry = await ScriptedRegistry.StartAsync(ScriptedRegistry.Answer(status, body, "application/json"));

        var answer = await registry.OAuth.ExchangeAsync("Q70Y3A", Redirect, Cancel);

        answer.Result.ShouldBeOfType<OrcidResult.Refused>();
        answer.Result.Message.ShouldNotBeNullOrEmpty();
        answer.Result.Message.ShouldNotContain("Q70Y3A");
    }

    [Theory]
    [InlineData("<html></html>")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("""{"access_token":"a"}""")]
    public async Task An_answer_without_token_or_iD_is_not_a_grant(string body)
    {
        await using var registry = await ScriptedRegistry.StartAsync(ScriptedRegistry.Answer(200, body, "application/json"));

        var answer = await registry.OAuth.ExchangeAsync("Q70Y3A", Redirect, Cancel);

        answer.Result.ShouldBeOfType<OrcidResult.OutcomeUnknown>();
        answer.Value.ShouldBeNull();
    }

    [Fact]
    public async Task A_token_is_given_back()
    {
        await using var registry = await ScriptedRegistry.StartAsync(ScriptedRegistry.Answer(200, ""));

        var answer = await registry.OAuth.RevokeAsync("access-1", Cancel);

        answer.IsOk.ShouldBeTrue();
        registry.Requests.Single().Line.ShouldBe("POST /oauth/revoke");
        QueryHelpers.ParseQuery(registry.Requests.Single().Body)["token"].ToString().ShouldBe("access-1");
    }

    [Fact]
    public async Task The_page_to_sign_in_carries_state_scopes_and_a_language_ORCID_speaks()
    {
        await using var registry = await ScriptedRegistry.StartAsync(ScriptedRegistry.Answer(200, ""));

        var url = registry.OAuth.AuthorizeUrl("st&te", Redirect, "/authenticate /activities/update", "de-CH");
        var other = registry.OAuth.AuthorizeUrl("s", Redirect, "/authenticate", "rm");

        url.AbsolutePath.ShouldBe("/oauth/authorize");
        var query = QueryHelpers.ParseQuery(url.Query);
        query["client_id"].ToString().ShouldBe("APP-AAAAAAAAAAAAAAAA");
        query["response_type"].ToString().ShouldBe("code");
        query["scope"].ToString().ShouldBe("/authenticate /activities/update");
        query["redirect_uri"].ToString().ShouldBe(Redirect.AbsoluteUri);
        query["state"].ToString().ShouldBe("st&te");
        query["lang"].ToString().ShouldBe("de");
        other.Query.ShouldNotContain("lang=");
    }
}
