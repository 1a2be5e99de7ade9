using System.Security.Claims;
using OrcidPortal.Data.Entities;

namespace OrcidPortal.Security;

/// <summary>Who uses the portal now, in a circuit and in a request alike. Each call looks again, so that a lost role or a sign-out elsewhere counts at once.</summary>
public sealed class CurrentUser
{
    private readonly PortalAuthenticationStateProvider _states;
    private readonly IHttpContextAccessor _requests;
    private readonly Sessions _sessions;

    internal CurrentUser(PortalAuthenticationStateProvider states, IHttpContextAccessor requests, Sessions sessions)
    {
        _states = states;
        _requests = requests;
        _sessions = sessions;
    }

    /// <summary>The account that is signed in.</summary>
    /// <returns>Null where nobody is, or the session has ended or expired.</returns>
    public async Task<SignedIn?> GetAsync(CancellationToken cancellationToken)
    {
        var principal = _states.IsInUse ? (await _states.GetAuthenticationStateAsync()).User : _requests.HttpContext?.User;
        return principal is null ? null : await _sessions.FindAsync(principal, cancellationToken);
    }
}
