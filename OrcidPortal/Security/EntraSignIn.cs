using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Extensions.Options;
using Microsoft.Identity.Web;
using Microsoft.IdentityModel.JsonWebTokens;

namespace OrcidPortal.Security;

/// <summary>Sign-in with Microsoft Entra, or another OpenID provider, by Microsoft.Identity.Web. What the provider says becomes an account and a session; its own claims do not enter the cookie.</summary>
internal sealed partial class EntraSignIn(IOptions<SecurityOptions> security, ILogger<EntraSignIn> logger) : IPostConfigureOptions<OpenIdConnectOptions>
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
        // Microsoft.Identity.Web brings a token handler of its own, which the option does not reach.
        options.MapInboundClaims = false;
        if (options.TokenHandler is JsonWebTokenHandler handler) handler.MapInboundClaims = false;
        options.SaveTokens = false;
        var (onToken, onTicket) = (options.Events.OnTokenValidated, options.Events.OnTicketReceived);
        options.Events.OnTokenValidated = async context =>
        {
            await onToken(context);
            ReadFacts(context);
        };
        options.Events.OnTicketReceived = async context =>
        {
            await onTicket(context);
            await BeginAsync(context);
        };
        options.Events.OnRemoteFailure = context =>
        {
            LogFailed(context.Failure?.GetType().Name, context.Failure);
            context.HandleResponse();
            return SignInPages.SignInFailed().ExecuteAsync(context.HttpContext);
        };
    }

    private void ReadFacts(TokenValidatedContext context)
    {
        if (Facts(context) is { } facts) context.HttpContext.Items[typeof(SignInFacts)] = facts;
        else context.Fail("The sign-in does not name the account: look at Security:SubjectClaim.");
    }

    // Not before: the nonce, which ties the token to this browser, is checked after the event of the token.
    private static async Task BeginAsync(TicketReceivedContext context)
    {
        if (context.HttpContext.Items[typeof(SignInFacts)] is not SignInFacts facts) throw new InvalidOperationException("A ticket came without a token.");
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

    // The identity libraries leave names and tokens out of what they throw.
    [LoggerMessage(LogLevel.Warning, "A sign-in failed: {Kind}")]
    private partial void LogFailed(string? kind, Exception? exception);
}
