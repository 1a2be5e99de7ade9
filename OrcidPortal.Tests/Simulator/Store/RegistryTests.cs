using OrcidPortal.Tests.Simulator.OAuth;
using static OrcidPortal.Tests.Simulator.SimulatorServer;

namespace OrcidPortal.Tests.Simulator.Store;

public sealed class RegistryTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("orcid-simulator");

    private string StateFile => Path.Combine(folder.FullName, "deeper", "simulator.json");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task Tokens_codes_works_notices_calls_and_sign_ins_are_there_after_a_restart()
    {
        string token, code, putCode, cookie, before;
        await using (var server = await StartAsync(StateFile))
        {
            token = await server.TokenAsync(Laure);
            code = await server.CodeAsync(Josiah);
            cookie = await server.SignInAsync(Zoe);
            putCode = (await server.SendAsync("POST", $"v3.0/{Laure}/work", token, WorkBodies.Work())).PutCode!;
            before = (await server.RecordAsync(Laure)).GetRawText();
        }

        await using var again = await StartAsync(StateFile);

        (await again.RecordAsync(Laure)).GetRawText().ShouldBe(before);
        (await again.SendAsync("GET", $"v3.0/{Laure}/work/{putCode}", token)).Status.ShouldBe(200);
        (await again.ExchangeAsync(code)).GetProperty("orcid").GetString().ShouldBe(Josiah);
        (await again.OpenAsync(Journey.AuthorizePath(), cookie)).Body.ShouldContain(Zoe);
        (await again.ControlAsync("GET", "calls?method=post")).GetProperty("items").EnumerateArray().Select(c => c.GetProperty("path").GetString()).ShouldBe([$"/v3.0/{Laure}/work", "/oauth/token"]);
    }

    [Fact]
    public async Task What_has_been_answered_is_on_disk_before_the_process_ends()
    {
        await using var server = await StartAsync(StateFile);
        var token = await server.TokenAsync(Laure);
        var putCode = (await server.SendAsync("POST", $"v3.0/{Laure}/work", token, WorkBodies.Work())).PutCode;

        var copy = Path.Combine(folder.FullName, "copy.json");
        File.Copy(StateFile, copy);

        await using var other = await StartAsync(copy);
        (await other.SendAsync("GET", $"v3.0/{Laure}/work/{putCode}", token)).Status.ShouldBe(200);
    }

    [Fact]
    public async Task A_last_line_that_was_cut_off_is_dropped_and_the_rest_stands()
    {
        string token;
        await using (var server = await StartAsync(StateFile)) token = await server.TokenAsync(Laure);
        await File.AppendAllTextAsync(StateFile, "{\"set\":\"work\",\"key\":\"0000-0001", TestContext.Current.CancellationToken);

        await using (var again = await StartAsync(StateFile)) (await again.SendAsync("POST", $"v3.0/{Laure}/work", token, WorkBodies.Work())).Status.ShouldBe(201);

        await using var third = await StartAsync(StateFile);
        (await third.WorksAsync(Laure)).Count.ShouldBe(3);
    }

    [Fact]
    public async Task A_file_damaged_in_the_middle_is_refused_with_what_to_do()
    {
        await using (await StartAsync(StateFile)) { }
        var lines = await File.ReadAllLinesAsync(StateFile, TestContext.Current.CancellationToken);
        await File.WriteAllLinesAsync(StateFile, [lines[0], "rubbish", .. lines[1..]], TestContext.Current.CancellationToken);

        var error = await Should.ThrowAsync<InvalidDataException>(() => StartAsync(StateFile));

        error.Message.ShouldContain("damaged at line 2, or of another version. Delete it to begin afresh.");
    }

    [Fact]
    public async Task Two_may_not_write_one_file()
    {
        await using var server = await StartAsync(StateFile);
        var token = await server.TokenAsync(Laure);

        var error = await Should.ThrowAsync<IOException>(() => StartAsync(StateFile));

        error.Message.ShouldContain("in use by another process");
        (await server.SendAsync("POST", $"v3.0/{Laure}/work", token, WorkBodies.Work())).Status.ShouldBe(201);
    }

    [Fact]
    public async Task One_call_writes_one_works_worth_and_a_start_makes_the_file_short_again()
    {
        string orcid, token, putCode;
        await using (var server = await StartAsync(StateFile))
        {
            var made = await server.ControlAsync("POST", "people", new { givenNames = "Busy", works = Enumerable.Range(0, 5_000).Select(i => new { title = $"W {i}", doi = $"10.5555/{i}" }) });
            orcid = made.GetProperty("orcid").GetString()!;
            token = await server.TokenAsync(orcid);
            putCode = (await server.SendAsync("POST", $"v3.0/{orcid}/work", token, WorkBodies.Work())).PutCode!;
            var before = new FileInfo(StateFile).Length;
            for (var i = 0; i < 20; i++) (await server.SendAsync("PUT", $"v3.0/{orcid}/work/{putCode}", token, WorkBodies.Work($"T {i}", putCode: putCode))).Status.ShouldBe(200);
            (new FileInfo(StateFile).Length - before).ShouldBeLessThan(20 * 3_000);
        }

        var grown = new FileInfo(StateFile).Length;
        await using var again = await StartAsync(StateFile);
        new FileInfo(StateFile).Length.ShouldBeLessThan(grown);
        (await again.WorksAsync(orcid)).Single(w => w.GetProperty("sourceClientId").GetString() == Client).GetProperty("title").GetString().ShouldBe("T 19");
    }

    [Fact]
    public async Task A_reset_brings_the_sample_accounts_back_and_gives_no_put_code_twice()
    {
        await using var server = await StartAsync(StateFile);
        var token = await server.TokenAsync(Laure);
        var old = await server.SendAsync("POST", $"v3.0/{Laure}/work", token, WorkBodies.Work());
        var added = (await server.ControlAsync("POST", "people", new { givenNames = "Gone" })).GetProperty("orcid").GetString();

        await server.ControlAsync("POST", "reset");

        (await server.SendAsync("GET", $"v3.0/{Laure}/works", token)).Status.ShouldBe(401);
        (await server.SendAsync("GET", $"_control/records/{added}")).Status.ShouldBe(404);
        var works = (await server.WorksAsync(Laure)).Concat(await server.WorksAsync(Josiah)).ToList();
        works.Count.ShouldBe(2 + 4);
        works.ShouldAllBe(w => w.GetProperty("putCode").GetInt64() > long.Parse(old.PutCode!, System.Globalization.CultureInfo.InvariantCulture));
    }
}
