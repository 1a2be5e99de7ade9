using System.Net.Http.Json;
using System.Text.Json.Serialization;
using OrcidPortal.E2E.Benchmarks;

namespace OrcidPortal.E2E.Infrastructure;

/// <summary>The simulator as somebody inside ORCID sees it: what stands on records, which calls came in, and what shall go wrong.</summary>
internal sealed class Registry
{
    public const string Josiah = "0000-0002-1825-0097";
    public const string Laure = "0000-0001-5109-3700";

    private const int Endless = 100_000_000;
    private const string PortalClient = "APP-ORCIDPORTALDEMO1";

    private readonly Func<HttpClient> _client;
    private readonly string _root;

    /// <summary>The one inside a portal.</summary>
    public Registry(PortalServer portal) => (_client, _root) = (() => portal.Client, "simulator/_control/");

    /// <summary>One by itself.</summary>
    public Registry(SimulatorProcess simulator) => (_client, _root) = (() => simulator.Http, "_control/");

    /// <summary>Somebody new, without works, and a token of the portal's for their record.</summary>
    public async Task<(string Orcid, string Token)> AddPersonAsync(string givenNames, string familyName, string scope)
    {
        var orcid = (await PostAsync<RegistryPerson>("people", new { givenNames, familyName })).Orcid;
        return (orcid, (await PostAsync<RegistryToken>("tokens", new { orcid, scope })).Token);
    }

    /// <summary>What the portal has put on a record.</summary>
    public async Task<IReadOnlyList<RegistryWork>> WorksFromPortalAsync(string orcid) =>
        [.. (await GetAsync<RegistryRecord>($"records/{orcid}")).Works.Where(w => w.SourceClientId == PortalClient)];

    /// <summary>How many lines the portal has caused in the inbox of the record's owner.</summary>
    public async Task<int> NoticesAsync(string orcid) => (await GetAsync<RegistryRecord>($"records/{orcid}")).Notices;

    /// <summary>All calls about a record, in the order they were answered.</summary>
    public async Task<IReadOnlyList<RegistryCall>> CallsAsync(string orcid) => (await GetAsync<RegistryCalls>($"calls?orcid={orcid}")).Items;

    /// <summary>The calls that change a record's activities, as <c>METHOD section</c>: <c>POST works</c>, <c>PUT work</c>.</summary>
    public async Task<IReadOnlyList<string>> WritesAsync(string orcid) =>
        [.. from call in await CallsAsync(orcid) where call.Method != "GET" && call.Path.StartsWith("/v3.0/", StringComparison.Ordinal) select $"{call.Method} {call.Path.Split('/')[3]}"];

    /// <summary>Whether somebody is told when the record changes.</summary>
    public async Task<bool> HasWebhookAsync(string orcid) => (await GetAsync<RegistryWebhooks>("webhooks")).Items.Any(w => w.Orcid == orcid);

    /// <summary>Crossref adds a work to a record.</summary>
    public async Task AddForeignWorkAsync(string orcid, string title, string doi)
    {
        using var answer = await _client().PostAsJsonAsync($"{_root}records/{orcid}/works", new { title, doi, date = "2024-05", source = "APP-CROSSREFDEMO0001" }, TestContext.Current.CancellationToken);
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>Lets something go wrong with the next request that matches.</summary>
    /// <param name="fault">As the control API takes it: method, path, orcid, count, share; status, delayMs, cutBefore, cutAfter, body.</param>
    public async Task BreakAsync(object fault)
    {
        using var answer = await _client().PostAsJsonAsync($"{_root}faults", fault, TestContext.Current.CancellationToken);
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>From now on every call of the member API takes a while, and of one in twenty the answer is lost.</summary>
    /// <param name="seed">Of the dice.</param>
    public async Task TroubleAsync(int seed)
    {
        await BreakAsync(new { path = "/v3.0/*", delayMs = 150, cutAfter = true, share = 0.05, seed, count = Endless });
        await BreakAsync(new { path = "/v3.0/*", delayMs = 150, count = Endless });
    }

    /// <summary>How many calls came in since <see cref="TroubleAsync"/>, and how many of these heard nothing.</summary>
    public async Task<(int Calls, int LostAnswers)> TroublesAsync()
    {
        var left = (await GetAsync<RegistryFaults>("faults")).Items;
        return (left.Sum(f => Endless - f.Count), Endless - left[0].Count);
    }

    /// <summary>Nothing goes wrong any more.</summary>
    public async Task MendAsync()
    {
        using var answer = await _client().DeleteAsync(new Uri($"{_root}faults", UriKind.Relative), TestContext.Current.CancellationToken);
        answer.EnsureSuccessStatusCode();
    }

    private async Task<T> GetAsync<T>(string path) => (await _client().GetFromJsonAsync<T>(_root + path, TestContext.Current.CancellationToken))!;

    private async Task<T> PostAsync<T>(string path, object body)
    {
        using var answer = await _client().PostAsJsonAsync(_root + path, body, TestContext.Current.CancellationToken);
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<T>(TestContext.Current.CancellationToken))!;
    }

    private sealed record RegistryRecord(IReadOnlyList<RegistryWork> Works, int Notices);

    private sealed record RegistryWebhooks(IReadOnlyList<RegistryWebhook> Items);

    private sealed record RegistryWebhook(string Orcid);

    private sealed record RegistryCalls(IReadOnlyList<RegistryCall> Items);

    private sealed record RegistryPerson(string Orcid);

    private sealed record RegistryToken([property: JsonPropertyName("access_token")] string Token);

    private sealed record RegistryFaults(IReadOnlyList<RegistryFault> Items);

    private sealed record RegistryFault(int Count);
}

/// <param name="SourceClientId">Who added it; null: the person.</param>
internal sealed record RegistryWork(long PutCode, string Title, string? SourceClientId, IReadOnlyList<RegistryIdentifier> ExternalIds)
{
    /// <summary>By these the registry tells it from others of the same client.</summary>
    public IEnumerable<string> SelfIds => ExternalIds.Where(i => i.Relationship == "self").Select(i => $"{i.Type}:{i.Normalized}");
}

internal sealed record RegistryIdentifier(string Type, string Normalized, string Relationship);

/// <param name="Path">Without the simulator's prefix.</param>
internal sealed record RegistryCall(string Method, string Path, int Status);
