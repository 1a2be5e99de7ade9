using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.WebUtilities;
using OrcidPortal.Connect;
using OrcidPortal.Push;
using OrcidPortal.Security;

namespace OrcidPortal.Pages.Connect;

/// <summary>
/// The way to ORCID and back: <c>POST /connect/orcid/start</c> and <c>GET /connect/orcid/callback</c>. The cookie set by the first ties the second
/// to the same browser, so that nobody can make somebody else finish a connection.
/// </summary>
internal static class OrcidCallback
{
    private const string CallbackPath = "/connect/orcid/callback";
    private const int BrowserValueLength = 43;

    public static void MapOrcidCallback(this WebApplication app)
    {
        app.MapPost("/connect/orcid/start", StartAsync).RequireAuthorization(Policies.Researcher);
        app.MapGet(CallbackPath, FinishAsync).RequireAuthorization(Policies.Researcher);
    }

    private static async Task<IResult> StartAsync(HttpContext context, IAntiforgery antiforgery, CurrentUser current, OrcidLink link)
    {
        if (!await antiforgery.IsRequestValidAsync(context)) return Result("form");
        if (await current.GetAsync(context.RequestAborted) is not { Person: { } person } user) return Result("account");
        var browserValue = Base64UrlTextEncoder.Encode(RandomNumberGenerator.GetBytes(32));
        context.Response.Cookies.Append(CookieName(context.Request), browserValue, CookieOptions(context.Request));
        var start = await link.StartAsync(person.Id, user.AccountId, browserValue, Callback(context.Request), CultureInfo.CurrentUICulture.Name, context.RequestAborted);
        return new SeeOther(start.AuthorizeUrl.AbsoluteUri);
    }

    private static async Task<IResult> FinishAsync(string? state, string? code, string? error, HttpContext context, CurrentUser current, OrcidLink link, ReadJob firstRead)
    {
        if (await current.GetAsync(context.RequestAborted) is not { } user) return Result("account");
        var browserValue = context.Request.Cookies[CookieName(context.Request)] is { Length: BrowserValueLength } value ? value : "";
        var result = await link.FinishAsync(state, code, error, browserValue, user, Callback(context.Request), context.RequestAborted);
        if (result is not FinishResult.Connected connected) return Result(Outcome(result));
        context.Response.Cookies.Delete(CookieName(context.Request), CookieOptions(context.Request));
        firstRead.StartNow(connected.PersonId);
        return connected.MissingScopes.Length == 0 ? Results.LocalRedirect("/first-sync") : Result("scopes");
    }

    /// <summary>The word in the address of the result page; it tells nothing about the person.</summary>
    private static string Outcome(FinishResult result) => result switch
    {
        FinishResult.Denied => "denied",
        FinishResult.StateExpired => "expired",
        FinishResult.StateUsed => "used",
        FinishResult.StateInvalid => "invalid",
        FinishResult.TakenByAnother => "taken",
        FinishResult.OtherIdThanBefore => "other-id",
        FinishResult.Unreachable => "unreachable",
        _ => "refused",
    };

    private static IResult Result(string outcome) => Results.LocalRedirect($"/connect/orcid/result?outcome={outcome}");

    private static Uri Callback(HttpRequest request) => new($"{request.Scheme}://{request.Host}{request.PathBase}{CallbackPath}");

    private static string CookieName(HttpRequest request) => request.IsHttps ? "__Host-orcidportal-connect" : "orcidportal-connect";

    // Lax: the way back comes from another site.
    private static CookieOptions CookieOptions(HttpRequest request) => new()
    {
        HttpOnly = true, IsEssential = true, MaxAge = TimeSpan.FromMinutes(10), Path = "/", SameSite = SameSiteMode.Lax, Secure = request.IsHttps,
    };
}
