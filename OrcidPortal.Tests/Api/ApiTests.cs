using System.Net.Http.Headers;

namespace OrcidPortal.Tests.Api;

public sealed class ApiTests
{
    private const string TwoWorks = """
        @article{engines, title = {On Engines}, author = {Lovelace, Ada}, year = {1843}, journal = {Memoirs}, doi = {10.1000/engines}}
        @article{loops, title = {On Loops}, author = {Lovelace, Ada}, year = {1944}, journal = {Memoirs}}
        """;

    [Fact]
    public async Task Without_a_valid_key_nothing_is_told()
    {
        await using var api = new ApiClient();
        api.Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "a-key-nobody-has-0000");

        var (wrong, problem) = await api.GetAsync("/api/v1/people");
        api.Http.DefaultRequestHeaders.Authorization = null;
        var (none, _) = await api.GetAsync("/api/v1/stats");

        (wrong, none).ShouldBe((401, 401));
        problem!["title"]!.GetValue<string>().ShouldNotBeEmpty();
    }

    [Fact]
    public async Task A_person_is_created_changed_and_found()
    {
        await using var api = new ApiClient();

        var (created, _) = await api.SendAsync(HttpMethod.Put, "/api/v1/people/ada", new { givenNames = "Ada", familyName = "Lovelace", email = "ada@example.edu" });
        var (changed, _) = await api.SendAsync(HttpMethod.Put, "/api/v1/people/ada", new { givenNames = "Ada", familyName = "King", department = "Engines" });

        (created, changed).ShouldBe((201, 200));
        var (_, person) = await api.GetAsync("/api/v1/people/ada");
        (person!["familyName"]!.GetValue<string>(), person["connected"]!.GetValue<bool>(), person["orcid"]).ShouldBe(("King", false, null));
        var (_, list) = await api.GetAsync("/api/v1/people?query=king&connected=false");
        list!["items"]!.AsArray().Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("""{"familyName": "Lovelace", "orcid": "0000-0002-1825-0097"}""", "connect")]
    [InlineData("""{"familyName": "Lovelace", "orcidId": "0000-0002-1825-0097"}""", "connect")]
    [InlineData("""{"familyName": "Lovelace", "phone": "1"}""", "phone")]
    [InlineData("""{"givenNames": "Ada"}""", "")]
    [InlineData("""{"familyName": """, "")]
    public async Task What_a_person_cannot_have_is_refused_in_words(string body, string word)
    {
        await using var api = new ApiClient();

        var (status, problem) = await api.SendAsync(HttpMethod.Put, "/api/v1/people/ada", body);

        status.ShouldBe(400);
        problem!.ToJsonString().ShouldContain(word);
        (await api.GetAsync("/api/v1/people/ada")).Status.ShouldBe(404);
    }

    [Fact]
    public async Task An_import_runs_its_problems_are_told_and_a_correction_heals_the_work()
    {
        await using var api = new ApiClient();
        await api.SendAsync(HttpMethod.Put, "/api/v1/people/ada", new { givenNames = "Ada", familyName = "Lovelace" });

        var (accepted, started) = await api.ImportAsync(TwoWorks, "ada.bib", "ada", "bibtex");

        accepted.ShouldBe(202);
        var run = await api.UntilAsync($"/api/v1/imports/{started!["id"]}", i => i["state"]!.GetValue<string>() is "Done" or "Failed");
        (run["state"]!.GetValue<string>(), run["read"]!.GetValue<int>(), run["added"]!.GetValue<int>(), run["rejected"]!.GetValue<int>()).ShouldBe(("Done", 2, 2, 0));
        var items = await api.UntilAsync("/api/v1/sync-items?person=ada&state=NeedsFix", i => i["items"]!.AsArray().Count == 1);
        var item = items["items"]![0]!;
        (item["title"]!.GetValue<string>(), item["problems"]![0]!["code"]!.GetValue<string>()).ShouldBe(("On Engines", "publication.date-invalid"));

        var record = $"/api/v1/records/{item["recordId"]}";
        var (_, before) = await api.GetAsync(record);
        var (saved, version) = await api.SendAsync(HttpMethod.Post, $"{record}/corrections", new { field = "publication-date", op = "replace", value = "1943", version = before!["version"] });
        var (stale, _) = await api.SendAsync(HttpMethod.Post, $"{record}/corrections", new { field = "title", op = "replace", value = "X", version = before["version"] });

        (saved, version!["version"]!.GetValue<int>(), stale).ShouldBe((200, 2, 409));
        await api.UntilAsync("/api/v1/sync-items?person=ada&state=Blocked", i => i["items"]!.AsArray().Count == 2);
        var (_, after) = await api.GetAsync(record);
        after!["fields"]!["publicationDate"]!.GetValue<string>().ShouldBe("1943");
        after["problems"]!.AsArray().ShouldBeEmpty();
        (await api.GetAsync("/api/v1/records?person=ada&state=Blocked")).Body!["items"]!.AsArray().Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("GET", "/api/v1/records?state=Nonsense", 400)]
    [InlineData("GET", "/api/v1/records?cursor=nonsense", 400)]
    [InlineData("GET", "/api/v1/people?cursor=bm9uc2Vuc2U", 400)]
    [InlineData("GET", "/api/v1/sync-items?person=nobody", 404)]
    [InlineData("GET", "/api/v1/people/nobody/history", 404)]
    [InlineData("GET", "/api/v1/records/00000000-0000-0000-0000-000000000001", 404)]
    [InlineData("GET", "/api/v1/imports/00000000-0000-0000-0000-000000000001", 404)]
    [InlineData("POST", "/api/v1/records/00000000-0000-0000-0000-000000000001/corrections", 404)]
    [InlineData("POST", "/api/v1/imports", 400)]
    public async Task What_is_not_there_or_not_understood_gets_problem_details(string method, string path, int status)
    {
        await using var api = new ApiClient();

        var (answered, problem) = await api.SendAsync(new HttpMethod(method), path, method == "POST" ? """{"field": "title", "value": "x"}""" : null);

        answered.ShouldBe(status);
        problem!["detail"]!.GetValue<string>().ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Sending_is_accepted_and_the_figures_name_every_state()
    {
        await using var api = new ApiClient();

        var (all, _) = await api.SendAsync(HttpMethod.Post, "/api/v1/sync-items/send", "{}");
        var (empty, _) = await api.SendAsync(HttpMethod.Post, "/api/v1/sync-items/send");
        var (unknown, _) = await api.SendAsync(HttpMethod.Post, "/api/v1/sync-items/send", new { person = "nobody" });

        (all, empty, unknown).ShouldBe((202, 202, 404));
        var (_, stats) = await api.GetAsync("/api/v1/stats");
        stats!["states"]!.AsObject().Select(s => s.Key).ShouldBe(Enum.GetNames<OrcidPortal.Data.Entities.SyncState>(), ignoreOrder: true);
    }

    [Fact]
    public async Task The_description_lists_every_path()
    {
        await using var api = new ApiClient();

        var (status, document) = await api.GetAsync("/openapi/v1.json");

        status.ShouldBe(200);
        document!["paths"]!.AsObject().Select(p => p.Key).ShouldBe(
        [
            "/api/v1/people/{localId}", "/api/v1/people", "/api/v1/people/{localId}/history", "/api/v1/people/{localId}/records", "/api/v1/people/{localId}/records/{id}", "/api/v1/imports", "/api/v1/imports/{id}",
            "/api/v1/records", "/api/v1/records/{id}", "/api/v1/records/{id}/corrections", "/api/v1/sync-items", "/api/v1/sync-items/send", "/api/v1/stats", "/api/v1/history",
            "/api/v1/organizations", "/api/v1/organizations/{id}", "/api/v1/organizations/{id}/tie", "/api/v1/vocabularies", "/api/v1/vocabularies/{name}",
            "/api/v1/duplicates", "/api/v1/duplicates/{id}/merge", "/api/v1/duplicates/{id}/different",
        ], ignoreOrder: true);
    }
}
