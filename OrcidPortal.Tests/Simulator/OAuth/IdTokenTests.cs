using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using static OrcidPortal.Tests.Simulator.SimulatorServer;

namespace OrcidPortal.Tests.Simulator.OAuth;

public sealed class IdTokenTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("orcid-simulator");

    private string StateFile => Path.Combine(folder.FullName, "simulator.json");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task An_id_token_says_who_signed_in_when_and_for_whom()
    {
        await using var server = await StartAsync();
        var cookie = await server.SignInAsync(Laure);
        server.Time.Advance(TimeSpan.FromMinutes(5));
        var query = Journey.AuthorizePath("openid /read-limited", more: "&nonce=n-1")["oauth/authorize".Length..];
        var back = await server.FormAsync("oauth/authorize", cookie, ("query", query), ("decision", "authorize"));
        server.Time.Advance(TimeSpan.FromMinutes(1));

        var answer = await server.ExchangeAsync(Journey.CodeIn(back));

        answer.EnumerateObject().Select(p => p.Name).ShouldBe(["access_token", "token_type", "refresh_token", "expires_in", "scope", "name", "orcid", "id_token"]);
        var token = new JsonWebToken(answer.GetProperty("id_token").GetString());
        var now = server.Time.GetUtcNow().ToUnixTimeSeconds();
        token.Alg.ShouldBe("RS256");
        token.Claims.Select(c => c.Type).Order().ShouldBe(["amr", "at_hash", "aud", "auth_time", "exp", "family_name", "given_name", "iat", "iss", "jti", "name", "nonce", "sub"]);
        Claims(token, "aud", "sub", "iss", "nonce", "amr").ShouldBe([Client, Laure, server.Http.BaseAddress!.ToString().TrimEnd('/'), "n-1", "pwd"]);
        Claims(token, "name", "given_name", "family_name").ShouldBe(["Laurel L. Haak", "Laure", "Haak"]);
        Claims(token, "iat", "exp", "auth_time").ShouldBe([$"{now}", $"{now + 86400}", $"{now - 360}"]);
        token.GetClaim("at_hash").Value.ShouldBe(Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(answer.GetProperty("access_token").GetString()!)).AsSpan(0, 16)));
    }

    [Fact]
    public async Task Names_that_are_not_public_and_a_credit_name_there_is_not_stay_out()
    {
        await using var server = await StartAsync();
        var hidden = (await server.ControlAsync("POST", "people", new { givenNames = "Ada", familyName = "Lovelace", nameVisibility = "limited" })).GetProperty("orcid").GetString()!;

        var forHidden = await IdTokenOfAsync(server, hidden);
        var forJosiah = await IdTokenOfAsync(server, Josiah);

        forHidden.Claims.Select(c => c.Type).ShouldNotContain(t => t.EndsWith("name", StringComparison.Ordinal));
        Claims(forJosiah, "given_name", "family_name").ShouldBe(["Josiah", "Carberry"]);
        forJosiah.Claims.Select(c => c.Type).ShouldNotContain("name");
    }

    [Fact]
    public async Task A_public_client_is_not_told_how_the_person_signed_in()
    {
        await using var server = await StartAsync();
        var client = (await server.ControlAsync("POST", "clients", new { @public = true })).GetProperty("id").GetString()!;

        var token = await IdTokenOfAsync(server, Laure, client);

        token.Claims.Select(c => c.Type).ShouldNotContain("amr");
    }

    [Fact]
    public async Task Without_openid_there_is_none_and_a_refresh_with_it_gives_one_without_the_nonce()
    {
        await using var server = await StartAsync();

        var without = await server.ExchangeAsync(await server.CodeAsync(Laure));
        var with = await server.ExchangeAsync(await CodeAsync(server, "openid /authenticate"));
        var refreshed = (await server.TokenRequestAsync("refresh_token", ("refresh_token", with.GetProperty("refresh_token").GetString()!))).Json;

        without.TryGetProperty("id_token", out _).ShouldBeFalse();
        new JsonWebToken(with.GetProperty("id_token").GetString()).GetClaim("nonce").Value.ShouldBe("n-1");
        new JsonWebToken(refreshed.GetProperty("id_token").GetString()).Claims.Select(c => c.Type).ShouldNotContain("nonce");
    }

    [Fact]
    public async Task The_published_key_proves_it_and_stays_over_a_restart_and_a_reset()
    {
        string token, keys;
        await using (var server = await StartAsync(StateFile))
        {
            token = (await server.ControlAsync("POST", "tokens", new { orcid = Laure, scope = "openid" })).GetProperty("id_token").GetString()!;
            keys = (await server.OpenAsync("oauth/jwks")).Body;
        }
        await using var again = await StartAsync(StateFile);
        await again.ControlAsync("POST", "reset");

        var later = (await again.OpenAsync("oauth/jwks")).Body;

        later.ShouldBe(keys);
        var parameters = new TokenValidationParameters { IssuerSigningKeys = new JsonWebKeySet(later).Keys, ValidateIssuer = false, ValidAudience = Client, ValidateLifetime = false };
        (await new JsonWebTokenHandler().ValidateTokenAsync(token, parameters)).IsValid.ShouldBeTrue();
        new JsonWebKeySet(later).Keys.Single().HasPrivateKey.ShouldBeFalse();
        keys.ShouldNotContain("\"d\"");
    }

    [Fact]
    public async Task Discovery_names_the_addresses_at_which_the_simulator_is_reached()
    {
        await using var server = await StartAsync();

        var answer = await server.OpenAsync(".well-known/openid-configuration");

        var root = server.Http.BaseAddress!.ToString().TrimEnd('/');
        answer.Body.ShouldBe(
            """{"token_endpoint_auth_signing_alg_values_supported":["RS256"],"id_token_signing_alg_values_supported":["RS256"],"userinfo_endpoint":"{root}/oauth/userinfo","authorization_endpoint":"{root}/oauth/authorize","token_endpoint":"{root}/oauth/token","jwks_uri":"{root}/oauth/jwks","claims_supported":["family_name","given_name","name","auth_time","iss","sub"],"scopes_supported":["openid"],"subject_types_supported":["public"],"response_types_supported":["code","id_token","id_token token"],"claims_parameter_supported":false,"token_endpoint_auth_methods_supported":["client_secret_post"],"grant_types_supported":["authorization_code","implicit","refresh_token"],"issuer":"{root}"}"""
                .Replace("{root}", root, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("POST")]
    public async Task Userinfo_tells_the_names_in_ORCIDs_order_with_nulls(string method)
    {
        await using var server = await StartAsync();

        var answer = await server.SendAsync(method, "oauth/userinfo", await server.TokenAsync(Josiah, "openid"));

        answer.Body.ShouldBe($$"""{"id":"https://sandbox.orcid.org/{{Josiah}}","sub":"{{Josiah}}","name":null,"family_name":"Carberry","given_name":"Josiah"}""");
    }

    [Fact]
    public async Task Userinfo_takes_the_token_from_a_form_and_refuses_one_without_authenticate()
    {
        await using var server = await StartAsync();

        var form = await server.FormAsync("oauth/userinfo", null, ("access_token", await server.TokenAsync(Laure, "/authenticate")));
        var small = await server.SendAsync("GET", "oauth/userinfo", await server.TokenAsync(Laure, "/read-limited"));
        var own = await server.SendAsync("GET", "oauth/userinfo", await server.TokenAsync(null, "/read-public"));
        var none = await server.SendAsync("GET", "oauth/userinfo");

        form.Json.GetProperty("sub").GetString().ShouldBe(Laure);
        foreach (var refused in (Received[])[small, own, none])
            (refused.Status, refused.Body).ShouldBe((403, """{"error":"access_denied","error-description":"access_token is invalid"}"""));
    }

    private static string[] Claims(JsonWebToken token, params string[] names) => [.. names.Select(n => token.GetClaim(n).Value)];

    private static async Task<JsonWebToken> IdTokenOfAsync(SimulatorServer server, string orcid, string? clientId = null) =>
        new((await server.ControlAsync("POST", "tokens", new { orcid, scope = "openid", clientId })).GetProperty("id_token").GetString());

    private static async Task<string> CodeAsync(SimulatorServer server, string scope) =>
        (await server.ControlAsync("POST", "codes", new { orcid = Laure, scope, redirectUri = Journey.Redirect, nonce = "n-1" })).GetProperty("code").GetString()!;
}
