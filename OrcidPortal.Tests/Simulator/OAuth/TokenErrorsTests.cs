using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using OrcidPortal.Simulator.Store;
using static OrcidPortal.Tests.Simulator.SimulatorServer;

namespace OrcidPortal.Tests.Simulator.OAuth;

/// <summary>Every refusal of the token endpoint, body and all.</summary>
public sealed class TokenErrorsTests
{
    private const string AnyScope = "One of the provided scopes is not allowed. Please refer to the list of allowed scopes at: https://github.com/ORCID/ORCID-Source/tree/master/orcid-model/src/main/resources/record_2.0#scopes.";

    private static readonly Dictionary<string, Row> Rows = new()
    {
        ["no grant_type"] = new(s => AsAsync(s, Client, Secret), 400, "unsupported_grant_type", "grant_type is missing"),
        ["unknown grant"] = new(s => s.TokenRequestAsync("magic"), 400, "unsupported_grant_type", "Unsupported grant type: magic"),
        ["unknown client"] = new(s => AsAsync(s, "APP-NOBODY", "x", ("grant_type", "client_credentials")), 401, "invalid_client", "Client not found: APP-NOBODY"),
        ["bad secret"] = new(s => AsAsync(s, Client, "wrong", ("grant_type", "client_credentials")), 401, "invalid_client", "Bad client credentials"),
        ["no client_id"] = new(s => s.FormAsync("oauth/token", null, ("grant_type", "client_credentials")), 401, "invalid_client", "No client credentials presented"),
        ["no secret"] = new(s => s.FormAsync("oauth/token", null, ("client_id", Client), ("grant_type", "client_credentials")), 401, "invalid_client", "Bad client credentials"),
        ["code invalid"] = new(s => ExchangeAsync(s, "XXXXXX"), 400, "invalid_grant", "Invalid authorization code: XXXXXX"),
        ["code reused"] = new(async s =>
        {
            await ExchangeAsync(s, await CodeAsync(s));
            return await ExchangeAsync(s, "Q70Y3A");
        }, 400, "invalid_grant", "Reused authorization code: Q70Y3A"),
        ["code expired"] = new(async s =>
        {
            var code = await CodeAsync(s);
            s.Time.Advance(TimeSpan.FromHours(24));
            return await ExchangeAsync(s, code);
        }, 400, "invalid_request", "Authorization code has expired"),
        ["no code"] = new(s => s.TokenRequestAsync("authorization_code"), 500, "server_error", "An authorization code must be supplied."),
        ["redirect mismatch"] = new(async s => await s.TokenRequestAsync("authorization_code", ("code", await CodeAsync(s)), ("redirect_uri", "http://localhost:1/")), 500, "server_error", "Redirect URI mismatch."),
        ["redirect missing"] = new(async s => await s.TokenRequestAsync("authorization_code", ("code", await CodeAsync(s))), 500, "server_error", "Redirect URI mismatch."),
        ["code of other client"] = new(async s => await AsAsync(s, OtherClient, Secret, ("grant_type", "authorization_code"), ("code", await CodeAsync(s)), ("redirect_uri", Journey.Redirect)), 500, "server_error", "Client ID mismatch"),
        ["scope not in code"] = new(async s => await ExchangeAsync(s, await CodeAsync(s), ("scope", "/read-limited")), 400, "invalid_scope", "Invalid scopes: /read-limited available scopes for this code are: [/authenticate, /activities/update]"),
        ["unknown scope of a code"] = new(async s => await ExchangeAsync(s, await CodeAsync(s), ("scope", "/fly")), 401, "invalid_scope", AnyScope),
        ["unknown scope of a client"] = new(s => s.TokenRequestAsync("client_credentials", ("scope", "/web-hook")), 401, "invalid_scope", AnyScope),
        ["internal scope"] = new(s => s.TokenRequestAsync("client_credentials", ("scope", "/orcid-internal")), 401, "invalid_scope", AnyScope),
        ["unknown scope of a refresh"] = new(s => RefreshAsync(s, null, ("scope", "/fly")), 401, "invalid_scope", AnyScope),
        ["only scopes of people"] = new(s => s.TokenRequestAsync("client_credentials", ("scope", "/read-limited")), 400, "invalid_scope", "Invalid scope (none)"),
        ["a dead scope"] = new(s => s.TokenRequestAsync("client_credentials", ("scope", "/orcid-profile/create")), 400, "invalid_scope", "Invalid scope: /orcid-profile/create"),
        ["a scope the client lacks"] = new(async s =>
        {
            await s.ControlAsync("PATCH", $"clients/{Client}", new { scopes = "/authenticate /read-public" });
            return await s.TokenRequestAsync("client_credentials", ("scope", "/read-public /webhook"));
        }, 400, "invalid_scope", "Invalid scope: /webhook"),
        ["refresh: unknown token"] = new(s => s.TokenRequestAsync("refresh_token", ("refresh_token", "nothing")), 400, "unauthorized_client", "Unable to find refresh token"),
        ["refresh: no token"] = new(s => s.TokenRequestAsync("refresh_token"), 400, "unauthorized_client", "Unable to find refresh token"),
        ["refresh: parent disabled"] = new(s => RefreshAsync(s, () => s.ControlAsync("POST", "tokens/revoke", new { token = "old" })), 400, "unauthorized_client", "Parent token is disabled"),
        ["refresh: expired"] = new(s => RefreshAsync(s, () =>
        {
            s.Time.Advance(TimeSpan.FromHours(1));
            return Task.CompletedTask;
        }), 400, "unauthorized_client", "Access token expired: old"),
        ["refresh: other client"] = new(async s =>
        {
            await GiveAsync(s);
            return await AsAsync(s, OtherClient, Secret, ("grant_type", "refresh_token"), ("refresh_token", "old-refresh"));
        }, 400, "invalid_request", "This token does not belong to the given client"),
        ["refresh: scope wider"] = new(s => RefreshAsync(s, null, ("scope", "/authenticate /person/update")), 400, "invalid_scope", "The given scope '/person/update' is not allowed for the parent token"),
        ["refresh: longer life"] = new(s => RefreshAsync(s, null, ("expires_in", "3601")), 400, "invalid_request", "Token expiration can't be after Fri, 02 Jan 2026 04:04:05 GMT"),
        ["expires_in not number"] = new(s => RefreshAsync(s, null, ("expires_in", "soon")), 400, "invalid_request", "soon is not a number"),
        ["client locked"] = new(s => ChangedAsync(s, new { locked = true }), 400, "unauthorized_client", "The client is locked."),
        ["client deactivated"] = new(s => ChangedAsync(s, new { deactivated = true }), 400, "unauthorized_client", "The client is deactivated."),
        ["record locked"] = new(s => StandingAsync(s, RecordStanding.Locked), 400, "unauthorized_client", "The ORCID record is locked."),
        ["record deactivated"] = new(s => StandingAsync(s, RecordStanding.Deactivated), 400, "unauthorized_client", "The ORCID record is deactivated."),
        ["record deprecated"] = new(s => StandingAsync(s, RecordStanding.Deprecated), 400, "unauthorized_client", $"This account is deprecated. Please refer to account: {Josiah}."),
        ["refresh: record locked"] = new(s => RefreshAsync(s, () => PutAsync(s, RecordStanding.Locked)), 400, "unauthorized_client", "The ORCID record is locked."),
        ["GET"] = new(s => s.OpenAsync("oauth/token"), 405, "method_not_allowed", "Method GET is not supported for token requests. POST IS supported, but BASIC authentication is the preferred method of authenticating clients."),
        ["revoke: no token"] = new(s => s.FormAsync("oauth/revoke", null, ("client_id", Client), ("client_secret", Secret)), 400, "invalid_request", "Please provide the token to be param"),
        ["revoke: bad secret"] = new(s => s.FormAsync("oauth/revoke", null, ("client_id", Client), ("client_secret", "wrong"), ("token", "x")), 401, "invalid_client", "Bad client credentials"),
    };

