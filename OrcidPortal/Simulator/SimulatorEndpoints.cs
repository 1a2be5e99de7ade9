using OrcidPortal.Simulator.Control;
using OrcidPortal.Simulator.MemberApi;
using OrcidPortal.Simulator.OAuth;
using OrcidPortal.Simulator.Screens;
using OrcidPortal.Simulator.Webhooks;

namespace OrcidPortal.Simulator;

/// <summary>Which address leads where. Nothing here asks for the portal's sign-in: a registry is a world of its own.</summary>
internal static class SimulatorEndpoints
{
    private const string AnyRecord = "/{orcid:regex(^[0-9]{{4}}-[0-9]{{4}}-[0-9]{{4}}-[0-9]{{3}}[0-9X]$)}";

    /// <param name="app">Where to.</param>
    /// <param name="prefix"><c>/simulator</c> inside the portal, nothing when it stands alone.</param>
    public static void MapTo(IEndpointRouteBuilder app, string prefix)
    {
        var group = app.MapGroup(prefix).AllowAnonymous().DisableAntiforgery().ExcludeFromDescription();

        group.MapGet("/", http => Screen.WriteAsync(http, 200, Get<HomeScreen>(http).Build(http, prefix)));
        group.MapGet("/style.css", Screen.WriteStyleAsync);
        group.MapGet("/{orcid}", http => Get<RecordPage>(http).ShowAsync(http, prefix));

        group.MapGet("/oauth/authorize", http => Get<AuthorizeEndpoint>(http).AskAsync(http, prefix));
        group.MapPost("/oauth/authorize", http => Get<AuthorizeEndpoint>(http).DecideAsync(http, prefix));
        group.Map("/oauth/token", http => Get<TokenEndpoint>(http).TokenAsync(http, prefix, "/oauth/token"));
        group.Map("/pub/oauth/token", http => Get<TokenEndpoint>(http).TokenAsync(http, prefix, "/pub/oauth/token"));
        group.Map("/oauth/revoke", http => Get<TokenEndpoint>(http).RevokeAsync(http));
        group.MapMethods("/oauth/userinfo", ["GET", "POST"], http => Get<OpenIdEndpoint>(http).ShowUserAsync(http));
        group.MapGet("/oauth/jwks", http => Get<OpenIdEndpoint>(http).ShowKeysAsync(http));
        group.MapGet("/.well-known/openid-configuration", http => Get<OpenIdEndpoint>(http).DiscoverAsync(http, prefix));

        // The pages link to each other by bare names: with a client's question below /oauth, without one beside the records.
        foreach (var place in (string[])["", "/oauth"])
        {
            group.MapGet(place + "/signin", http => Get<SignInEndpoint>(http).ShowAsync(http, prefix, new(http.Request.Query)));
            group.MapPost(place + "/signin", http => Get<SignInEndpoint>(http).SignInAsync(http, prefix));
            group.MapPost(place + "/signout", http => Get<SignInEndpoint>(http).SignOutAsync(http, prefix));
            group.MapGet(place + "/register", http => RegisterEndpoint.ShowAsync(http, prefix));
            group.MapPost(place + "/register", http => Get<RegisterEndpoint>(http).RegisterAsync(http, prefix));
        }
        group.MapGet("/my-orcid", http => Get<SignInEndpoint>(http).ShowOwnRecordAsync(http, prefix));
        group.MapGet("/userStatus.json", http => Get<UserStatusEndpoint>(http).AnswerAsync(http, prefix));

        foreach (var path in new[] { "/status", "/apiStatus", "/pubStatus" }) group.MapGet(path, Versions.StatusAsync);
        foreach (var root in new[] { "", "/pub" })
        {
            group.Map(root + "/{version:regex(^v[0-9].*)}/{**rest}", http => Get<Versions>(http).OtherAsync(http, prefix, root));
            group.Map(root + AnyRecord + "/{**rest:minlength(1)}", http => Get<Versions>(http).MissingAsync(http, prefix, root));
        }
        group.Map(AnyRecord + "/webhook/{**callback}", http => Get<WebhookEndpoint>(http).HandleAsync(http, prefix));
        group.Map("/v3.0/{**rest}", http => Get<ApiEndpoint>(http).HandleAsync(http, prefix, isPublic: false));
        group.Map("/pub/v3.0/{**rest}", http => Get<ApiEndpoint>(http).HandleAsync(http, prefix, isPublic: true));

        ControlCalls.MapTo(group.MapGroup("/_control"), prefix);
    }

    private static T Get<T>(HttpContext http)
        where T : notnull => http.RequestServices.GetRequiredService<T>();
}
