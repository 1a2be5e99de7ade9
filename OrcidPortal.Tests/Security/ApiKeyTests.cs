using System.Net;
using System.Net.Http.Headers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using OrcidPortal.Security;
using OrcidPortal.Tests.Infrastructure;

namespace OrcidPortal.Tests.Security;

/// <summary>Who gets through with an API key.</summary>
public sealed class ApiKeyTests
{
    private const string CuratorKey = "curator-secret-0123456789";
    private const string AdminKey = "admin-secret-0123456789";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(CuratorKey, HttpStatusCode.OK, HttpStatusCode.Forbidden)]
    [InlineData(AdminKey, HttpStatusCode.OK, HttpStatusCode.OK)]
    [InlineData("curator-secret-012345678", HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized)]
    [InlineData("", HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized)]
    [InlineData(null, HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized)]
    public async Task A_key_opens_what_its_role_may(string? key, HttpStatusCode curator, HttpStatusCode admin)
    {
        await using var app = App();
        using var program = app.Browser();
        if (key is not null) program.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", $"Bearer {key}");

        using var asCurator = await program.GetAsync("/test/curator", Stop);
        using var asAdmin = await program.GetAsync("/test/admin", Stop);

        asCurator.StatusCode.ShouldBe(curator);
        asAdmin.StatusCode.ShouldBe(admin);
        if (admin != HttpStatusCode.OK) asAdmin.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        if (curator == HttpStatusCode.Unauthorized) asCurator.Headers.WwwAuthenticate.ShouldContain(new AuthenticationHeaderValue("Bearer"));
    }

    [Fact]
    public async Task The_caller_is_named_by_the_name_of_the_key_and_the_key_is_never_logged()
    {
        await using var app = App();
        using var program = app.Browser();
        program.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", CuratorKey);

        var named = await program.GetStringAsync("/test/curator", Stop);

        named.ShouldBe("ApiKey Repository");
        app.Log.ShouldNotContain(line => line.Contains(CuratorKey));
    }

    [Fact]
    public async Task A_signed_in_browser_is_no_caller_of_the_API_and_a_key_opens_no_page()
    {
        await using var app = App();
        using var browser = await app.SignedInAsync("admin");
        using var program = app.Browser();
        program.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", AdminKey);

        (await SignInTests.StatusAsync(browser, "/test/admin")).ShouldBe(HttpStatusCode.Unauthorized);
        (await SignInTests.StatusAsync(program, "/")).ShouldBe(HttpStatusCode.Redirect);
    }

    private static PortalApp App() => new(
        ("Api:Keys:0:Key", CuratorKey), ("Api:Keys:0:Role", "Curator"), ("Api:Keys:0:Name", "Repository"),
        ("Api:Keys:1:Key", AdminKey), ("Api:Keys:1:Role", "Admin"), ("Api:Keys:1:Name", "Operations"))
    {
        Change = services => services.AddSingleton<IStartupFilter>(new Endpoints()),
    };

    /// <summary>Two endpoints that carry the API's policies, so that this test does not depend on what the API offers.</summary>
    private sealed class Endpoints : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.MapWhen(context => context.Request.Path.StartsWithSegments("/test", StringComparison.Ordinal), test =>
            {
                test.UseRouting();
                test.UseAuthorization();
                test.UseEndpoints(e =>
                {
                    e.MapGet("/test/curator", (HttpContext context) => $"{ApiCaller.Of(context.User).Kind} {ApiCaller.Of(context.User).Name}").RequireAuthorization(Policies.ApiCurator);
                    e.MapGet("/test/admin", () => "").RequireAuthorization(Policies.ApiAdmin);
                });
            });
            next(app);
        };
    }
}
