using System.Text;
using static OrcidPortal.Tests.Simulator.SimulatorServer;

namespace OrcidPortal.Tests.Simulator.OAuth;

/// <summary>Clients registered and changed while the registry runs.</summary>
public sealed class ClientsTests : IDisposable
{
    private const string Id = "APP-0123456789ABCDEF";
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("orcid-simulator");

    private string StateFile => Path.Combine(folder.FullName, "simulator.json");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task A_client_made_here_serves_at_once_and_after_a_restart_and_its_secret_is_told_once()
    {
        string secret, list;
        await using (var server = await StartAsync(StateFile))
        {
            var made = await server.ControlAsync("POST", "clients", new { id = Id, name = "Library", redirectUris = "https://library.example/back https://other.example/", scopes = "/authenticate /read-public" });
            secret = made.GetProperty("secret").GetString()!;
            list = (await server.ControlAsync("GET", "clients")).GetRawText();
        }
        await using var again = await StartAsync(StateFile);

        var token = await again.FormAsync("oauth/token", null, ("client_id", Id), ("client_secret", secret), ("grant_type", "client_credentials"), ("scope", "/read-public"));
        var page = await again.OpenAsync(Journey.AuthorizePath("/authenticate", Id, "https://other.example/anywhere"));

        token.Status.ShouldBe(200);
        page.Body.ShouldContain("<strong>Library</strong>");
        list.ShouldContain("""{"id":"APP-0123456789ABCDEF","name":"Library","public":false,"scopes":"/authenticate /read-public","redirectUris":["https://library.example/back","https://other.example/"],"locked":false,"deactivated":false}""");
        list.ShouldContain(Client);
        list.ShouldNotContain(secret);
        list.ShouldNotContain(Secret);
    }

    [Theory]
    [InlineData("{\"id\":\"app-1\"}", 400)]
    [InlineData("{\"id\":\"APP-ORCIDPORTALDEMO1\"}", 409)]
    [InlineData("{\"scopes\":\"/fly\"}", 400)]
    [InlineData("{\"redirectUris\":\"javascript:alert(1)\"}", 400)]
    [InlineData("{\"name\":\" \"}", 400)]
    public async Task A_client_that_cannot_be_is_refused(string body, int status)
    {
        await using var server = await StartAsync();

        (await server.SendAsync("POST", "_control/clients", body: body, type: "application/json")).Status.ShouldBe(status);
    }

    [Theory]
    [InlineData("/authenticate", 200)]
    [InlineData("openid", 200)]
    [InlineData("/read-limited", 400)]
    [InlineData("/activities/update", 400)]
    public async Task A_public_client_may_only_ask_who_somebody_is(string scope, int status)
    {
        await using var server = await StartAsync();
        await server.ControlAsync("POST", "clients", new { id = Id, @public = true, redirectUris = "http://localhost:*/" });

        var page = await server.OpenAsync(Journey.AuthorizePath(scope, Id));

        page.Status.ShouldBe(status);
        if (status == 400) page.Body.ShouldContain($"invalid_scope: Invalid scope: {scope}");
    }

    [Fact]
    public async Task A_public_client_may_only_read_what_is_public_by_itself()
    {
        await using var server = await StartAsync();
        await server.ControlAsync("POST", "clients", new { id = Id, secret = "s", @public = true });

        async Task<Received> AskAsync(string scope) => await server.FormAsync("oauth/token", null, ("client_id", Id), ("client_secret", "s"), ("grant_type", "client_credentials"), ("scope", scope));

        (await AskAsync("/read-public")).Status.ShouldBe(200);
        (await AskAsync("/webhook")).Body.ShouldBe("""{"error":"invalid_scope","error_description":"Invalid scope: /webhook"}""");
    }

    [Fact]
    public async Task A_client_without_a_secret_cannot_be_anybody()
    {
        await using var server = await StartAsync(settings: [("Simulator:Clients:0:Id", Id), ("Simulator:Clients:0:Name", "Known by name only")]);
        using var request = new HttpRequestMessage(HttpMethod.Post, "oauth/token") { Content = new FormUrlEncodedContent([new("grant_type", "client_credentials"), new("scope", "/read-public")]) };
        request.Headers.Authorization = new("Basic", Convert.ToBase64String(Encoding.ASCII.GetBytes(Id + ":")));

        (await server.SendAsync(request)).Body.ShouldBe("""{"error":"invalid_client","error_description":"Bad client credentials"}""");
    }

    [Theory]
    [InlineData("locked", "client_locked: The client OrcidPortal demo is locked.")]
    [InlineData("deactivated", "client_deactivated: The client OrcidPortal demo is deactivated.")]
    public async Task A_client_that_is_stopped_is_shown_so_on_a_page_until_it_is_set_free_or_everything_reset(string what, string words)
    {
        await using var server = await StartAsync();

        async Task SetAsync(bool value) => await server.ControlAsync("PATCH", $"clients/{Client}", new Dictionary<string, bool> { [what] = value });
        async Task<Received> AskAsync() => await server.OpenAsync(Journey.AuthorizePath());

        await SetAsync(true);
        var stopped = await AskAsync();
        await SetAsync(false);
        var free = await AskAsync();
        await SetAsync(true);
        await server.ControlAsync("POST", "reset");
        var reset = await AskAsync();

        (stopped.Status, free.Status, reset.Status).ShouldBe((400, 200, 200));
        stopped.Body.ShouldContain(words);
    }

    [Fact]
    public async Task What_a_change_does_not_say_stays_and_a_star_allows_everything_again()
    {
        await using var server = await StartAsync();
        await server.ControlAsync("PATCH", $"clients/{Client}", new { scopes = "/authenticate" });

        var refused = await server.OpenAsync(Journey.AuthorizePath());
        var changed = await server.ControlAsync("PATCH", $"clients/{Client}", new { scopes = "*" });
        var allowed = await server.OpenAsync(Journey.AuthorizePath());

        refused.Body.ShouldContain("Invalid scope: /read-limited");
        (changed.GetProperty("name").GetString(), changed.GetProperty("scopes").GetString()).ShouldBe(("OrcidPortal demo", "*"));
        allowed.Status.ShouldBe(200);
        (await server.SendAsync("PATCH", "_control/clients/APP-NOBODY", body: "{}", type: "application/json")).Status.ShouldBe(404);
    }
}
