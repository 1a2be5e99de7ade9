using static OrcidPortal.Tests.Simulator.SimulatorServer;

namespace OrcidPortal.Tests.Simulator.MemberApi;

public sealed class WorkWritesTests
{
    [Fact]
    public async Task A_new_work_carries_its_client_as_source_and_the_persons_visibility()
    {
        await using var server = await StartAsync();
        var token = await server.TokenAsync(Zoe);

        var added = await server.SendAsync("POST", $"v3.0/{Zoe}/work", token, WorkBodies.Work(visibility: "public"));

        added.Status.ShouldBe(201);
        var work = (await server.WorksAsync(Zoe)).Single(w => w.GetProperty("sourceClientId").GetString() == Client);
        work.GetProperty("visibility").GetString().ShouldBe("limited");
        work.GetProperty("sourceName").GetString().ShouldBe("OrcidPortal demo");
        work.GetProperty("created").GetDateTimeOffset().ShouldBe(server.Time.GetUtcNow());
        (await server.RecordAsync(Zoe)).GetProperty("notices").GetInt32().ShouldBe(1);
    }

    [Fact]
    public async Task A_second_work_of_a_source_with_the_same_self_identifier_is_a_duplicate()
    {
        await using var server = await StartAsync();
        var (token, other) = (await server.TokenAsync(Laure), await server.TokenAsync(Laure, clientId: OtherClient));
        var first = await server.SendAsync("POST", $"v3.0/{Laure}/work", token, WorkBodies.Work(doi: "10.5555/ABC"));

        var again = await server.SendAsync("POST", $"v3.0/{Laure}/work", token, WorkBodies.Work("Another title", "https://doi.org/10.5555/abc"));
        var byOther = await server.SendAsync("POST", $"v3.0/{Laure}/work", other, WorkBodies.Work(doi: "10.5555/abc"));

        (again.Status, again.Code).ShouldBe((409, 9021));
        again.Message.ShouldContain($"please see element with put-code {first.PutCode}.");
        byOther.Status.ShouldBe(201);
    }

    [Fact]
    public async Task Within_a_bulk_the_earlier_work_makes_the_later_a_duplicate()
    {
        await using var server = await StartAsync();
        var token = await server.TokenAsync(Laure);

        var answer = await server.SendAsync("POST", $"v3.0/{Laure}/works", token, WorkBodies.Bulk(WorkBodies.Work("One", "10.5555/a"), WorkBodies.Work("Two", "10.5555/A"), WorkBodies.Work("Three", "10.5555/b")), accept: Json);

        var items = answer.Json.GetProperty("bulk").EnumerateArray().ToList();
        items.Count.ShouldBe(3);
        var first = items[0].GetProperty("work").GetProperty("put-code").GetInt64();
        items[1].GetProperty("error").GetProperty("error-code").GetInt32().ShouldBe(9021);
        items[1].GetProperty("error").GetProperty("developer-message").GetString()!.ShouldContain($"put-code {first}.");
        items[2].GetProperty("work").GetProperty("title").GetProperty("title").GetProperty("value").GetString().ShouldBe("Three");
        (await server.RecordAsync(Laure)).GetProperty("notices").GetInt32().ShouldBe(1);
    }

