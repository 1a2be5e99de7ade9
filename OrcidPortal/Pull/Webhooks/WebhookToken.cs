using OrcidPortal.OrcidApi;
using OrcidPortal.Remote;

namespace OrcidPortal.Pull.Webhooks;

/// <summary>The institution's own token for webhooks. Kept in memory only: another is had for the asking.</summary>
public sealed class WebhookToken(OrcidOAuthClient oauth, CallBudget budget, TimeProvider time)
{
    private ClientGrant? _grant;
    private DateTimeOffset _until;

    /// <summary>The token, asked for where there is none.</summary>
    /// <returns><see cref="OrcidResult.MissingScope"/> where ORCID does not give these credentials the permission.</returns>
    internal async Task<OrcidAnswer<ClientGrant>> GetAsync(CancellationToken cancellationToken)
    {
        if (_grant is { } known && time.GetUtcNow() < _until) return new(new OrcidResult.Ok(), known, TimeSpan.Zero);
        var answer = await budget.CallAsync(null, () => oauth.GrantAsync(OrcidWebhookClient.Scope, cancellationToken), cancellationToken);
        if (answer.Value is not { } grant) return answer;
        // Asked for one permission, ORCID may give a token without it.
        if (grant.Scope.Length > 0 && !grant.Scope.Split(' ').Contains(OrcidWebhookClient.Scope))
            return new(new OrcidResult.MissingScope { HttpStatus = answer.Result.HttpStatus, Message = $"The token is for {grant.Scope}." }, null, answer.Duration);
        (_grant, _until) = (grant, time.GetUtcNow() + grant.ExpiresIn - TimeSpan.FromMinutes(1));
        return answer;
    }

    /// <summary>ORCID does not take it any more.</summary>
    internal void Forget() => _grant = null;
}
