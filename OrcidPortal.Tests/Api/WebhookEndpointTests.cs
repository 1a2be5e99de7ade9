using System.Net;
using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.Pull.Webhooks;
using OrcidPortal.Simulator;
using OrcidPortal.Tests.Infrastructure;

namespace OrcidPortal.Tests.Api;

public sealed class WebhookEndpointTests
{
    private const string Orcid = "0000-0002-1825-0097";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_change_at_the_registry_is_told_to_the_portal()
    {
        await using var app = new PortalApp(("Jobs:Enabled", "false"), ("Pull:Webhooks", "Connected"), ("Pull:WebhookUrl", "http://localhost:1"));
        var address = app.Listen();
        app.Services.GetRequiredService<IOptions<WebhookOptions>>().Value.WebhookUrl = address.ToString();
        var person = new Person { LocalId = "ada", GivenNames = "Ada", FamilyName = "Lovelace", SortName = "lovelace ada" };
        await app.Services.GetRequiredService<Transactions>().RunAsync((db, _) =>
        {
            db.AddRange(person, new Connection { PersonId = person.Id, Environment = "Simulator", ClientId = SimulatorClient.PortalId, Orcid = Orcid, State = ConnectionState.Connected });
            return Task.CompletedTask;
        }, Stop);
        using var registry = new HttpClient { BaseAddress = new Uri(address, "/simulator/_control/") };

        await app.Services.GetRequiredService<WebhookRegistrar>().RunAsync(Stop);
        (await registry.PostAsJsonAsync($"records/{Orcid}/works", new { title = "On engines", doi = "10.5555/engine.1" }, Stop)).EnsureSuccessStatusCode();
        var delivered = await (await registry.PostAsync(new Uri("webhooks/deliver", UriKind.Relative), null, Stop)).Content.ReadFromJsonAsync<Delivered>(Stop);

        delivered.ShouldBe(new Delivered(1, 1));
        (await app.ReadAsync(db => db.Connections.SingleAsync(Stop))).ReadWantedAt.ShouldNotBeNull();
        (await app.ReadAsync(db => db.WebhookRegistrations.SingleAsync(Stop))).CalledAt.ShouldNotBeNull();
    }

    [Fact]
    public async Task A_wrong_secret_is_answered_like_a_right_one_and_logged_once_without_it()
    {
        await using var app = new PortalApp();
        using var stranger = app.Browser();
        var secrets = Enumerable.Range(0, 20).Select(_ => WebhookSecrets.New()).ToList();

        var answers = new List<HttpStatusCode>();
        foreach (var secret in secrets) answers.Add((await stranger.PostAsync($"/webhooks/orcid/{secret}", null, Stop)).StatusCode);
        using var looked = await stranger.GetAsync($"/webhooks/orcid/{secrets[0]}", Stop);

        answers.ShouldAllBe(status => status == HttpStatusCode.NoContent);
        looked.StatusCode.ShouldBeOneOf(HttpStatusCode.MethodNotAllowed, HttpStatusCode.NotFound, HttpStatusCode.Redirect);
        var warning = app.Log.Where(line => line.StartsWith("Warning", StringComparison.Ordinal) && line.Contains("webhook", StringComparison.Ordinal)).ShouldHaveSingleItem();
        secrets.ShouldAllBe(secret => !warning.Contains(secret, StringComparison.Ordinal));
    }

    private sealed record Delivered(int Sent, int Ok);
}
