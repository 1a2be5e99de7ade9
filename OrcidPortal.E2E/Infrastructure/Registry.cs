using System.Net.Http.Json;

namespace OrcidPortal.E2E.Infrastructure;

/// <summary>The simulator as somebody inside ORCID sees it: what stands on records, which calls came in, and what shall go wrong.</summary>
internal sealed class Registry(PortalServer portal)
{
    public const string Josiah = "0000-0002-1825-0097";
    public const string Laure = "0000-0001-5109-3700";

    private const string PortalClient = "APP-ORCIDPORTALDEMO1";

    /// <summary>What the portal has put on a record.</summary>
    public async Task<IReadOnlyList<RegistryWork>> WorksFromPortalAsync(string orcid) =>
        [.. (await GetAsync<RegistryRecord>($"records/{orcid}")).Works.Where(w => w.SourceClientId == PortalClient)];

    /// <summary>All calls about a record, in the order they were answered.</summary>
    public async Task<IReadOnlyList<RegistryCall>> CallsAsync(string orcid) => (await GetAsync<RegistryCalls>($"calls?orcid={orcid}")).Items;

    /// <summary>The calls that change a record's activities, as <c>METHOD section</c>: <c>POST works</c>, <c>PUT work</c>.</summary>
    public async Task<IReadOnlyList<string>> WritesAsync(string orcid) =>
        [.. from call in await CallsAsync(orcid) where call.Method != "GET" && call.Path.StartsWith("/v3.0/", StringComparison.Ordinal) select $"{call.Method} {call.Path.Split('/')[3]}"];

    /// <summary>Lets something go wrong with the next request that matches.</summary>
    /// <param name="fault">As the control API takes it: method, path, orcid, count; status, delayMs, cutBefore, cutAfter, body.</param>
    public async Task BreakAsync(object fault)
    {
        using var answer = await portal.Client.PostAsJsonAsync("simulator/_control/faults", fault, TestContext.Current.CancellationToken);
        answer.EnsureSuccessStatusCode();
    }

    private async Task<T> GetAsync<T>(string path) => (await portal.Client.GetFromJsonAsync<T>($"simulator/_control/{path}", TestContext.Current.CancellationToken))!;

    private sealed record RegistryRecord(IReadOnlyList<RegistryWork> Works);

    private sealed record RegistryCalls(IReadOnlyList<RegistryCall> Items);
}

/// <param name="SourceClientId">Who added it; null: the person.</param>
internal sealed record RegistryWork(long PutCode, string Title, string? SourceClientId);

/// <param name="Path">Without the simulator's prefix.</param>
internal sealed record RegistryCall(string Method, string Path, int Status);