    private const string Vague = "One of the provided parameters is invalid, or, the provided token/code is invalid or expired";

    private static readonly Dictionary<string, (int Status, string Error, string Description)> Since2025 = new()
    {
        ["unknown client"] = (401, "invalid_client", "Client not found: APP-NOBODY"),
        ["no client_id"] = (401, "invalid_request", "client_id is required"),
        ["no secret"] = (401, "invalid_request", "client_secret is required"),
        ["no code"] = (401, "invalid_request", "code is required"),
        ["code invalid"] = (400, "invalid_grant", "Invalid authorization code: XXXXXX"),
        ["code reused"] = (400, "invalid_grant", "Invalid authorization code: Q70Y3A"),
        ["code expired"] = (400, "invalid_grant", Vague),
        ["redirect mismatch"] = (400, "invalid_grant", Vague),
        ["code of other client"] = (400, "invalid_grant", Vague),
        ["a scope the client lacks"] = (400, "invalid_scope", "Invalid scope: /webhook"),
    };

    public static TheoryData<string> Cases => [.. Rows.Keys];

    public static TheoryData<string> NewerCases => [.. Since2025.Keys];

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task A_wrong_request_is_refused_in_the_registrys_words(string what)
    {
        await using var server = await StartAsync();
        var row = Rows[what];

        var answer = await row.Ask(server);

        (answer.Status, answer.Body).ShouldBe((row.Status, Body(row.Error, row.Description)));
        answer.Type.ShouldBe("application/json");
    }

