using System.Security.Claims;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using static OrcidPortal.Tests.Simulator.SimulatorServer;

namespace OrcidPortal.Tests.Simulator.OAuth;

/// <summary>A website with the framework's own OpenID Connect sign-in, knowing nothing of the registry but its address.</summary>
internal sealed class OpenIdClient : IAsyncDisposable
{
    private readonly WebApplication app;

    private OpenIdClient(WebApplication app) => this.app = app;

    /// <summary>Shows the claims of whoever is signed in, and asks everybody else to sign in.</summary>
    public Uri Page => new(new Uri(app.Urls.Single()), "/me");

    public static async Task<OpenIdClient> StartAsync(Uri authority, Action<OpenIdConnectOptions>? configure = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddAuthorization();
        builder.Services.AddAuthentication(o =>
        {
            o.DefaultScheme = CookieAuthenticationDefaults.AuthenticationScheme;
            o.DefaultChallengeScheme = OpenIdConnectDefaults.AuthenticationScheme;
        }).AddCookie().AddOpenIdConnect(o =>
        {
            o.Authority = authority.ToString().TrimEnd('/');
            o.RequireHttpsMetadata = false;
            o.BackchannelHttpHandler = new SocketsHttpHandler { UseProxy = false };
            (o.ClientId, o.ClientSecret) = (Client, Secret);
            (o.ResponseType, o.ResponseMode) = ("code", "query");
            o.Scope.Clear();
            o.Scope.Add("openid");
            o.MapInboundClaims = false;
            o.AccessDeniedPath = "/denied";
            foreach (var cookie in (CookieBuilder[])[o.NonceCookie, o.CorrelationCookie]) (cookie.SameSite, cookie.SecurePolicy) = (SameSiteMode.Lax, CookieSecurePolicy.SameAsRequest);
            configure?.Invoke(o);
        });
        var app = builder.Build();
        app.UseAuthentication().UseAuthorization();
        app.MapGet("/me", (ClaimsPrincipal user) => user.Claims.GroupBy(c => c.Type).ToDictionary(c => c.Key, c => c.First().Value)).RequireAuthorization();
        app.MapGet("/denied", () => "The person said no.");
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new(app);
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync(CancellationToken.None);
        await app.DisposeAsync();
    }
}
