using System.Collections.Concurrent;
using OrcidPortal.OrcidApi;
using OrcidPortal.Remote;

namespace OrcidPortal.Pull;

/// <summary>The institution's own tokens, one for each permission that needs no person: webhooks, searching. Kept in memory only: another is had for the asking.</summary>
public sealed class InstitutionTokens(OrcidOAuthClient oauth, CallBudget budget, TimeProvider time)
{
    private readonly ConcurrentDictionary<string, (ClientGrant Grant, DateTimeOffset Until)> _known = new(StringComparer.Ordinal);

    /// <summary>The token, asked for where there is none.</summary>
    /// <param name="scope">The permission, for example <c>/webhook</c>.</param>
    /// <returns><see cref="OrcidResult.MissingScope"/> where ORCID does not give these credentials the permission.</returns>
    internal async Task<OrcidAnswer<ClientGrant>> GetAsync(string scope, CancellationToken cancellationToken)
    {
        if (_known.TryGetValue(scope, out var known) && time.GetUtcNow() < known.Until) return new(new OrcidResult.Ok(), known.Grant, TimeSpan.Zero);
        var answer = await budget.CallAsync(null, () => oauth.GrantAsync(scope, cancellationToken), cancellationToken);
        if (answer.Value is not { } grant) return answer;
        // Asked for one permission, ORCID may give a token without it.
        if (grant.Scope.Length > 0 && !grant.Scope.Split(' ').Contains(scope))
            return new(new OrcidResult.MissingScope { HttpStatus = answer.Result.HttpStatus, Message = $"The token is for {grant.Scope}." }, null, answer.Duration);
        _known[scope] = (grant, time.GetUtcNow() + grant.ExpiresIn - TimeSpan.FromMinutes(1));
        return answer;
    }

    /// <summary>ORCID does not take it any more.</summary>
    internal void Forget(string scope) => _known.TryRemove(scope, out _);
}
