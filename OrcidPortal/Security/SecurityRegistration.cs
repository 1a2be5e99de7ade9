using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.Options;

namespace OrcidPortal.Security;

/// <summary>Sign-in, roles, policies, the current person, audit.</summary>
public static class SecurityRegistration
{
    public static WebApplicationBuilder AddSecurity(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptions<SecurityOptions>().BindConfiguration(SecurityOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<IValidateOptions<SecurityOptions>, SecurityOptionsCheck>();
        services.AddOptions<ApiOptions>().BindConfiguration(ApiOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<ApiOptions>, ApiOptionsCheck>();
        services.AddOptions<ContentPolicy>();
        services.AddHttpContextAccessor();
        services.AddSingleton<People>().AddSingleton<Accounts>().AddSingleton<CuratorAccounts>().AddSingleton<Sessions>().AddSingleton<SignIns>().AddSingleton<ApiKeyRing>();
        services.AddSingleton<IAuthorizationHandler, RoleRequirementHandler>();
        services.AddAuthorization(PolicySetup.Configure);
        services.AddAntiforgery();
        services.AddSingleton<IConfigureOptions<CookieAuthenticationOptions>, PortalCookie>();
        services.AddSingleton<IConfigureOptions<AntiforgeryOptions>, PortalCookie>();
        KeyRing.Add(builder);
        AddSignIn(builder);
        services.AddScoped<PortalAuthenticationStateProvider>();
        services.AddScoped<AuthenticationStateProvider>(s => s.GetRequiredService<PortalAuthenticationStateProvider>());
        services.AddScoped(s => new CurrentUser(
            s.GetRequiredService<PortalAuthenticationStateProvider>(), s.GetRequiredService<IHttpContextAccessor>(), s.GetRequiredService<Sessions>()));
        return builder;
    }

    /// <summary>Headers, sign-in, authorisation and antiforgery for every request, then the sign-in endpoints.</summary>
    public static WebApplication MapSecurity(this WebApplication app)
    {
        if (!app.Environment.IsDevelopment()) app.UseHsts();
        app.UseMiddleware<SecurityHeaders>();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseAntiforgery();
        SignInEndpoints.Map(app, demo: !IsEntra(app.Configuration));
        return app;
    }

    private static void AddSignIn(WebApplicationBuilder builder)
    {
        // Everybody is led to /signin, which knows the mode; only the cookie says who somebody is.
        builder.Services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme)
            .AddScheme<AuthenticationSchemeOptions, ApiKeyHandler>(ApiKeyHandler.SchemeName, null);
        if (IsEntra(builder.Configuration)) EntraSignIn.Add(builder);
        else builder.Services.AddAuthentication().AddCookie(CookieAuthenticationDefaults.AuthenticationScheme);
    }

    // Any other mode than Entra is Demo in Development, or refuses to start.
    private static bool IsEntra(IConfiguration configuration) =>
        string.Equals(configuration[$"{SecurityOptions.Section}:{nameof(SecurityOptions.Mode)}"]?.Trim(), nameof(SecurityMode.Entra), StringComparison.OrdinalIgnoreCase);
}
