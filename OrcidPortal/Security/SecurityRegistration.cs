using Microsoft.AspNetCore.Components.Authorization;

namespace OrcidPortal.Security;

/// <summary>Sign-in, roles, policies, the current person, audit.</summary>
public static class SecurityRegistration
{
    public static WebApplicationBuilder AddSecurity(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptions<SecurityOptions>().BindConfiguration(SecurityOptions.Section).ValidateDataAnnotations();
        services.AddHttpContextAccessor();
        services.AddSingleton<People>().AddSingleton<Accounts>().AddSingleton<Sessions>();
        services.AddScoped<PortalAuthenticationStateProvider>();
        services.AddScoped<AuthenticationStateProvider>(s => s.GetRequiredService<PortalAuthenticationStateProvider>());
        services.AddScoped(s => new CurrentUser(
            s.GetRequiredService<PortalAuthenticationStateProvider>(), s.GetRequiredService<IHttpContextAccessor>(), s.GetRequiredService<Sessions>()));
        return builder;
    }

    public static WebApplication MapSecurity(this WebApplication app) => app;
}
