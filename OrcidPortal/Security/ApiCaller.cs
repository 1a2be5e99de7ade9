using System.Security.Claims;
using OrcidPortal.Data;

namespace OrcidPortal.Security;

/// <summary>Who calls the REST API.</summary>
public static class ApiCaller
{
    /// <summary>The key's holder as history and audit name it; the id is the name of the key, never the key.</summary>
    /// <param name="principal">The principal of a request that passed <see cref="Policies.ApiCurator"/> or <see cref="Policies.ApiAdmin"/>.</param>
    public static Actor Of(ClaimsPrincipal principal)
    {
        var name = principal.FindFirstValue(PortalClaims.Name) ?? "";
        return new Actor(ActorKind.ApiKey, name, name);
    }
}