    [Fact]
    public async Task More_than_a_hundred_works_are_refused_whole()
    {
        await using var server = await StartAsync();
        var token = await server.TokenAsync(Laure);

        var answer = await server.SendAsync("POST", $"v3.0/{Laure}/works", token, WorkBodies.Bulk(Enumerable.Range(0, 101).Select(i => WorkBodies.Work($"W {i}", $"10.5555/{i}"))));

        (answer.Status, answer.Code).ShouldBe((400, 9006));
        answer.Message.ShouldContain("You are allowed to add up to 100 elements per request.");
        (await server.WorksAsync(Laure)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_record_holds_ten_thousand_works_and_no_more()
    {
        await using var server = await StartAsync();
        var made = await server.ControlAsync("POST", "people", new { givenNames = "Busy", works = Enumerable.Range(0, 9_999).Select(i => new { title = $"W {i}", doi = $"10.5555/{i}" }) });
        var orcid = made.GetProperty("orcid").GetString()!;
        var token = await server.TokenAsync(orcid);

        var two = await server.SendAsync("POST", $"v3.0/{orcid}/works", token, WorkBodies.Bulk(WorkBodies.Work("A", "10.5555/a"), WorkBodies.Work("B", "10.5555/b")));
        var one = await server.SendAsync("POST", $"v3.0/{orcid}/work", token, WorkBodies.Work("A", "10.5555/a"));
        var last = await server.SendAsync("POST", $"v3.0/{orcid}/work", token, WorkBodies.Work("B", "10.5555/b"));

        (two.Status, two.Code).ShouldBe((409, 9048));
        one.Status.ShouldBe(201);
        (last.Status, last.Code).ShouldBe((409, 9048));
        (await server.WorksAsync(orcid)).Count.ShouldBe(10_000);
    }

    [Fact]
    public async Task An_update_changes_the_work_its_date_and_puts_one_notice()
    {
        await using var server = await StartAsync();
        var token = await server.TokenAsync(Laure);
        var putCode = (await server.SendAsync("POST", $"v3.0/{Laure}/work", token, WorkBodies.Work("Old"))).PutCode;
        var created = server.Time.GetUtcNow();
        server.Time.Advance(TimeSpan.FromMinutes(1));

        var answer = await server.SendAsync("PUT", $"v3.0/{Laure}/work/{putCode}", token, WorkBodies.Work("New", putCode: putCode));

        answer.Status.ShouldBe(200);
        answer.Xml.Descendants().First(e => e.Name.LocalName == "title" && !e.HasElements).Value.ShouldBe("New");
        var work = (await server.WorksAsync(Laure)).Single(w => w.GetProperty("sourceClientId").GetString() == Client);
        work.GetProperty("created").GetDateTimeOffset().ShouldBe(created);
        work.GetProperty("lastModified").GetDateTimeOffset().ShouldBe(created.AddMinutes(1));
        (await server.RecordAsync(Laure)).GetProperty("notices").GetInt32().ShouldBe(2);
    }

    [Fact]
    public async Task The_same_again_touches_no_date_and_puts_no_notice()
    {
        await using var server = await StartAsync();
        var token = await server.TokenAsync(Laure);
        var putCode = (await server.SendAsync("POST", $"v3.0/{Laure}/work", token, WorkBodies.Work())).PutCode;
        var created = server.Time.GetUtcNow();
        server.Time.Advance(TimeSpan.FromMinutes(1));

        var answer = await server.SendAsync("PUT", $"v3.0/{Laure}/work/{putCode}", token, WorkBodies.Work(putCode: putCode));

        answer.Status.ShouldBe(200);
        (await server.WorksAsync(Laure)).Single(w => w.GetProperty("sourceClientId").GetString() == Client).GetProperty("lastModified").GetDateTimeOffset().ShouldBe(created);
        (await server.RecordAsync(Laure)).GetProperty("notices").GetInt32().ShouldBe(1);
    }

    [Fact]
    public async Task An_update_that_takes_another_works_identifier_is_a_duplicate()
    {
        await using var server = await StartAsync();
        var token = await server.TokenAsync(Laure);
        var one = (await server.SendAsync("POST", $"v3.0/{Laure}/work", token, WorkBodies.Work("One", "10.5555/1"))).PutCode;
        var two = (await server.SendAsync("POST", $"v3.0/{Laure}/work", token, WorkBodies.Work("Two", "10.5555/2"))).PutCode;

        var answer = await server.SendAsync("PUT", $"v3.0/{Laure}/work/{two}", token, WorkBodies.Work("Two", "10.5555/1", two));

        (answer.Status, answer.Code).ShouldBe((409, 9021));
        answer.Message.ShouldContain($"put-code {one}.");
    }

    [Fact]
    public async Task A_removed_work_is_gone_and_its_put_code_is_never_given_again()
    {
        await using var server = await StartAsync();
        var token = await server.TokenAsync(Laure);
        var first = (await server.SendAsync("POST", $"v3.0/{Laure}/work", token, WorkBodies.Work())).PutCode;

        var removed = await server.SendAsync("DELETE", $"v3.0/{Laure}/work/{first}", token);
        var again = await server.SendAsync("DELETE", $"v3.0/{Laure}/work/{first}", token);
        var second = (await server.SendAsync("POST", $"v3.0/{Laure}/work", token, WorkBodies.Work())).PutCode;

        (removed.Status, removed.Body).ShouldBe((204, ""));
        (again.Status, again.Code).ShouldBe((404, 9016));
        second.ShouldNotBe(first);
        (await server.RecordAsync(Laure)).GetProperty("notices").GetInt32().ShouldBe(3);
    }

    [Fact]
    public async Task Simultaneous_bulks_with_the_same_works_store_each_once()
    {
        await using var server = await StartAsync();
        var token = await server.TokenAsync(Laure);
        var bulk = WorkBodies.Bulk(Enumerable.Range(0, 20).Select(i => WorkBodies.Work($"W {i}", $"10.5555/{i}")));

        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => server.SendAsync("POST", $"v3.0/{Laure}/works", token, bulk)));

        (await server.WorksAsync(Laure)).Count(w => w.GetProperty("sourceClientId").GetString() == Client).ShouldBe(20);
    }
}
