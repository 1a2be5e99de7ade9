using System.Security.Claims;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Extensions.Options;
using Microsoft.Identity.Web;

namespace OrcidPortal.Security;

/// <summary>Sign-in with Microsoft Entra, or another OpenID provider, by Microsoft.Identity.Web. What the provider says becomes an account and a session; its own claims do not enter the cookie.</summary>
internal sealed class EntraSignIn(IOptions<SecurityOptions> security) : IPostConfigureOptions<OpenIdConnectOptions>
{
    public static void Add(WebApplicationBuilder builder)
    {
        builder.Services.AddAuthentication().AddMicrosoftIdentityWebApp(
            builder.Configuration.GetSection("AzureAd"), OpenIdConnectDefaults.AuthenticationScheme, CookieAuthenticationDefaults.AuthenticationScheme);
        builder.Services.AddSingleton<IPostConfigureOptions<OpenIdConnectOptions>, EntraSignIn>();
    }

    public void PostConfigure(string? name, OpenIdConnectOptions options)
    {
        // Claims by the names of the token, as the settings SubjectClaim and PersonClaim name them.
        options.MapInboundClaims = false;
        options.SaveTokens = false;
        var before = options.Events.OnTokenValidated;
        options.Events.OnTokenValidated = async context =>
        {
            await before(context);
            await BeginAsync(context);
        };
        options.Events.OnRemoteFailure = context =>
        {
            context.HandleResponse();
            return SignInPages.SignInFailed().ExecuteAsync(context.HttpContext);
        };
    }

    private async Task BeginAsync(TokenValidatedContext context)
    {
        if (Facts(context) is not { } facts)
        {
            context.Fail("The sign-in does not name the account: look at Security:SubjectClaim.");
            return;
        }
        context.Principal = await context.HttpContext.RequestServices.GetRequiredService<SignIns>().BeginAsync(facts, context.HttpContext.RequestAborted);
    }

    private SignInFacts? Facts(TokenValidatedContext context)
    {
        if (context.Principal is not { } principal) return null;
        var settings = security.Value;
        var subject = string.IsNullOrWhiteSpace(settings.SubjectClaim) ? First(principal, "oid", "sub") : First(principal, settings.SubjectClaim);
        var person = string.IsNullOrWhiteSpace(settings.PersonClaim) ? null : First(principal, settings.PersonClaim);
        var roles = principal.FindAll("roles").Select(c => c.Value);
        return SignInFacts.Create(context.SecurityToken.Issuer, subject, First(principal, "name"), First(principal, "email", "preferred_username"), roles, person);
    }

    private static string? First(ClaimsPrincipal principal, params ReadOnlySpan<string> types)
    {
        foreach (var type in types)
            if (principal.FindFirstValue(type) is { Length: > 0 } value) return value;
        return null;
    }
}
