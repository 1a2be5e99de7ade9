using static OrcidPortal.Tests.Simulator.SimulatorServer;

namespace OrcidPortal.Tests.Simulator.Webhooks;

public sealed class WebhookEndpointTests
{
    private const string Callback = "https://example.org/orcid/changed?who=0000-0001&next=/a%2Fb";

    [Fact]
    public async Task A_webhook_is_registered_once_and_removed_by_its_client()
    {
        await using var server = await StartAsync();
        var token = await server.WebhookTokenAsync();
        var path = WebhookCalls.Path(Laure, Callback);

        var first = await server.SendAsync("PUT", path, token);
        var again = await server.SendAsync("PUT", path, token);
        var shown = (await server.WebhooksAsync()).ShouldHaveSingleItem();
        var removed = await server.SendAsync("DELETE", path, token);
        var gone = await server.SendAsync("DELETE", path, token);

        (first.Status, first.Body, first.Location).ShouldBe((201, "", $"{server.Http.BaseAddress}{path}"));
        (again.Status, again.Location).ShouldBe((204, null));
        (shown.GetProperty("orcid").GetString(), shown.GetProperty("url").GetString(), shown.GetProperty("clientId").GetString()).ShouldBe((Laure, Callback, Client));
        removed.Status.ShouldBe(204);
        (gone.Status, gone.Code).ShouldBe((404, 9028));
        gone.Message.ShouldBe($"No webhook found for orcid={Laure}, and uri={Callback}.");
        (await server.WebhooksAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Only_the_client_that_registered_it_may_remove_it()
    {
        await using var server = await StartAsync();
        await server.RegisterAsync(Laure, Callback);
        var other = await server.WebhookTokenAsync(OtherClient);

        var joined = await server.SendAsync("PUT", WebhookCalls.Path(Laure, Callback), other);
        var removed = await server.SendAsync("DELETE", WebhookCalls.Path(Laure, Callback), other);

        joined.Status.ShouldBe(204);
        (removed.Status, removed.Code).ShouldBe((403, 9014));
        (await server.WebhooksAsync()).ShouldHaveSingleItem().GetProperty("clientId").GetString().ShouldBe(Client);
    }

    [Theory]
    [InlineData("mailto:me@example.org")]
    [InlineData("ftp://example.org/x")]
    [InlineData("file:///etc/passwd")]
    [InlineData("http://")]
    [InlineData("http://exa mple.org")]
    [InlineData("http://user:secret@example.org/")]
    [InlineData("example.org:99999/x")]
    [InlineData("javascript:alert(1)")]
    [InlineData("")]
    [InlineData("http://example.org/\u0001")]
    public async Task An_address_that_cannot_be_called_is_refused(string url)
    {
        await using var server = await StartAsync();

        var answer = await server.SendAsync("PUT", WebhookCalls.Path(Laure, url), await server.WebhookTokenAsync());

        (answer.Status, answer.Code).ShouldBe((400, 9012), url);
        answer.Message.ShouldContain("is syntactically incorrect");
        (await server.WebhooksAsync()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("PUT", Xml)]
    [InlineData("DELETE", Json)]
    public async Task An_unknown_record_is_not_found_in_the_language_that_was_asked_for(string method, string language)
    {
        await using var server = await StartAsync();

        var answer = await server.SendAsync(method, WebhookCalls.Path("0000-0002-5391-5437", Callback), await server.WebhookTokenAsync(), accept: language);

        (answer.Status, answer.Code, answer.Type).ShouldBe((404, 9011, language));
    }

    [Fact]
    public async Task It_takes_a_token_with_the_scope()
    {
        await using var server = await StartAsync();

        var nobody = await server.SendAsync("PUT", WebhookCalls.Path(Laure, Callback));
        var stranger = await server.SendAsync("PUT", WebhookCalls.Path(Laure, Callback), "no-such-token");
        var reader = await server.SendAsync("PUT", WebhookCalls.Path(Laure, Callback), await server.TokenAsync(null, "/read-public"));
        var writer = await server.SendAsync("PUT", WebhookCalls.Path(Laure, Callback), await server.TokenAsync(Laure));

        (nobody.Status, stranger.Status).ShouldBe((403, 401));
        (reader.Status, reader.Code).ShouldBe((403, 9038));
        (writer.Status, writer.Code).ShouldBe((403, 9038));
        (await server.WebhooksAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task It_can_only_be_put_and_removed()
    {
        await using var server = await StartAsync();

        foreach (var method in (string[])["GET", "POST"])
        {
            var answer = await server.SendAsync(method, WebhookCalls.Path(Laure, Callback), await server.WebhookTokenAsync());
            (answer.Status, answer.Code).ShouldBe((405, 9001));
        }
    }

    [Fact]
    public async Task The_call_is_written_down_and_can_be_made_to_fail_like_any_other()
    {
        await using var server = await StartAsync();
        await server.ControlAsync("POST", "faults", new { path = "/*/webhook/*", status = 503 });

        var failed = await server.SendAsync("PUT", WebhookCalls.Path(Laure, Callback), await server.WebhookTokenAsync());
        await server.RegisterAsync(Laure, Callback);

        failed.Status.ShouldBe(503);
        var calls = (await server.ControlAsync("GET", $"calls?orcid={Laure}")).GetProperty("items").EnumerateArray().ToList();
        calls.Select(c => c.GetProperty("status").GetInt32()).ShouldBe([503, 201]);
        calls[1].GetProperty("path").GetString().ShouldBe("/" + WebhookCalls.Path(Laure, Callback));
        calls[1].GetProperty("clientId").GetString().ShouldBe(Client);
    }

    [Fact]
    public async Task Webhooks_outlast_a_restart_and_end_with_a_reset()
    {
        var folder = Directory.CreateTempSubdirectory("orcid-simulator");
        try
        {
            var file = Path.Combine(folder.FullName, "state.json");
            await using (var server = await StartAsync(file))
            {
                await server.RegisterAsync(Laure, Callback);
                await server.RegisterAsync(Josiah, "https://example.org/gone");
                await server.SendAsync("DELETE", WebhookCalls.Path(Josiah, "https://example.org/gone"), await server.WebhookTokenAsync());
            }
            await using var again = await StartAsync(file);

            (await again.WebhooksAsync()).ShouldHaveSingleItem().GetProperty("url").GetString().ShouldBe(Callback);
            await again.ControlAsync("POST", "reset");
            (await again.WebhooksAsync()).ShouldBeEmpty();
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
