using System.Text.Json.Nodes;

namespace OrcidPortal.Tests.Api;

public sealed class DuplicateEndpointsTests
{
    [Fact]
    public async Task Pairs_are_listed_merged_and_told_apart()
    {
        await using var api = new ApiClient();
        await api.SendAsync(HttpMethod.Put, "/api/v1/people/ada", new { givenNames = "Ada", familyName = "Lovelace" });
        await SaveAsync(api, "On the economy of machinery", 2);
        await SaveAsync(api, "Sketch of the analytical engine", 2);
        var list = await api.UntilAsync("/api/v1/duplicates?person=ada&reason=sameTitle", l => l["items"]!.AsArray().Count == 2);
        var (_, found) = await api.GetAsync("/api/v1/duplicates?query=machinery");
        var (same, different) = (found!["items"]!.AsArray().ShouldHaveSingleItem()!, list["items"]!.AsArray().Single(p => p!["first"]!["title"]!.GetValue<string>().StartsWith("Sketch", StringComparison.Ordinal))!);
        var (keep, goes) = (same["first"]!, same["second"]!);

        var stale = await api.SendAsync(HttpMethod.Post, $"/api/v1/duplicates/{same["id"]}/merge", new { keep = keep["id"], version = 99 });
        var (merged, _) = await api.SendAsync(HttpMethod.Post, $"/api/v1/duplicates/{same["id"]}/merge", new { keep = keep["id"], version = keep["version"], otherVersion = goes["version"] });
        var (again, _) = await api.SendAsync(HttpMethod.Post, $"/api/v1/duplicates/{same["id"]}/merge", new { keep = keep["id"] });
        var (apart, _) = await api.SendAsync(HttpMethod.Post, $"/api/v1/duplicates/{different["id"]}/different", new { });

        (stale.Status, merged, again, apart).ShouldBe((409, 200, 409, 204));
        same["second"]!["people"]![0]!.GetValue<string>().ShouldBe("ada");
        (await api.GetAsync("/api/v1/duplicates")).Body!["items"]!.AsArray().ShouldBeEmpty();
        (await api.GetAsync($"/api/v1/records/{goes["id"]}")).Body!["mergedInto"]!.GetValue<string>().ShouldBe(keep["id"]!.GetValue<string>());
        (await api.GetAsync("/api/v1/records?person=ada")).Body!["items"]!.AsArray().Count.ShouldBe(3);
    }

    [Fact]
    public async Task What_cannot_be_done_is_refused_in_words()
    {
        await using var api = new ApiClient();
        var pair = $"/api/v1/duplicates/{Guid.NewGuid()}";

        (await api.SendAsync(HttpMethod.Post, $"{pair}/merge", new { keep = Guid.NewGuid() })).Status.ShouldBe(404);
        (await api.SendAsync(HttpMethod.Post, $"{pair}/merge", new { })).Status.ShouldBe(400);
        (await api.SendAsync(HttpMethod.Post, $"{pair}/different", new { })).Status.ShouldBe(404);
        (await api.GetAsync("/api/v1/duplicates?reason=guess")).Status.ShouldBe(400);
        (await api.GetAsync("/api/v1/duplicates?person=nobody")).Status.ShouldBe(404);
        (await api.GetAsync("/api/v1/duplicates?cursor=x")).Status.ShouldBe(400);
    }

    private static async Task SaveAsync(ApiClient api, string title, int times)
    {
        var records = Enumerable.Range(1, times).Select(n => new JsonObject { ["kind"] = "Work", ["id"] = $"{title} {n}", ["title"] = title, ["publicationDate"] = "1843", ["type"] = "journal-article" });
        (await api.SendAsync(HttpMethod.Post, "/api/v1/people/ada/records", new JsonObject { ["source"] = "test", ["records"] = new JsonArray([.. records]) })).Status.ShouldBe(200);
    }
}
