using Hangfire.Dashboard;
using OrcidPortal.Security;

namespace OrcidPortal.Jobs;

/// <summary>Hangfire would let every request from the same machine in, also behind a proxy there: this asks for the role, wherever the request comes from.</summary>
internal sealed class AdminsOnly : IDashboardAuthorizationFilter
{
    public bool Authorize(DashboardContext context) => context.GetHttpContext().User is { Identity.IsAuthenticated: true } user && user.IsInRole(Roles.Admin);
}
