namespace OrcidPortal.OrcidApi;

/// <summary>ORCID's sign-in: where to send people, and what their code is exchanged for.</summary>
public sealed class OrcidOAuthClient
{
    /// <summary>The page at ORCID that asks a person to sign in and agree.</summary>
    public Uri AuthorizeUrl(string state, Uri redirect, string scopes, string? language) => throw new NotImplementedException();

    /// <summary>Exchanges the code for tokens.</summary>
    public Task<OrcidAnswer<TokenGrant>> ExchangeAsync(string code, Uri redirect, CancellationToken cancellationToken) => throw new NotImplementedException();

    /// <summary>Gives a token back to ORCID.</summary>
    public Task<OrcidAnswer<bool>> RevokeAsync(string token, CancellationToken cancellationToken) => throw new NotImplementedException();
}
