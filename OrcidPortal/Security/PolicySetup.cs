using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;

namespace OrcidPortal.Security;

/// <summary>The policies by their names; what names none is closed to whoever is not signed in.</summary>
internal static class PolicySetup
{
    public static void Configure(AuthorizationOptions options)
    {
        var signedIn = ForRole(null);
        options.DefaultPolicy = signedIn;
        options.FallbackPolicy = signedIn;
        options.AddPolicy(Policies.SignedIn, signedIn);
        options.AddPolicy(Policies.Researcher, ForRole(Roles.Researcher));
        options.AddPolicy(Policies.Curator, ForRole(Roles.Curator));
        options.AddPolicy(Policies.Admin, ForRole(Roles.Admin));
        options.AddPolicy(Policies.ApiCurator, ForKey(Roles.Curator));
        options.AddPolicy(Policies.ApiAdmin, ForKey(Roles.Admin));
    }

    private static AuthorizationPolicy ForRole(string? role) => new AuthorizationPolicyBuilder(CookieAuthenticationDefaults.AuthenticationScheme)
        .RequireAuthenticatedUser().AddRequirements(new RoleRequirement(role)).Build();

    private static AuthorizationPolicy ForKey(string role) => new AuthorizationPolicyBuilder(ApiKeyHandler.SchemeName).RequireAuthenticatedUser().RequireRole(role).Build();
}
