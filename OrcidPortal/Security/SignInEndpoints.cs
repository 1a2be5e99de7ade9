using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;

namespace OrcidPortal.Security;

/// <summary>The ways in and out: <c>/signin</c>, <c>/signout</c>, and in Development <c>/signin/demo</c>.</summary>
internal static class SignInEndpoints
{
    private const string Cookie = CookieAuthenticationDefaults.AuthenticationScheme;
    private const string OpenId = OpenIdConnectDefaults.AuthenticationScheme;

    public static void Map(WebApplication app, bool demo)
    {
        app.MapGet("/signout", ShowSignOut).AllowAnonymous();
        app.MapPost("/signout", (HttpContext context, IAntiforgery antiforgery, Sessions sessions) => SignOutAsync(context, antiforgery, sessions, demo)).AllowAnonymous();
        if (demo)
        {
            app.MapGet("/signin", (string? returnUrl) => Results.LocalRedirect($"/signin/demo?returnUrl={Uri.EscapeDataString(LocalUrl.Clean(returnUrl))}")).AllowAnonymous();
            app.MapGet("/signin/demo", (string? returnUrl) => SignInPages.DemoAccountsList(LocalUrl.Clean(returnUrl))).AllowAnonymous();
            app.MapGet("/signin/demo/{account}", SignInDemoAsync).AllowAnonymous();
            return;
        }
        app.MapGet("/signin", (string? returnUrl) => Results.Challenge(new AuthenticationProperties { RedirectUri = LocalUrl.Clean(returnUrl) }, [OpenId])).AllowAnonymous();
    }

    private static async Task<IResult> SignInDemoAsync(string account, string? returnUrl, HttpContext context, SignIns signIns)
    {
        if (DemoAccounts.Find(account) is not { } demo) return SignInPages.UnknownDemoAccount();
        var facts = new SignInFacts(DemoAccounts.Issuer, demo.Name, demo.DisplayName, demo.Email, [demo.Role], demo.Name);
        await context.SignInAsync(Cookie, await signIns.BeginAsync(facts, context.RequestAborted));
        return Results.LocalRedirect(LocalUrl.Clean(returnUrl));
    }

    private static IResult ShowSignOut(HttpContext context, IAntiforgery antiforgery)
    {
        if (context.User.Identity is not { IsAuthenticated: true }) return SignInPages.SignedOut();
        var tokens = antiforgery.GetAndStoreTokens(context);
        return SignInPages.ConfirmSignOut(tokens.FormFieldName, tokens.RequestToken!);
    }

    private static async Task<IResult> SignOutAsync(HttpContext context, IAntiforgery antiforgery, Sessions sessions, bool demo)
    {
        if (!await antiforgery.IsRequestValidAsync(context)) return SignInPages.SignOutNotSent();
        await sessions.EndAsync(context.User, context.RequestAborted);
        return Results.SignOut(new AuthenticationProperties { RedirectUri = "/signout" }, demo ? [Cookie] : [Cookie, OpenId]);
    }
}
