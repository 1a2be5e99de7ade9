using static OrcidPortal.Tests.Simulator.SimulatorServer;

namespace OrcidPortal.Tests.Simulator.Webhooks;

public sealed class WebhookDeliveryTests
{
    [Fact]
    public async Task A_changed_record_is_told_once_with_an_empty_body_and_no_credentials()
    {
        await using var server = await StartAsync();
        await using var receiver = await CallbackReceiver.StartAsync();
        await server.RegisterAsync(Laure, receiver.Url + "hook?who=laure");
        await server.RegisterAsync(Josiah, receiver.Url + "other");

        (await server.DeliverAsync()).ShouldBe((0, 0, 0, 0));
        await server.ChangeAsync(Laure);
        (await server.DeliverAsync()).ShouldBe((1, 1, 0, 0));
        (await server.DeliverAsync()).ShouldBe((0, 0, 0, 0));

        var call = receiver.Calls.ShouldHaveSingleItem();
        (call.Method, call.Target, call.Body).ShouldBe(("POST", "/hook?who=laure", ""));
        call.Headers.Order(StringComparer.Ordinal).ShouldBe(["Content-Length: 0", $"Host: {new Uri(receiver.Url).Authority}"]);
    }

    [Fact]
    public async Task A_write_of_the_client_itself_is_told_too()
    {
        await using var server = await StartAsync();
        await using var receiver = await CallbackReceiver.StartAsync();
        await server.RegisterAsync(Laure, receiver.Url);

        server.Time.Advance(TimeSpan.FromSeconds(1));
        (await server.SendAsync("POST", $"v3.0/{Laure}/work", await server.TokenAsync(Laure), WorkBodies.Work())).Status.ShouldBe(201);

        (await server.DeliverAsync()).ShouldBe((1, 1, 0, 0));
    }

    [Fact]
    public async Task An_address_without_a_scheme_is_called_over_http()
    {
        await using var server = await StartAsync();
        await using var receiver = await CallbackReceiver.StartAsync();
        await server.RegisterAsync(Laure, new Uri(receiver.Url).Authority + "/plain?next=http://example.org/");

        await server.ChangeAsync(Laure);

        (await server.DeliverAsync()).ShouldBe((1, 1, 0, 0));
        receiver.Calls.Single().Target.ShouldBe("/plain?next=http://example.org/");
    }

    [Theory]
    [InlineData(200, 1, 0)]
    [InlineData(299, 1, 0)]
    [InlineData(302, 0, 1)]
    [InlineData(404, 0, 1)]
    [InlineData(500, 0, 1)]
    public async Task Only_2xx_is_success_and_no_redirect_is_followed(int status, int ok, int failed)
    {
        await using var server = await StartAsync();
        await using var receiver = await CallbackReceiver.StartAsync();
        receiver.Answers = _ => Task.FromResult(status);
        await server.RegisterAsync(Laure, receiver.Url);
        await server.ChangeAsync(Laure);

        (await server.DeliverAsync()).ShouldBe((1, ok, failed, 0));

        receiver.Calls.Count.ShouldBe(1);
        (await server.WebhooksAsync()).Single().GetProperty("lastStatus").GetInt32().ShouldBe(status);
    }

    [Fact]
    public async Task A_failed_call_is_tried_again_after_ten_minutes_then_twenty_until_it_succeeds()
    {
        await using var server = await StartAsync(null, ("Simulator:WebhookInterval", "1.00:00:00"));
        await using var receiver = await CallbackReceiver.StartAsync();
        receiver.Answers = _ => Task.FromResult(500);
        await server.RegisterAsync(Laure, receiver.Url);
        await server.ChangeAsync(Laure);

        (await server.DeliverAsync()).Failed.ShouldBe(1);
        server.Time.Advance(TimeSpan.FromMinutes(10) - TimeSpan.FromMilliseconds(1));
        (await server.DeliverAsync()).Sent.ShouldBe(0);
        server.Time.Advance(TimeSpan.FromMilliseconds(1));
        (await server.DeliverAsync()).Failed.ShouldBe(1);
        server.Time.Advance(TimeSpan.FromMinutes(19));
        (await server.DeliverAsync()).Sent.ShouldBe(0);
        (await server.WebhooksAsync()).Single().GetProperty("failedAttempts").GetInt32().ShouldBe(2);
        receiver.Answers = _ => Task.FromResult(204);
        server.Time.Advance(TimeSpan.FromMinutes(1));
        (await server.DeliverAsync()).Ok.ShouldBe(1);

        var told = (await server.WebhooksAsync()).Single();
        (told.GetProperty("failedAttempts").GetInt32(), told.GetProperty("isDue").GetBoolean()).ShouldBe((0, false));
    }

