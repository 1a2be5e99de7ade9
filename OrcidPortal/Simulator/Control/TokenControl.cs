using System.ComponentModel;
using OrcidPortal.Simulator.OAuth;
using OrcidPortal.Simulator.Rules;
using OrcidPortal.Simulator.Store;

namespace OrcidPortal.Simulator.Control;

/// <summary>Answers consent questions beforehand, hands out codes and tokens, and takes tokens back as the person or the client would.</summary>
internal sealed class TokenControl(Registry registry, Clients clients, Consents consents, TokenIssuer issuer)
{
    public async Task ConsentAsync(HttpContext http)
    {
        if (await ControlJson.ReadAsync<NewConsent>(http) is not { } asked) return;
        if (asked.Orcid is not { } orcid || !IsThere(orcid)) await ControlJson.RefuseAsync(http, 404, $"There is no record {asked.Orcid}.");
        else if (FindUnknownScope(asked.Scope) is { } wrong) await ControlJson.RefuseAsync(http, 400, $"Unknown scope {wrong}.");
        else
        {
            consents.Add(new(orcid, asked.Scope, asked.Deny, asked.Always));
            await ControlJson.DoneAsync(http);
        }
    }

    public Task ClearConsentsAsync(HttpContext http)
    {
        consents.Clear(http.Request.Query["orcid"].FirstOrDefault());
        return ControlJson.DoneAsync(http);
    }

    public async Task GiveAsync(HttpContext http)
    {
        if (await ControlJson.ReadAsync<NewToken>(http) is not { } asked) return;
        var clientId = asked.ClientId ?? SimulatorClient.PortalId;
        if (FaultIn(clientId, asked.Scope, "token") is { } fault) await ControlJson.RefuseAsync(http, 400, fault);
        else if (asked.Orcid is not null && !IsThere(asked.Orcid)) await ControlJson.RefuseAsync(http, 404, $"There is no record {asked.Orcid}.");
        else
        {
            var token = issuer.Draft(clientId, asked.Orcid, string.Join(' ', Scopes.Split(asked.Scope)));
            token = token with
            {
                Value = asked.Token ?? token.Value, RefreshValue = asked.RefreshToken ?? token.RefreshValue,
                ExpiresAt = asked.ExpiresIn is { } seconds ? registry.Now.AddSeconds(seconds) : token.ExpiresAt,
            };
            await ControlJson.WriteAsync(http, 201, registry.Run(state =>
            {
                state.Save(token);
                return issuer.Describe(state, token, Issuer.OfControl(http));
            }));
        }
    }

    public async Task GiveCodeAsync(HttpContext http)
    {
        if (await ControlJson.ReadAsync<NewCode>(http) is not { } asked) return;
        var clientId = asked.ClientId ?? SimulatorClient.PortalId;
        if (FaultIn(clientId, asked.Scope, "code") is { } fault) await ControlJson.RefuseAsync(http, 400, fault);
        else if (asked.Orcid is not { } orcid || !IsThere(orcid)) await ControlJson.RefuseAsync(http, 404, $"There is no record {asked.Orcid}.");
        else if (asked.RedirectUri is not { } redirect || !RedirectUris.IsRegistered(clients.Find(clientId)!, redirect))
            await ControlJson.RefuseAsync(http, 400, "redirectUri is not one of the client's.");
        else
        {
            var code = issuer.DraftCode(clientId, orcid, string.Join(' ', Scopes.Split(asked.Scope)), redirect);
            code = code with { Value = asked.Code ?? code.Value, Nonce = asked.Nonce, AuthenticatedAt = registry.Now };
            registry.Run(state => state.Save(code));
            await ControlJson.WriteAsync(http, 201, new { Code = code.Value });
        }
    }

    /// <summary>Tokens end, for the reason that is said: what the person ended still serves to remove items.</summary>
    public async Task RevokeAsync(HttpContext http)
    {
        if (await ControlJson.ReadAsync<Revocation>(http) is not { } asked) return;
        if (asked.By is not (null or "user" or "client")) await ControlJson.RefuseAsync(http, 400, "by is user or client.");
        else if (asked is { Orcid: null, Token: null }) await ControlJson.RefuseAsync(http, 400, "Say which tokens end: orcid or token.");
        else await ControlJson.WriteAsync(http, 200, new { revoked = registry.Run(state => Revoke(state, asked)) });
    }

    private static int Revoke(RegistryState state, Revocation asked)
    {
        var byClient = asked.By == "client";
        var live = state.Tokens
            .Where(t => t.End == TokenEnd.None && (byClient || t.Orcid is not null))
            .Where(t => (asked.Orcid ?? t.Orcid) == t.Orcid && (asked.ClientId ?? t.ClientId) == t.ClientId)
            .Where(t => asked.Token is null || t.Value == asked.Token || t.RefreshValue == asked.Token)
            .ToList();
        live.ForEach(t => state.Save(t with { End = byClient ? TokenEnd.RevokedByClient : TokenEnd.RevokedByUser }));
        return live.Count;
    }

    private string? FaultIn(string clientId, string? scope, string what)
    {
        if (clients.Find(clientId) is null) return $"'{clientId}' is not a client.";
        if (string.IsNullOrWhiteSpace(scope)) return $"A {what} needs a scope.";
        return FindUnknownScope(scope) is { } wrong ? $"Unknown scope {wrong}." : null;
    }

    private bool IsThere(string orcid) => registry.Run(state => state.FindPerson(orcid) is not null);

    private static string? FindUnknownScope(string? scope) => Scopes.Split(scope).FirstOrDefault(s => !Scopes.IsKnown(s));

    internal sealed record NewConsent(
        [property: Description("Who answers.")] string? Orcid,
        [property: Description("What is given instead of what is asked for, separated by blanks.")] string? Scope = null,
        [property: Description("Whether it is a no (default false).")] bool Deny = false,
        [property: Description("Whether it stays until it is taken back (default false: it serves once).")] bool Always = false);

    internal sealed record NewToken(
        [property: Description("What it permits, separated by blanks.")] string? Scope,
        [property: Description("Whose record it opens; without it the client's own token, which has none.")] string? Orcid = null,
        [property: Description("Whose token it is (default the portal's client).")] string? ClientId = null,
        [property: Description("Its value, if you want to choose it.")] string? Token = null,
        [property: Description("The value of its refresh token, if you want to choose it.")] string? RefreshToken = null,
        [property: Description("How many seconds it lives (default as the token endpoint gives); 0 or less: it has expired already.")] int? ExpiresIn = null)
    {
        public override string ToString() => $"Token for {Orcid}";
    }

    internal sealed record NewCode(
        [property: Description("Who has said yes.")] string? Orcid,
        [property: Description("To what, separated by blanks.")] string? Scope,
        [property: Description("The address the client sent to the authorize page and sends again with the code.")] string? RedirectUri,
        [property: Description("Whose code it is (default the portal's client).")] string? ClientId = null,
        [property: Description("Its value, if you want to choose it.")] string? Code = null,
        [property: Description("What comes back in the id_token.")] string? Nonce = null)
    {
        public override string ToString() => $"Code for {Orcid}";
    }

    internal sealed record Revocation(
        [property: Description("Whose tokens end.")] string? Orcid = null,
        [property: Description("Those of one client; without it all.")] string? ClientId = null,
        [property: Description("One token, by its own value or that of its refresh token.")] string? Token = null,
        [property: Description("user: as if the person had removed the trusted party, so that the token still serves to remove items; client: as if the client had called /oauth/revoke (default user).")] string? By = null)
    {
        public override string ToString() => $"Revocation for {Orcid}";
    }
}
