using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using OrcidPortal.Identifiers;
using OrcidPortal.OrcidApi;

namespace OrcidPortal.Tests.OrcidApi;

public sealed class OrcidMemberClientTests
{
    private const string Token = "11111111-2222-3333-4444-555555555555";
    private static readonly OrcidId Orcid = OrcidId.Parse("0000-0002-1825-0097");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Works_are_added_in_one_call_and_answered_in_their_order()
    {
        var bulk = Bulk(Stored(11, Works.Article("10.1000/one")), Error(409, 9021, "please see element with put-code 99."), Stored(12, Works.Article("10.1000/three")));
        await using var registry = await ScriptedRegistry.StartAsync(ScriptedRegistry.Answer(200, bulk));

        var answer = await registry.Member.AddWorksAsync(Orcid, Token, [Works.Article("10.1000/one"), Works.Article("10.1000/two"), Works.Article("10.1000/three")], Cancel);

        answer.Result.ShouldBeOfType<OrcidResult.Ok>();
        answer.Value!.Select(a => a.Value?.PutCode.Value).ShouldBe([11, null, 12]);
        answer.Value![0].Result.ShouldBe(new OrcidResult.Ok { HttpStatus = 200 });
        answer.Value![1].Result.ShouldBe(new OrcidResult.Duplicate(new PutCode(99)) { HttpStatus = 409, Message = "please see element with put-code 99." });
        var request = registry.Requests.Single();
        request.Line.ShouldBe("POST /v3.0/0000-0002-1825-0097/works");
        request.Authorization.ShouldBe("Bearer " + Token);
        request.Body.ShouldContain("10.1000/two");
    }

    [Fact]
    public async Task Answers_that_do_not_fit_what_was_sent_are_an_unknown_outcome()
    {
        var two = Bulk(Stored(11, Works.Article("10.1000/one")), Stored(12, Works.Article("10.1000/two")));
        await using var registry = await ScriptedRegistry.StartAsync(ScriptedRegistry.Answer(200, two));

        var fewer = await registry.Member.AddWorksAsync(Orcid, Token, [Works.Article("10.1000/one")], Cancel);
        var others = await registry.Member.AddWorksAsync(Orcid, Token, [Works.Article("10.1000/two"), Works.Article("10.1000/one")], Cancel);

        fewer.Result.ShouldBeOfType<OrcidResult.OutcomeUnknown>();
        fewer.Value.ShouldBeNull();
        others.Result.ShouldBeOfType<OrcidResult.OutcomeUnknown>();
    }

    [Fact]
    public async Task A_call_that_ORCID_refuses_as_a_whole_has_one_case()
    {
        await using var registry = await ScriptedRegistry.StartAsync(ScriptedRegistry.Answer(
            401, $$"""{"error":"invalid_token","error_description":"Invalid access token: {{Token}}"}""", "application/json"));

        var answer = await registry.Member.AddWorksAsync(Orcid, Token, [Works.Article()], Cancel);

        answer.Result.ShouldBe(new OrcidResult.TokenRejected
        {
            HttpStatus = 401, Message = "Invalid access token: [token]", Answer = """{"error":"invalid_token","error_description":"Invalid access token: [token]"}""",
        });
        registry.Log.ShouldNotBeEmpty();
        registry.Log.ShouldAllBe(line => !line.Contains(Token));
    }