    [Theory]
    [MemberData(nameof(NewerCases))]
    public async Task The_server_since_2025_has_its_own_words(string what)
    {
        await using var server = await StartAsync(settings: [("Simulator:OAuthErrorProfile", "AuthServer2025")]);
        var (status, error, description) = Since2025[what];

        var answer = await Rows[what].Ask(server);

        (answer.Status, answer.Body).ShouldBe((status, Body(error, description)));
    }

    [Theory]
    [InlineData("APP-NOBODY", Secret)]
    [InlineData(Client, "wrong")]
    public async Task The_server_since_2025_does_not_say_what_is_wrong_with_a_client_that_brings_a_code(string id, string secret)
    {
        await using var server = await StartAsync(settings: [("Simulator:OAuthErrorProfile", "AuthServer2025")]);

        var answer = await AsAsync(server, id, secret, ("grant_type", "authorization_code"), ("code", "XXXXXX"), ("redirect_uri", Journey.Redirect));

        (answer.Status, answer.Body).ShouldBe((400, Body("invalid_grant", Vague)));
    }

    private static string Body(string error, string description) => $$"""{"error":"{{error}}","error_description":"{{description}}"}""";

    private static Task<Received> AsAsync(SimulatorServer server, string id, string secret, params (string, string)[] fields) =>
        server.FormAsync("oauth/token", null, [("client_id", id), ("client_secret", secret), .. fields]);

    private static Task<Received> ExchangeAsync(SimulatorServer server, string code, params (string, string)[] fields) =>
        server.TokenRequestAsync("authorization_code", [("code", code), ("redirect_uri", Journey.Redirect), .. fields]);

    private static async Task<string> CodeAsync(SimulatorServer server) => (await server.ControlAsync(
        "POST", "codes", new { orcid = Laure, scope = "/authenticate /activities/update", redirectUri = Journey.Redirect, code = "Q70Y3A" })).GetProperty("code").GetString()!;

    private static Task<JsonElement> GiveAsync(SimulatorServer server) => server.ControlAsync(
        "POST", "tokens", new { orcid = Laure, scope = "/authenticate /activities/update", token = "old", refreshToken = "old-refresh", expiresIn = 3600 });

    private static async Task<Received> RefreshAsync(SimulatorServer server, Func<Task>? before = null, params (string, string)[] fields)
    {
        await GiveAsync(server);
        if (before is not null) await before();
        return await server.TokenRequestAsync("refresh_token", [("refresh_token", "old-refresh"), .. fields]);
    }

    private static async Task<Received> ChangedAsync(SimulatorServer server, object change)
    {
        await server.ControlAsync("PATCH", $"clients/{Client}", change);
        return await server.TokenRequestAsync("client_credentials", ("scope", "/read-public"));
    }

    private static async Task<Received> StandingAsync(SimulatorServer server, RecordStanding standing)
    {
        var code = await CodeAsync(server);
        await PutAsync(server, standing);
        return await ExchangeAsync(server, code);
    }

    private static Task PutAsync(SimulatorServer server, RecordStanding standing)
    {
        server.Services.GetRequiredService<Registry>().Run(state => state.Save(state.FindPerson(Laure)! with { Standing = standing, PrimaryOrcid = Josiah }));
        return Task.CompletedTask;
    }

    private sealed record Row(Func<SimulatorServer, Task<Received>> Ask, int Status, string Error, string Description);
}
