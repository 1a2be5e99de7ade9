using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Primitives;
using Microsoft.Extensions.Time.Testing;
using OrcidPortal.Connect;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.Security;
using OrcidPortal.Tests.Infrastructure;

namespace OrcidPortal.Tests.Connect;

/// <summary>The portal on a port with its simulator, and a person who walks from the one to the other and back.</summary>
internal sealed class ConnectHouse : IAsyncDisposable
{
    public const string Josiah = "0000-0002-1825-0097";
    public const string Laure = "0000-0001-5109-3700";
    public const string Browser = "the-value-in-the-cookie-of-this-browser-43c";

    private readonly HttpClient _registry;

    private ConnectHouse(PortalApp app, FakeTimeProvider clock, Uri address)
    {
        (App, Clock, Address) = (app, clock, address);
        _registry = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(address, "/simulator/") };
    }

    public PortalApp App { get; }
    public FakeTimeProvider Clock { get; }
    public Uri Address { get; }
    public Uri Redirect => new(Address, "/connect/orcid/callback");
    public OrcidLink Link => App.Services.GetRequiredService<OrcidLink>();
    public Tokens Tokens => App.Services.GetRequiredService<Tokens>();
    public Revocations Revocations => App.Services.GetRequiredService<Revocations>();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static ConnectHouse Open(params IReadOnlyList<(string Key, string? Value)> settings)
    {
        var clock = new FakeTimeProvider(TestDatabase.Start);
        var app = new PortalApp([("Orcid:CallTimeout", "00:00:05"), .. settings]) { Clock = clock };
        return new ConnectHouse(app, clock, app.Listen());
    }

    /// <summary>Somebody with an account who is signed in.</summary>
    public async Task<SignedIn> UserAsync(string localId, string given = "Josiah", string family = "Carberry")
    {
        await App.Services.GetRequiredService<People>().SaveAsync(localId, new PersonFields(given, family, null, null), Actor.CommandLine, Stop);
        var facts = new SignInFacts(DemoAccounts.Issuer, localId, given, null, [Roles.Researcher], localId);
        var principal = await App.Services.GetRequiredService<SignIns>().BeginAsync(facts, Stop);
        return (await App.Services.GetRequiredService<Sessions>().FindAsync(principal, Stop))!;
    }

    public Task<StartResult> StartAsync(SignedIn user) => Link.StartAsync(user.Person!.Id, user.AccountId, Browser, Redirect, "en", Stop);

    public Task<FinishResult> FinishAsync(SignedIn user, WayBack back, string browser = Browser) => Link.FinishAsync(back.State, back.Code, back.Error, browser, user, Redirect, Stop);

    /// <summary>The whole way, as <paramref name="orcid"/> at the registry.</summary>
    public async Task<FinishResult> ConnectAsync(SignedIn user, string orcid, string? scope = null) => await FinishAsync(user, await WalkAsync(await StartAsync(user), orcid, scope: scope));

    /// <summary>What a browser does at the registry: asked, the person answers, and is sent back.</summary>
    public async Task<WayBack> WalkAsync(StartResult start, string orcid, bool deny = false, string? scope = null)
    {
        await ControlAsync("consent", new { orcid, deny, scope });
        using var answer = await _registry.GetAsync(start.AuthorizeUrl, Stop);
        answer.StatusCode.ShouldBeOneOf(HttpStatusCode.Found, HttpStatusCode.SeeOther);
        var back = answer.Headers.Location!;
        back.AbsolutePath.ShouldBe(Redirect.AbsolutePath);
        var query = QueryHelpers.ParseQuery(back.Query);
        return new WayBack(Single(query, "state"), Single(query, "code"), Single(query, "error"), back);
    }

    public async Task ControlAsync(string what, object body)
    {
        using var done = await _registry.PostAsJsonAsync($"_control/{what}", body, Stop);
        done.IsSuccessStatusCode.ShouldBeTrue(await done.Content.ReadAsStringAsync(Stop));
    }

    /// <summary>How often the registry was called at a path.</summary>
    public async Task<int> CallsAsync(string path)
    {
        var calls = await _registry.GetFromJsonAsync<JsonElement>("_control/calls", Stop);
        return calls.GetProperty("items").EnumerateArray().Count(c => c.GetProperty("path").GetString()!.EndsWith(path, StringComparison.Ordinal));
    }

    /// <summary>Whether the registry takes the token.</summary>
    public async Task<bool> IsTokenGoodAsync(string orcid, string token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"v3.0/{orcid}/works") { Headers = { { "Authorization", $"Bearer {token}" }, { "Accept", "application/json" } } };
        using var answer = await _registry.SendAsync(request, Stop);
        return answer.IsSuccessStatusCode;
    }

    public Task<Connection> ConnectionAsync(SignedIn user) => App.ReadAsync(db => db.Connections.SingleAsync(c => c.PersonId == user.Person!.Id, Stop));

    public async ValueTask DisposeAsync()
    {
        _registry.Dispose();
        await App.DisposeAsync();
    }

    private static string? Single(Dictionary<string, StringValues> query, string name) => query.TryGetValue(name, out var value) ? value.ToString() : null;
}

/// <summary>What the registry sends along.</summary>
internal sealed record WayBack(string? State, string? Code, string? Error, Uri Url);
