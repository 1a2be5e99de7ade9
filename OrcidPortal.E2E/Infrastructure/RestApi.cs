using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;

namespace OrcidPortal.E2E.Infrastructure;

/// <summary>The REST API in the hands of another system of the institution, with a curator's key.</summary>
internal sealed class RestApi(PortalServer portal)
{
    private const string Key = "e2e-0123456789-abcdef";

    /// <summary>Settings that let this caller in, for <see cref="PortalServer.StartAsync"/>.</summary>
    public static IReadOnlyList<(string Key, string Value)> Settings { get; } = [("Api:Keys:0:Key", Key), ("Api:Keys:0:Role", "Curator"), ("Api:Keys:0:Name", "Browser tests")];

    /// <summary>Hands in a file and waits until its import is done.</summary>
    /// <param name="person">The local id.</param>
    /// <param name="bibliography">A file in one of the formats that are imported.</param>
    /// <param name="name">The file's name: an entry is told from others by its key and by this.</param>
    public async Task<ImportAnswer> ImportAsync(string person, byte[] bibliography, string name = "works.bib")
    {
        using var content = new MultipartFormDataContent { { new StringContent(person), "person" }, { new ByteArrayContent(bibliography), "file", name } };
        var accepted = await SendAsync<ImportAnswer>(HttpMethod.Post, "imports", content);
        return await Eventually.IsAsync(() => SendAsync<ImportAnswer>(HttpMethod.Get, $"imports/{accepted.Id}"), i => i.State is "Done" or "Failed", $"import for {person} done", seconds: 120);
    }

    /// <summary>Adds records of a person or brings them up to date.</summary>
    /// <param name="person">The local id.</param>
    /// <param name="records">As the API takes them.</param>
    /// <returns>What became of each, in their order.</returns>
    public Task<IReadOnlyList<SavedRecordAnswer>> SaveAsync(string person, IEnumerable<object> records) =>
        SendAsync<IReadOnlyList<SavedRecordAnswer>>(HttpMethod.Post, $"people/{person}/records", JsonContent.Create(new { source = "library", records }));

    /// <summary>Says that a record is no longer the person's; who did not hear the answer may say so again.</summary>
    public Task EndAsync(string person, Guid record) => SendAsync<object>(HttpMethod.Delete, $"people/{person}/records/{record}", again: HttpStatusCode.NotFound);

    /// <summary>Asks for sending now.</summary>
    /// <param name="person">The local id.</param>
    public Task SendNowAsync(string person) => SendAsync<object>(HttpMethod.Post, "sync-items/send", JsonContent.Create(new { person }));

    /// <summary>How many items stand in each state, at most ten seconds old.</summary>
    public async Task<IReadOnlyDictionary<string, int>> CountsAsync() => (await SendAsync<StatsAnswer>(HttpMethod.Get, "stats")).States;

    private async Task<T> SendAsync<T>(HttpMethod method, string path, HttpContent? content = null, HttpStatusCode? again = null)
    {
        using var request = new HttpRequestMessage(method, $"api/v1/{path}") { Content = content };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Key);
        using var answer = await portal.Client.SendAsync(request, TestContext.Current.CancellationToken);
        if (answer.StatusCode == again || answer.StatusCode == HttpStatusCode.NoContent) return default!;
        answer.IsSuccessStatusCode.ShouldBeTrue($"{method} {path}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)}");
        return (await answer.Content.ReadFromJsonAsync<T>(TestContext.Current.CancellationToken))!;
    }

    private sealed record StatsAnswer(IReadOnlyDictionary<string, int> States);
}

internal sealed record SavedRecordAnswer(string Id, string Outcome, Guid? RecordId);

internal sealed record ImportAnswer(Guid Id, string? State, int Read, int Added, int Rejected);
