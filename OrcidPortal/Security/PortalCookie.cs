using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.Options;

namespace OrcidPortal.Security;

/// <summary>The cookies of the portal: for scripts out of reach, for this site only, and over https only outside Development.</summary>
internal sealed class PortalCookie(IHostEnvironment environment, IOptions<SecurityOptions> security, TimeProvider time)
    : IConfigureNamedOptions<CookieAuthenticationOptions>, IConfigureOptions<AntiforgeryOptions>
{
    public void Configure(CookieAuthenticationOptions options) => Configure(CookieAuthenticationDefaults.AuthenticationScheme, options);

    public void Configure(string? name, CookieAuthenticationOptions options)
    {
        if (name != CookieAuthenticationDefaults.AuthenticationScheme) return;
        Harden(options.Cookie, "session", SameSiteMode.Lax);
        options.TimeProvider = time;
        options.ExpireTimeSpan = security.Value.IdleTime;
        options.SlidingExpiration = true;
        options.LoginPath = "/signin";
        options.ReturnUrlParameter = "returnUrl";
        options.Events = new CookieAuthenticationEvents
        {
            OnValidatePrincipal = RejectEndedSessionAsync,
            OnRedirectToLogin = context => IsForPeople(context.Request) ? Redirect(context) : Status(context, StatusCodes.Status401Unauthorized),
            OnRedirectToAccessDenied = context => IsForPeople(context.Request) ? SignInPages.Denied().ExecuteAsync(context.HttpContext) : Status(context, StatusCodes.Status403Forbidden),
        };
    }

    public void Configure(AntiforgeryOptions options) => Harden(options.Cookie, "form", SameSiteMode.Strict);

    private void Harden(CookieBuilder cookie, string name, SameSiteMode sameSite)
    {
        var httpsOnly = !environment.IsDevelopment();
        cookie.Name = (httpsOnly ? "__Host-" : "") + "orcidportal-" + name;
        cookie.Path = "/";
        cookie.HttpOnly = true;
        cookie.IsEssential = true;
        cookie.SameSite = sameSite;
        cookie.SecurePolicy = httpsOnly ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
    }

    private static async Task RejectEndedSessionAsync(CookieValidatePrincipalContext context)
    {
        var sessions = context.HttpContext.RequestServices.GetRequiredService<Sessions>();
        if (context.Principal is { } principal && await sessions.IsLiveAsync(principal, context.HttpContext.RequestAborted)) return;
        context.RejectPrincipal();
        await context.HttpContext.SignOutAsync(context.Scheme.Name);
    }

    // A program must not be sent to a sign-in page; it would take its 200 for an answer.
    private static bool IsForPeople(HttpRequest request) => !request.Path.StartsWithSegments("/api") && !request.Path.StartsWithSegments("/_blazor") && HttpMethods.IsGet(request.Method);

    private static Task Redirect(RedirectContext<CookieAuthenticationOptions> context)
    {
        context.Response.Redirect(context.RedirectUri);
        return Task.CompletedTask;
    }

    private static Task Status(RedirectContext<CookieAuthenticationOptions> context, int status)
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    }
}
