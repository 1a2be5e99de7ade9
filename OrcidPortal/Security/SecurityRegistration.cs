namespace OrcidPortal.Security;

/// <summary>Sign-in, roles, policies, the current person, audit.</summary>
public static class SecurityRegistration
{
    public static WebApplicationBuilder AddSecurity(this WebApplicationBuilder builder) => builder;

    public static WebApplication MapSecurity(this WebApplication app) => app;
}
