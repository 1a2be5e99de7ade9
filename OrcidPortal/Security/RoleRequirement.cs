using Microsoft.AspNetCore.Authorization;

namespace OrcidPortal.Security;

/// <summary>A live session, and the role where one is named.</summary>
/// <param name="Role">A constant of <see cref="Roles"/>; null: any account.</param>
internal sealed record RoleRequirement(string? Role) : IAuthorizationRequirement;

/// <summary>Looks into the database each time: cookies and circuits outlive roles.</summary>
internal sealed class RoleRequirementHandler(Sessions sessions) : AuthorizationHandler<RoleRequirement>
{
    protected override async Task HandleRequirementAsync(AuthorizationHandlerContext context, RoleRequirement requirement)
    {
        var aborted = (context.Resource as HttpContext)?.RequestAborted ?? CancellationToken.None;
        if (await sessions.FindAsync(context.User, aborted) is { } user && (requirement.Role is null || user.Is(requirement.Role))) context.Succeed(requirement);
    }
}
