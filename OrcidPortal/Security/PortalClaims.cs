using System.Security.Claims;
using OrcidPortal.Data.Entities;

namespace OrcidPortal.Security;

/// <summary>What the cookie says, and nothing more: which session, whose name, which app roles.</summary>
internal static class PortalClaims
{
    public const string Session = "session";
    public const string Name = "name";
    public const string Role = "roles";

    /// <summary>The principal that goes into the cookie.</summary>
    public static ClaimsPrincipal Principal(Account account, Session session, string scheme) => new(new ClaimsIdentity(
        [new(Session, session.Id.ToString()), new(Name, account.Name), .. account.Roles.Select(r => new Claim(Role, r))], scheme, Name, Role));

    /// <summary>The session a principal names, or null.</summary>
    public static Guid? SessionOf(ClaimsPrincipal principal) => Guid.TryParse(principal.FindFirstValue(Session), out var id) ? id : null;
}
