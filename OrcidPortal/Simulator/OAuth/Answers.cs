using System.Globalization;
using OrcidPortal.Simulator.Store;

namespace OrcidPortal.Simulator.OAuth;

/// <summary>Writes a person's yes into the address the browser is sent back to: a code, or tokens where the client asked for them straight away.</summary>
internal sealed class Answers(Registry registry, TokenIssuer issuer)
{
    /// <param name="request">What was asked.</param>
    /// <param name="issuerName">The registry's name.</param>
    /// <param name="orcid">Who says yes.</param>
    /// <param name="authenticatedAt">When they signed in.</param>
    public string Yes(AuthorizeRequest request, string issuerName, string orcid, DateTimeOffset authenticatedAt) => registry.Run(state =>
    {
        if (request.IsImplicit) return WithTokens(state, request, issuerName, orcid, authenticatedAt);
        var code = issuer.DraftCode(request.Client.Id, orcid, request.Scope, request.RedirectUri) with { Nonce = request.Nonce, AuthenticatedAt = authenticatedAt };
        state.Save(code);
        return request.WithCode(code.Value);
    });

    /// <summary>With openid there is always an access token and an id_token, whichever of the two was asked for.</summary>
    private string WithTokens(RegistryState state, AuthorizeRequest request, string issuerName, string orcid, DateTimeOffset authenticatedAt)
    {
        var token = issuer.NewImplicitToken(state, request.Client.Id, orcid, request.Scope, authenticatedAt);
        return request.WithTokens(
            ("access_token", token.Value), ("token_type", "bearer"), ("expires_in", issuer.SecondsLeft(token).ToString(CultureInfo.InvariantCulture)),
            ("tokenVersion", "1"), ("persistent", "false"), ("id_token", issuer.IdTokenFor(state, token, issuerName, request.Nonce)));
    }
}
