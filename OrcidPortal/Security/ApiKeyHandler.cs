using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace OrcidPortal.Security;

/// <summary>Signs in a call of the REST API by <c>Authorization: Bearer &lt;api key&gt;</c>; answers with problem details.</summary>
internal sealed class ApiKeyHandler(ApiKeyRing keys, IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory loggers, UrlEncoder encoder)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, loggers, encoder)
{
    public const string SchemeName = "ApiKey";
    private const string Bearer = "Bearer ";

    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization.ToString();
        if (!header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase)) return Task.FromResult(AuthenticateResult.NoResult());
        var holder = keys.Find(header[Bearer.Length..].Trim());
        if (holder is null) return Task.FromResult(AuthenticateResult.Fail("The API key is not known."));
        var claims = Roles.Known([holder.Role]).Select(r => new Claim(PortalClaims.Role, r)).Append(new Claim(PortalClaims.Name, holder.Name));
        var principal = new ClaimsPrincipal(new ClaimsIdentity(claims, SchemeName, PortalClaims.Name, PortalClaims.Role));
        return Task.FromResult(AuthenticateResult.Success(new AuthenticationTicket(principal, SchemeName)));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.Headers.WWWAuthenticate = "Bearer";
        return Results.Problem("Send Authorization: Bearer <api key> with a key of this portal.", title: "No valid API key", statusCode: StatusCodes.Status401Unauthorized)
            .ExecuteAsync(Context);
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) =>
        Results.Problem("The role of this API key does not allow this.", title: "Not allowed", statusCode: StatusCodes.Status403Forbidden).ExecuteAsync(Context);
}