    [Fact]
    public async Task A_merged_record_is_not_followed_but_told()
    {
        await using var registry = await ScriptedRegistry.StartAsync(async context =>
        {
            context.Response.Headers.Location = "https://api.orcid.org/v3.0/0000-0001-5109-3700/works";
            await ScriptedRegistry.Answer(301, Error(301, 9007, "Moved"))(context);
        });

        var answer = await registry.Member.ReadWorksAsync(Orcid, Token, Cancel);

        answer.Result.ShouldBeOfType<OrcidResult.Moved>().To.ShouldBe(OrcidId.Parse("0000-0001-5109-3700"));
        registry.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_busy_registry_says_how_long_to_wait_and_is_asked_once()
    {
        await using var registry = await ScriptedRegistry.StartAsync(async context =>
        {
            context.Response.Headers.RetryAfter = "7";
            await ScriptedRegistry.Answer(503, "<html><head><title>503 Service Temporarily Unavailable</title></head></html>", "text/html")(context);
        });

        var answer = await registry.Member.UpdateWorkAsync(Orcid, Token, new PutCode(5), Works.Article(), Cancel);

        answer.Result.ShouldBeOfType<OrcidResult.Busy>().RetryAfter.ShouldBe(TimeSpan.FromSeconds(7));
        answer.Result.Message.ShouldBe("503 Service Temporarily Unavailable");
        registry.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_cut_connection_is_unknown_for_a_write_and_unreachable_for_a_reading()
    {
        await using var registry = await ScriptedRegistry.StartAsync(context =>
        {
            context.Abort();
            return Task.CompletedTask;
        });

        var write = await registry.Member.AddWorksAsync(Orcid, Token, [Works.Article()], Cancel);
        var read = await registry.Member.ReadWorksAsync(Orcid, Token, Cancel);

        write.Result.ShouldBeOfType<OrcidResult.OutcomeUnknown>();
        read.Result.ShouldBeOfType<OrcidResult.Unreachable>();
    }

    [Fact]
    public async Task An_answer_cut_in_the_middle_is_an_unknown_outcome()
    {
        await using var registry = await ScriptedRegistry.StartAsync(async context =>
        {
            context.Response.ContentLength = 100_000;
            await context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes("<bulk:bulk"));
            await context.Response.Body.FlushAsync();
            context.Abort();
        });

        var answer = await registry.Member.AddWorksAsync(Orcid, Token, [Works.Article()], Cancel);

        answer.Result.ShouldBeOfType<OrcidResult.OutcomeUnknown>();
    }

    [Fact]
    public async Task A_call_that_takes_too_long_is_an_unknown_outcome_for_a_write()
    {
        var release = new TaskCompletionSource();
        await using var registry = await ScriptedRegistry.StartAsync(_ => release.Task, TimeSpan.FromSeconds(1));

        var write = await registry.Member.RemoveWorkAsync(Orcid, Token, new PutCode(5), Cancel);
        var read = await registry.Member.ReadWorksAsync(Orcid, Token, Cancel);
        release.SetResult();

        write.Result.ShouldBeOfType<OrcidResult.OutcomeUnknown>();
        read.Result.ShouldBeOfType<OrcidResult.Unreachable>();
    }

    [Fact]
    public async Task The_callers_own_cancellation_is_an_exception()
    {
        using var cancelled = new CancellationTokenSource();
        await using var registry = await ScriptedRegistry.StartAsync(context =>
        {
            cancelled.Cancel();
            return Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
        });

        await Should.ThrowAsync<OperationCanceledException>(() => registry.Member.ReadWorksAsync(Orcid, Token, cancelled.Token));
    }

    [Fact]
    public async Task A_refused_connection_was_surely_not_taken()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        await using var clients = ScriptedRegistry.Clients($"http://127.0.0.1:{port}", TimeSpan.FromSeconds(20));

        var answer = await clients.GetRequiredService<OrcidMemberClient>().AddWorksAsync(Orcid, Token, [Works.Article()], Cancel);

        answer.Result.ShouldBeOfType<OrcidResult.Unreachable>();
        answer.Result.HttpStatus.ShouldBeNull();
    }

    [Theory]
    [InlineData("<html>fine</html>")]
    [InlineData("")]
    [InlineData("""<!DOCTYPE x [<!ENTITY y "z">]><bulk:bulk xmlns:bulk="http://www.orcid.org/ns/bulk">&y;</bulk:bulk>""")]
    public async Task A_success_that_cannot_be_read_is_an_unknown_outcome(string body)
    {
        await using var registry = await ScriptedRegistry.StartAsync(ScriptedRegistry.Answer(200, body));

        var answer = await registry.Member.AddWorksAsync(Orcid, Token, [Works.Article()], Cancel);

        answer.Result.ShouldBeOfType<OrcidResult.OutcomeUnknown>();
    }

