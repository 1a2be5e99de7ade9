using System.Net;
using System.Security.Claims;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;
using OrcidPortal.Security;
using OrcidPortal.Tests.Infrastructure;

namespace OrcidPortal.Tests.Security;

/// <summary>Sign-in by OpenID Connect: the real handlers, and a provider whose key the test holds.</summary>
public sealed class EntraSignInTests
{
    private const string Issuer = "https://login.example.org/tenant/v2.0";
    private static readonly RsaSecurityKey Key = new(RSA.Create(2048)) { KeyId = "test" };

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_sign_in_makes_an_account_with_its_roles_and_ties_the_person_it_names()
    {
        await using var app = App(("Security:PersonClaim", "employeeid"));
        var person = await SignInTests.PersonAsync(app, "p-17");
        using var browser = app.Browser(https: true);

        using var answer = await SignInAsync(browser, "/works?a=b", ("oid", "object-1"), ("sub", "pairwise-1"), ("name", "Ann Ame"), ("preferred_username", "Ann@Example.edu"), ("roles", "Researcher"), ("roles", "SomethingElse"), ("employeeid", "p-17"));
        var account = await app.ReadAsync(db => db.Accounts.SingleAsync(Stop));

        answer.Headers.Location!.OriginalString.ShouldBe("/works?a=b");
        (account.Issuer, account.Subject, account.Name, account.Email, account.PersonId).ShouldBe((Issuer, "object-1", "Ann Ame", "ann@example.edu", person.Id));
        account.Roles.ShouldBe([Roles.Researcher]);
        (await SignInTests.StatusAsync(browser, "/works")).ShouldBe(HttpStatusCode.OK);
        (await SignInTests.StatusAsync(browser, "/curation")).ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task The_same_account_keeps_its_row_and_takes_the_roles_of_the_last_sign_in()
    {
        await using var app = App(("Security:SubjectClaim", "sub"));
        using var before = app.Browser(https: true);
        using var after = app.Browser(https: true);
        using var admin = await SignInAsync(before, "/", ("sub", "s1"), ("roles", "Admin"));
        var asAdmin = await SignInTests.StatusAsync(before, "/admin");

        using var curator = await SignInAsync(after, "/", ("sub", "s1"), ("roles", "Curator"));

        asAdmin.ShouldBe(HttpStatusCode.OK);
        (await app.ReadAsync(db => db.Accounts.CountAsync(Stop))).ShouldBe(1);
        (await SignInTests.StatusAsync(after, "/curation")).ShouldBe(HttpStatusCode.OK);
        (await SignInTests.StatusAsync(before, "/admin")).ShouldBe(HttpStatusCode.Redirect);
    }

    [Theory]
    [InlineData("https://login.evil.example/tenant/v2.0", "client", null)]
    [InlineData(Issuer, "another-client", null)]
    [InlineData(Issuer, "client", "another-nonce")]
    public async Task A_token_of_another_issuer_audience_or_sign_in_is_refused(string issuer, string audience, string? nonce)
    {
        await using var app = App();
        using var browser = app.Browser(https: true);

        using var answer = await SignInAsync(browser, "/", issuer, audience, nonce, ("sub", "s1"), ("roles", "Admin"));

        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await answer.Content.ReadAsStringAsync(Stop)).ShouldContain("Signing in did not work");
        (await app.ReadAsync(db => db.Accounts.CountAsync(Stop))).ShouldBe(0);
    }

    private static PortalApp App(params IReadOnlyList<(string, string?)> settings) => new(
        [("Security:Mode", "Entra"), ("AzureAd:Instance", "https://login.example.org/"), ("AzureAd:TenantId", "tenant"), ("AzureAd:ClientId", "client"), .. settings])
    {
        Change = services => services.PostConfigure<OpenIdConnectOptions>(OpenIdConnectDefaults.AuthenticationScheme, o =>
        {
            o.Configuration = new OpenIdConnectConfiguration { Issuer = Issuer, AuthorizationEndpoint = "https://login.example.org/authorize", EndSessionEndpoint = "https://login.example.org/logout" };
            o.Configuration.SigningKeys.Add(Key);
            o.ConfigurationManager = new StaticConfigurationManager<OpenIdConnectConfiguration>(o.Configuration);
            o.TokenValidationParameters.IssuerValidator = null;
            o.TokenValidationParameters.ValidIssuer = Issuer;
        }),
    };

    private static Task<HttpResponseMessage> SignInAsync(HttpClient browser, string returnUrl, params (string Type, string Value)[] claims) =>
        SignInAsync(browser, returnUrl, Issuer, "client", null, claims);

    /// <summary>Challenge, the provider's page, and the form it posts back.</summary>
    private static async Task<HttpResponseMessage> SignInAsync(HttpClient browser, string returnUrl, string issuer, string audience, string? nonce, params (string Type, string Value)[] claims)
    {
        using var challenge = await browser.GetAsync($"/signin?returnUrl={Uri.EscapeDataString(returnUrl)}", Stop);
        challenge.Headers.Location!.Host.ShouldBe("login.example.org");
        var asked = QueryHelpers.ParseQuery(challenge.Headers.Location.Query);
        var token = new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Issuer = issuer,
            Audience = audience,
            Subject = new ClaimsIdentity([.. claims.Select(c => new Claim(c.Type, c.Value)), new Claim("nonce", nonce ?? asked["nonce"].ToString())]),
            SigningCredentials = new SigningCredentials(Key, SecurityAlgorithms.RsaSha256),
        });
        return await browser.PostAsync(new Uri(asked["redirect_uri"].ToString()), new FormUrlEncodedContent([new("id_token", token), new("state", asked["state"].ToString())]), Stop);
    }
}
