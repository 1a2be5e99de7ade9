using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;

namespace OrcidPortal.Security;

/// <summary>Looks every minute whether the session of a circuit is still good; a circuit otherwise lives on after a sign-out elsewhere or a lost role.</summary>
internal sealed class PortalAuthenticationStateProvider(ILoggerFactory loggers, Sessions sessions)
    : RevalidatingServerAuthenticationStateProvider(loggers), IHostEnvironmentAuthenticationStateProvider
{
    /// <summary>Whether this scope belongs to a page or circuit, as opposed to an endpoint.</summary>
    public bool IsInUse { get; private set; }

    protected override TimeSpan RevalidationInterval => TimeSpan.FromMinutes(1);

    /// <summary>The framework hands over the state here when a page or circuit begins.</summary>
    void IHostEnvironmentAuthenticationStateProvider.SetAuthenticationState(Task<AuthenticationState> authenticationStateTask)
    {
        IsInUse = true;
        SetAuthenticationState(authenticationStateTask);
    }

    // An exception here ends the session: the framework signs the circuit out.
    protected override Task<bool> ValidateAuthenticationStateAsync(AuthenticationState authenticationState, CancellationToken cancellationToken) =>
        sessions.IsLiveAsync(authenticationState.User, cancellationToken);
}
