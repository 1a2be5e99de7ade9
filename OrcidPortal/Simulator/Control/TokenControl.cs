using System.ComponentModel;
using OrcidPortal.Simulator.OAuth;
using OrcidPortal.Simulator.Rules;
using OrcidPortal.Simulator.Store;

namespace OrcidPortal.Simulator.Control;

/// <summary>Answers consent questions beforehand, hands out tokens, and takes them back as the person would.</summary>
internal sealed class TokenControl(Registry registry, Clients clients, Consents consents, TokenIssuer issuer)
{
    public async Task ConsentAsync(HttpContext http)
    {
        if (await ControlJson.ReadAsync<NewConsent>(http) is not { } asked) return;
        if (asked.Orcid is not { } orcid || registry.Run(state => state.FindPerson(orcid)) is null) await ControlJson.RefuseAsync(http, 404, $"There is no record {asked.Orcid}.");
        else if (FindUnknownScope(asked.Scope) is { } wrong) await ControlJson.RefuseAsync(http, 400, $"Unknown scope {wrong}.");
        else
        {
            consents.Add(new(orcid, asked.Scope, asked.Deny));
            await ControlJson.DoneAsync(http);
        }
    }

    public async Task GiveAsync(HttpContext http)
    {
        if (await ControlJson.ReadAsync<NewToken>(http) is not { } asked) return;
        var clientId = asked.ClientId ?? SimulatorClient.PortalId;
        if (clients.Find(clientId) is null) await ControlJson.RefuseAsync(http, 400, $"'{clientId}' is not a client.");
        else if (string.IsNullOrWhiteSpace(asked.Scope)) await ControlJson.RefuseAsync(http, 400, "A token needs a scope.");
        else if (FindUnknownScope(asked.Scope) is { } wrong) await ControlJson.RefuseAsync(http, 400, $"Unknown scope {wrong}.");
        else if (asked.Orcid is not null && registry.Run(state => state.FindPerson(asked.Orcid)) is null) await ControlJson.RefuseAsync(http, 404, $"There is no record {asked.Orcid}.");
        else
        {
            DateTimeOffset? expiresAt = asked.ExpiresIn is { } seconds ? registry.Now.AddSeconds(seconds) : null;
            await ControlJson.WriteAsync(http, 201, registry.Run(state => issuer.Describe(
                state, issuer.NewToken(state, clientId, asked.Orcid, string.Join(' ', Scopes.Split(asked.Scope)), value: asked.Token, expiresAt: expiresAt))));
        }
    }

    /// <summary>All tokens of a person, or those of one client, end as if the person had removed the trusted party.</summary>
    public async Task RevokeAsync(HttpContext http)
    {
        if (await ControlJson.ReadAsync<Revocation>(http) is not { } asked) return;
        var revoked = registry.Run(state =>
        {
            var live = state.Tokens
                .Where(t => t.Orcid is not null && t.Orcid == asked.Orcid && t.End == TokenEnd.None && (asked.ClientId ?? t.ClientId) == t.ClientId)
                .ToList();
            live.ForEach(t => state.Save(t with { End = TokenEnd.RevokedByUser }));
            return live.Count;
        });
        await ControlJson.WriteAsync(http, 200, new { revoked });
    }

    private static string? FindUnknownScope(string? scope) => Scopes.Split(scope).FirstOrDefault(s => !Scopes.IsKnown(s));

    internal sealed record NewConsent(
        [property: Description("Who answers.")] string? Orcid,
        [property: Description("What is given instead of what is asked for, separated by blanks.")] string? Scope = null,
        [property: Description("Whether it is a no (default false).")] bool Deny = false);

    internal sealed record NewToken(
        [property: Description("What it permits, separated by blanks.")] string? Scope,
        [property: Description("Whose record it opens; without it the client's own token, which has none.")] string? Orcid = null,
        [property: Description("Whose token it is (default the portal's client).")] string? ClientId = null,
        [property: Description("Its value, if you want to choose it.")] string? Token = null,
        [property: Description("How many seconds it lives (default as the token endpoint gives).")] int? ExpiresIn = null)
    {
        public override string ToString() => $"Token for {Orcid}";
    }

    internal sealed record Revocation(
        [property: Description("Whose tokens end.")] string? Orcid,
        [property: Description("Those of one client; without it all.")] string? ClientId = null);
}
