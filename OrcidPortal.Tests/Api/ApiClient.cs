using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using OrcidPortal.Tests.Infrastructure;

namespace OrcidPortal.Tests.Api;

/// <summary>A portal with one API key, and what a script does with it.</summary>
internal sealed class ApiClient : IAsyncDisposable
{
    public const string Key = "a-key-of-the-tests-0001";
    private readonly PortalApp _app = new(("Api:Keys:0:Key", Key), ("Api:Keys:0:Role", "Curator"), ("Api:Keys:0:Name", "tests"));

    public ApiClient()
    {
        Http = _app.Browser();
        Http.DefaultRequestHeaders.Authorization = new("Bearer", Key);
    }

    public HttpClient Http { get; }
    public PortalApp App => _app;

    public async Task<(int Status, JsonNode? Body)> SendAsync(HttpMethod method, string path, object? body = null)
    {
        using var request = new HttpRequestMessage(method, path);
        if (body is string raw) request.Content = new StringContent(raw, Encoding.UTF8, "application/json");
        else if (body is not null) request.Content = JsonContent.Create(body);
        return await ReadAsync(await Http.SendAsync(request, TestContext.Current.CancellationToken));
    }

    public Task<(int Status, JsonNode? Body)> GetAsync(string path) => SendAsync(HttpMethod.Get, path);

    public async Task<(int Status, JsonNode? Body)> ImportAsync(string content, string fileName, string person, string? format = null)
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent(Encoding.UTF8.GetBytes(content)), "file", fileName }, { new StringContent(person), "person" } };
        if (format is not null) form.Add(new StringContent(format), "format");
        return await ReadAsync(await Http.PostAsync("/api/v1/imports", form, TestContext.Current.CancellationToken));
    }

    /// <summary>Asks again until the answer is as wanted, at most a minute.</summary>
    public async Task<JsonNode> UntilAsync(string path, Func<JsonNode, bool> wanted)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromMinutes(1));
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(200));
        while (true)
        {
            var (_, body) = await GetAsync(path);
            if (body is not null && wanted(body)) return body;
            await timer.WaitForNextTickAsync(patience.Token);
        }
    }

    public ValueTask DisposeAsync()
    {
        Http.Dispose();
        return _app.DisposeAsync();
    }

    private static async Task<(int, JsonNode?)> ReadAsync(HttpResponseMessage answer)
    {
        using (answer)
        {
            var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            return ((int)answer.StatusCode, text.Length == 0 ? null : JsonNode.Parse(text));
        }
    }
}