    [Fact]
    public async Task A_client_that_has_enough_is_left_alone_for_the_rest_of_the_run_and_called_in_the_next()
    {
        await using var server = await StartAsync();
        await using var receiver = await CallbackReceiver.StartAsync();
        receiver.Answers = http => Task.FromResult(http.Request.Path.StartsWithSegments("/busy", StringComparison.Ordinal) ? 429 : 204);
        for (var i = 0; i < 25; i++) await server.RegisterAsync(Laure, $"{receiver.Url}busy/{i}");
        await server.RegisterAsync(Laure, receiver.Url + "free", OtherClient);
        await server.ChangeAsync(Laure);

        var (sent, ok, failed, skipped) = await server.DeliverAsync();

        sent.ShouldBeInRange(2, 11);
        (ok, failed, skipped).ShouldBe((1, 0, 25));
        (await server.WebhooksAsync()).ShouldAllBe(w => w.GetProperty("failedAttempts").GetInt32() == 0);
        receiver.Answers = _ => Task.FromResult(204);
        (await server.DeliverAsync()).ShouldBe((25, 25, 0, 0));
    }

    [Fact]
    public async Task A_change_while_it_is_told_is_told_again_in_the_next_run()
    {
        await using var server = await StartAsync();
        await using var receiver = await CallbackReceiver.StartAsync();
        await server.RegisterAsync(Laure, receiver.Url);
        receiver.Answers = async _ =>
        {
            await server.ChangeAsync(Laure);
            receiver.Answers = _ => Task.FromResult(204);
            return 204;
        };
        await server.ChangeAsync(Laure);

        (await server.DeliverAsync()).ShouldBe((1, 1, 0, 0));
        (await server.DeliverAsync()).ShouldBe((1, 1, 0, 0));
        (await server.DeliverAsync()).ShouldBe((0, 0, 0, 0));
    }

    [Fact]
    public async Task A_webhook_removed_while_it_is_told_stays_removed()
    {
        await using var server = await StartAsync();
        await using var receiver = await CallbackReceiver.StartAsync();
        await server.RegisterAsync(Laure, receiver.Url);
        receiver.Answers = async _ => (await server.SendAsync("DELETE", WebhookCalls.Path(Laure, receiver.Url), await server.WebhookTokenAsync())).Status;
        await server.ChangeAsync(Laure);

        (await server.DeliverAsync()).ShouldBe((1, 1, 0, 0));

        (await server.WebhooksAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Nobody_at_the_address_is_a_failure_like_others()
    {
        await using var server = await StartAsync();
        string url;
        await using (var receiver = await CallbackReceiver.StartAsync()) url = receiver.Url;
        await server.RegisterAsync(Laure, url);
        await server.ChangeAsync(Laure);

        (await server.DeliverAsync()).ShouldBe((1, 0, 1, 0));

        (await server.WebhooksAsync()).Single().GetProperty("lastStatus").GetInt32().ShouldBe(0);
    }

    [Fact]
    public async Task An_answer_that_does_not_come_in_time_is_a_failure()
    {
        await using var server = await StartAsync();
        await using var receiver = await CallbackReceiver.StartAsync();
        receiver.Answers = async http =>
        {
            server.Time.Advance(TimeSpan.FromSeconds(11));
            await Task.Delay(Timeout.InfiniteTimeSpan, http.RequestAborted).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
            return 204;
        };
        await server.RegisterAsync(Laure, receiver.Url);
        await server.ChangeAsync(Laure);

        (await server.DeliverAsync()).ShouldBe((1, 0, 1, 0));
    }

    [Fact]
    public async Task Without_being_asked_it_delivers_at_intervals()
    {
        await using var server = await StartAsync(null, ("Simulator:WebhookInterval", "00:00:01"));
        await using var receiver = await CallbackReceiver.StartAsync();
        await server.RegisterAsync(Laure, receiver.Url + "first");

        var next = receiver.NextAsync().AsTask();
        await server.ChangeAsync(Laure);
        while (!next.IsCompleted)
        {
            server.Time.Advance(TimeSpan.FromSeconds(1));
            await server.WebhooksAsync();
        }

        (await next).ShouldBe("/first");
    }
}
