namespace OrcidPortal.Tests.Api;

public sealed class VocabularyEndpointsTests
{
    [Fact]
    public async Task A_word_is_said_found_and_taken_back()
    {
        await using var api = new ApiClient();

        var (said, saved) = await api.SendAsync(HttpMethod.Put, "/api/v1/vocabularies/work-type", new { value = "House:Field  Report", target = "report" });

        (said, saved!["records"]!.GetValue<int>()).ShouldBe((200, 0));
        var (_, list) = await api.GetAsync("/api/v1/vocabularies/work-type?query=field report");
        var line = list!["items"]!.AsArray().ShouldHaveSingleItem()!;
        (line["value"]!.GetValue<string>(), line["target"]!.GetValue<string>(), line["default"], line["isOwn"]!.GetValue<bool>()).ShouldBe(("house:field report", "report", null, true));
        (await api.SendAsync(HttpMethod.Delete, "/api/v1/vocabularies/work-type?value=house:field report")).Status.ShouldBe(200);
        (await api.GetAsync("/api/v1/vocabularies/work-type?query=field report")).Body!["items"]!.AsArray().ShouldBeEmpty();
        var (_, all) = await api.GetAsync("/api/v1/vocabularies");
        all!.AsArray().Single(v => v!["name"]!.GetValue<string>() == "work-type")!["targets"]!.AsArray().Count.ShouldBe(59);
    }

    [Theory]
    [InlineData("work-type", "a", "poetry", "poetry")]
    [InlineData("work-type", " ", "report", "as the source writes it")]
    [InlineData("own-role", "editor", null, "yes, no")]
    public async Task What_cannot_be_is_refused_in_words(string name, string value, string? target, string words)
    {
        await using var api = new ApiClient();

        var (status, problem) = await api.SendAsync(HttpMethod.Put, $"/api/v1/vocabularies/{name}", new { value, target });

        status.ShouldBe(400);
        problem!["detail"]!.GetValue<string>().ShouldContain(words);
    }

    [Fact]
    public async Task A_vocabulary_that_is_not_there_is_not_found()
    {
        await using var api = new ApiClient();

        (await api.GetAsync("/api/v1/vocabularies/colours")).Status.ShouldBe(404);
        (await api.SendAsync(HttpMethod.Put, "/api/v1/vocabularies/colours", new { value = "red", target = "report" })).Status.ShouldBe(404);
        (await api.SendAsync(HttpMethod.Delete, "/api/v1/vocabularies/colours?value=red")).Status.ShouldBe(404);
    }
}