    [Fact]
    public async Task An_answer_without_end_is_not_read_to_the_end()
    {
        var piece = new byte[1024 * 1024];
        await using var registry = await ScriptedRegistry.StartAsync(async context =>
        {
            while (!context.RequestAborted.IsCancellationRequested) await context.Response.Body.WriteAsync(piece, context.RequestAborted);
        });

        var answer = await registry.Member.ReadWorksAsync(Orcid, Token, Cancel);

        answer.Result.ShouldBe(new OrcidResult.Unreachable { HttpStatus = 200, Message = "The answer is larger than 64 MB." });
    }

    [Fact]
    public async Task An_update_sends_the_put_code_and_gives_what_ORCID_now_holds()
    {
        var stored = Works.Article(title: "As stored");
        await using var registry = await ScriptedRegistry.StartAsync(ScriptedRegistry.Answer(200, Stored(5, stored)));

        var answer = await registry.Member.UpdateWorkAsync(Orcid, Token, new PutCode(5), Works.Article(), Cancel);

        answer.Value!.Work.Title.ShouldBe("As stored");
        registry.Requests.Single().Line.ShouldBe("PUT /v3.0/0000-0002-1825-0097/work/5");
        registry.Requests.Single().Body.ShouldContain("put-code=\"5\"");
    }

    [Fact]
    public async Task A_removal_is_a_plain_delete()
    {
        await using var registry = await ScriptedRegistry.StartAsync(ScriptedRegistry.Answer(204, ""));

        var answer = await registry.Member.RemoveWorkAsync(Orcid, Token, new PutCode(5), Cancel);

        answer.IsOk.ShouldBeTrue();
        registry.Requests.Single().Line.ShouldBe("DELETE /v3.0/0000-0002-1825-0097/work/5");
    }

    [Fact]
    public async Task Details_leave_out_what_may_not_be_seen()
    {
        await using var registry = await ScriptedRegistry.StartAsync(ScriptedRegistry.Answer(200, Bulk(Error(403, 9013, "private"), Stored(7, Works.Article()))));

        var answer = await registry.Member.ReadWorkDetailsAsync(Orcid, Token, [new PutCode(6), new PutCode(7)], Cancel);
        var none = await registry.Member.ReadWorkDetailsAsync(Orcid, Token, [], Cancel);

        answer.Value!.Single().PutCode.ShouldBe(new PutCode(7));
        none.Value.ShouldBeEmpty();
        registry.Requests.Single().Line.ShouldBe("GET /v3.0/0000-0002-1825-0097/works/6,7");
    }

    [Fact]
    public async Task More_than_a_hundred_works_are_not_even_tried()
    {
        await using var registry = await ScriptedRegistry.StartAsync(ScriptedRegistry.Answer(200, ""));
        var many = Enumerable.Range(0, 101).Select(i => Works.Article($"10.1000/{i}")).ToList();

        await Should.ThrowAsync<ArgumentOutOfRangeException>(() => registry.Member.AddWorksAsync(Orcid, Token, many, Cancel));

        registry.Requests.ShouldBeEmpty();
    }

    private static string Stored(long putCode, WorkMessage work) => Text(WorkXmlWriter.Write(work, new PutCode(putCode)));

    private static string Error(int status, int code, string message) =>
        $"""<error:error xmlns:error="http://www.orcid.org/ns/error"><error:response-code>{status}</error:response-code><error:developer-message>{message}</error:developer-message><error:error-code>{code}</error:error-code></error:error>""";

    private static string Bulk(params string[] elements) => $"""<bulk:bulk xmlns:bulk="http://www.orcid.org/ns/bulk">{string.Concat(elements)}</bulk:bulk>""";

    private static string Text(byte[] xml) => Encoding.UTF8.GetString(xml)[(Encoding.UTF8.GetString(xml).IndexOf("?>", StringComparison.Ordinal) + 2)..];
}
