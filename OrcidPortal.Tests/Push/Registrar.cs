using System.Net.Http.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OrcidPortal.Simulator;

namespace OrcidPortal.Tests.Push;

/// <summary>The simulator by itself, on a port of its own.</summary>
internal sealed class Registrar : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly HttpClient _control;

    private Registrar(WebApplication app)
    {
        _app = app;
        _control = new HttpClient { BaseAddress = new Uri(app.Urls.First().TrimEnd('/') + "/_control/") };
    }

    public string Url => _app.Urls.First();

    public static async Task<Registrar> StartAsync()
    {
        var app = SimulatorHost.Build(["simulator"], b =>
        {
            b.WebHost.UseUrls("http://127.0.0.1:0");
            b.Logging.ClearProviders();
        });
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new Registrar(app);
    }

    /// <summary>A new person at the registry, without works.</summary>
    public async Task<string> AddPersonAsync(string given, string family)
    {
        var answer = await _control.PostAsJsonAsync("people", new { givenNames = given, familyName = family }, TestContext.Current.CancellationToken);
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<NewPerson>(TestContext.Current.CancellationToken))!.Orcid;
    }

    public string Grant(string orcid, string scopes = "/read-limited /activities/update") =>
        _app.Services.GetRequiredService<SimulatorTokens>().Grant(orcid, null, scopes)!;

    public Task AddWorkAsync(string orcid, string title, string? doi = null, string? date = null, string source = SimulatorClient.CrossrefId) =>
        PostAsync($"records/{orcid}/works", new { title, doi, date, source });

    /// <summary>Puts an item of any kind on a record, as ORCID's API takes it.</summary>
    public async Task<long> AddItemAsync(string orcid, string section, string xml, string source = SimulatorClient.CrossrefId, string visibility = "public")
    {
        using var body = new StringContent(xml);
        var answer = await _control.PostAsync(new Uri($"records/{orcid}/items/{section}?source={source}&visibility={visibility}", UriKind.Relative), body, TestContext.Current.CancellationToken);
        answer.IsSuccessStatusCode.ShouldBeTrue(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        return (await answer.Content.ReadFromJsonAsync<NewItem>(TestContext.Current.CancellationToken))!.PutCode;
    }

    /// <summary>The person changes who sees an item, or which version they prefer.</summary>
    public async Task ShowAsync(string orcid, string section, long putCode, object change) =>
        (await _control.PatchAsJsonAsync($"records/{orcid}/items/{section}/{putCode}", change, TestContext.Current.CancellationToken)).EnsureSuccessStatusCode();

    public async Task RemoveWorkAsync(string orcid, long putCode) =>
        (await _control.DeleteAsync(new Uri($"records/{orcid}/works/{putCode}", UriKind.Relative), TestContext.Current.CancellationToken)).EnsureSuccessStatusCode();

    public Task FaultAsync(object fault) => PostAsync("faults", fault);

    /// <summary>Sets the registry's clock.</summary>
    public void SetClock(DateTimeOffset now) => Store.ClockOffset = now - TimeProvider.System.GetUtcNow();

    /// <param name="standing"><c>locked</c>, <c>deactivated</c> ...</param>
    public Task SetStandingAsync(string orcid, string standing) => ChangePersonAsync(orcid, new { standing });

    /// <summary>The person changes name or biography, or who may see them.</summary>
    public async Task ChangePersonAsync(string orcid, object change) =>
        (await _control.PatchAsJsonAsync($"people/{orcid}", change, TestContext.Current.CancellationToken)).EnsureSuccessStatusCode();

    /// <summary>The person had two records; what stood in the first is gone.</summary>
    public async Task MergeAsync(string orcid, string into) =>
        (await _control.PatchAsJsonAsync($"people/{orcid}", new { standing = "deprecated", primaryOrcid = into }, TestContext.Current.CancellationToken)).EnsureSuccessStatusCode();

    public Task RevokeAsync(string orcid) => PostAsync("tokens/revoke", new { orcid });

    /// <summary>Who is called back about which record.</summary>
    public async Task<IReadOnlyList<Webhook>> WebhooksAsync() =>
        (await _control.GetFromJsonAsync<Webhooks>(new Uri("webhooks", UriKind.Relative), TestContext.Current.CancellationToken))!.Items;

    /// <summary>What the portal's client may ask for from now on; <c>*</c>: everything.</summary>
    public async Task AllowAsync(string scopes) =>
        (await _control.PatchAsJsonAsync($"clients/{SimulatorClient.PortalId}", new { scopes }, TestContext.Current.CancellationToken)).EnsureSuccessStatusCode();

    /// <summary>Clients' own tokens are valid no longer.</summary>
    public void EndClientTokens() => Store.Run(state => state.Tokens.Where(t => t.Orcid is null).ToList().ForEach(t => state.Save(t with { End = OrcidPortal.Simulator.Store.TokenEnd.RevokedByClient })));

    /// <summary>How many tokens clients have got for themselves.</summary>
    public int ClientTokens => Store.Run(state => state.Tokens.Count(t => t.Orcid is null));

    /// <summary>The works on a record.</summary>
    public async Task<IReadOnlyList<HeldWork>> WorksAsync(string orcid) =>
        (await _control.GetFromJsonAsync<HeldRecord>(new Uri($"records/{orcid}", UriKind.Relative), TestContext.Current.CancellationToken))!.Works;

    /// <summary>How many lines ORCID has put into the person's inbox.</summary>
    public async Task<int> NoticesAsync(string orcid) =>
        (await _control.GetFromJsonAsync<HeldRecord>(new Uri($"records/{orcid}", UriKind.Relative), TestContext.Current.CancellationToken))!.Notices;

    /// <summary>Calls on the member API for one record, as <c>METHOD path-after-the-iD</c>.</summary>
    public Task<IReadOnlyList<string>> CallsAsync(string orcid) => CallsAsync(orcid, isPublic: false);

    /// <summary>The same on the public API.</summary>
    public Task<IReadOnlyList<string>> PublicCallsAsync(string orcid) => CallsAsync(orcid, isPublic: true);

    private async Task<IReadOnlyList<string>> CallsAsync(string orcid, bool isPublic)
    {
        var calls = (await _control.GetFromJsonAsync<Calls>(new Uri($"calls?orcid={orcid}", UriKind.Relative), TestContext.Current.CancellationToken))!;
        return [.. calls.Items.Where(c => c.Path.Contains("/v3.0/", StringComparison.Ordinal) && c.Path.Contains("/pub/", StringComparison.Ordinal) == isPublic).Select(c => $"{c.Method} {c.Path[(c.Path.IndexOf(orcid, StringComparison.Ordinal) + orcid.Length)..]}")];
    }

    /// <summary>Keeps what calls say from now on.</summary>
    public async Task RecordBodiesAsync() =>
        (await _control.PutAsJsonAsync("calls", new { bodies = true }, TestContext.Current.CancellationToken)).EnsureSuccessStatusCode();

    /// <summary>What calls with this verb said for one record.</summary>
    public async Task<IReadOnlyList<string>> BodiesAsync(string orcid, string method)
    {
        var calls = (await _control.GetFromJsonAsync<Calls>(new Uri($"calls?orcid={orcid}&method={method}&bodies=true", UriKind.Relative), TestContext.Current.CancellationToken))!;
        return [.. calls.Items.Select(c => c.RequestBody ?? "")];
    }

    /// <summary>Calls that write.</summary>
    public async Task<IReadOnlyList<string>> WritesAsync(string orcid) =>
        [.. (await CallsAsync(orcid)).Where(c => !c.StartsWith("GET", StringComparison.Ordinal)).Select(c => c.Split('/')[0] + "/" + c.Split('/')[1])];

    public async ValueTask DisposeAsync()
    {
        _control.Dispose();
        await _app.DisposeAsync();
    }

    private OrcidPortal.Simulator.Store.Registry Store => _app.Services.GetRequiredService<OrcidPortal.Simulator.Store.Registry>();

    private async Task PostAsync(string path, object body)
    {
        var answer = await _control.PostAsJsonAsync(path, body, TestContext.Current.CancellationToken);
        answer.IsSuccessStatusCode.ShouldBeTrue(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    public sealed record HeldWork(long PutCode, string Title, string? SourceClientId);

    private sealed record HeldRecord(IReadOnlyList<HeldWork> Works, int Notices);

    public sealed record Webhook(string Orcid, string Url);

    private sealed record Webhooks(IReadOnlyList<Webhook> Items);

    private sealed record NewPerson(string Orcid);

    private sealed record NewItem(long PutCode);

    private sealed record Calls(IReadOnlyList<Call> Items);

    private sealed record Call(string Method, string Path, int Status, string? RequestBody);
}
