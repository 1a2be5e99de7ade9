using System.Text.Json;
using static OrcidPortal.Tests.Simulator.SimulatorServer;

namespace OrcidPortal.Tests.Simulator.Webhooks;

/// <summary>What webhook tests do to the registry.</summary>
internal static class WebhookCalls
{
    public static Task<string> WebhookTokenAsync(this SimulatorServer server, string clientId = Client) => server.TokenAsync(null, "/webhook", clientId);

    public static string Path(string orcid, string url) => $"{orcid}/webhook/{Uri.EscapeDataString(url)}";

    public static async Task RegisterAsync(this SimulatorServer server, string orcid, string url, string clientId = Client) =>
        (await server.SendAsync("PUT", Path(orcid, url), await server.WebhookTokenAsync(clientId))).Status.ShouldBe(201);

    /// <summary>Something on the record becomes different, a second later.</summary>
    public static async Task ChangeAsync(this SimulatorServer server, string orcid)
    {
        server.Time.Advance(TimeSpan.FromSeconds(1));
        await server.ControlAsync("PATCH", $"people/{orcid}", new { biography = server.Time.GetUtcNow().ToString("O") });
    }

    /// <returns>Calls made, succeeded, failed, left for the next run.</returns>
    public static async Task<(int Sent, int Ok, int Failed, int Skipped)> DeliverAsync(this SimulatorServer server)
    {
        var count = await server.ControlAsync("POST", "webhooks/deliver");
        return (Number("sent"), Number("ok"), Number("failed"), Number("skipped"));

        int Number(string name) => count.GetProperty(name).GetInt32();
    }

    public static async Task<IReadOnlyList<JsonElement>> WebhooksAsync(this SimulatorServer server) =>
        [.. (await server.ControlAsync("GET", "webhooks")).GetProperty("items").EnumerateArray()];
}
