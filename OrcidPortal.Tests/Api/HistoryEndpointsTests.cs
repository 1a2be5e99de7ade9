using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.Tests.Infrastructure;

namespace OrcidPortal.Tests.Api;

public sealed class HistoryEndpointsTests
{
    private static readonly Guid Engines = Guid.CreateVersion7();

    [Fact]
    public async Task Every_line_is_told_with_all_its_facts_newest_first_and_page_after_page()
    {
        await using var api = new ApiClient();
        await FillAsync(api);

        var (status, first) = await api.GetAsync("/api/v1/history");
        var (_, second) = await api.GetAsync($"/api/v1/history?cursor={first!["next"]}");

        status.ShouldBe(200);
        (first["items"]!.AsArray().Count, second!["items"]!.AsArray().Count, second["next"]).ShouldBe((50, 12, null));
        var newest = first["items"]![0]!;
        newest["id"]!.GetValue<long>().ShouldBePositive();
        newest["at"]!.GetValue<DateTimeOffset>().ShouldBe(TestDatabase.Start.AddHours(2));
        Facts(newest).ShouldBe("Add Refused ada 0000-0002-1825-0097 Work On Engines 7 409 9021 There is one already Cora Curator 12");
        newest["recordId"]!.GetValue<Guid>().ShouldBe(Engines);
    }

    [Theory]
    [InlineData("operation=add", 1)]
    [InlineData("outcome=Refused&code=9021", 1)]
    [InlineData("kind=Work", 1)]
    [InlineData("kind=Funding", 0)]
    [InlineData("code=200", 1)]
    [InlineData("from=2026-11-02T10:00:00Z", 2)]
    [InlineData("from=2026-11-02T12:00:00%2B02:00&to=2026-11-02T11:00:00Z", 1)]
    [InlineData("query=engines%20ada", 1)]
    [InlineData("person=ada", 1)]
    public async Task Each_filter_counts(string filter, int lines)
    {
        await using var api = new ApiClient();
        await FillAsync(api);

        var (status, list) = await api.GetAsync($"/api/v1/history?{filter}");
        var (_, ofRecord) = await api.GetAsync($"/api/v1/history?{filter}&record={Engines}");

        status.ShouldBe(200);
        list!["items"]!.AsArray().Count.ShouldBe(lines);
        ofRecord!["items"]!.AsArray().Count.ShouldBeLessThanOrEqualTo(1);
    }

    [Theory]
    [InlineData("operation=Nonsense", 400)]
    [InlineData("outcome=7", 400)]
    [InlineData("kind=Nonsense", 400)]
    [InlineData("code=many", 400)]
    [InlineData("from=yesterday", 400)]
    [InlineData("record=1", 400)]
    [InlineData("cursor=nonsense", 400)]
    [InlineData("person=nobody", 404)]
    public async Task What_is_not_understood_is_refused_in_words(string filter, int status)
    {
        await using var api = new ApiClient();

        var (answered, problem) = await api.GetAsync($"/api/v1/history?{filter}");

        answered.ShouldBe(status);
        problem!["detail"]!.GetValue<string>().ShouldNotBeEmpty();
    }

    private static string Facts(JsonNode line) => string.Join(' ', new[] { "operation", "outcome", "person", "orcid", "kind", "title", "putCode", "status", "orcidCode", "message", "by", "durationMs" }.Select(f => line[f]));

    private static async Task FillAsync(ApiClient api)
    {
        await api.SendAsync(HttpMethod.Put, "/api/v1/people/ada", new { givenNames = "Ada", familyName = "Lovelace" });
        await api.App.Services.GetRequiredService<Transactions>().RunAsync((db, _) =>
        {
            db.History.AddRange(Enumerable.Range(0, 60).Select(n => new HistoryEntry { At = TestDatabase.Start.AddSeconds(n), Operation = SyncOperation.Update, By = "Push" }));
            db.History.Add(new HistoryEntry { At = TestDatabase.Start.AddHours(1), Operation = SyncOperation.Read, HttpStatus = 200, By = "Read" });
            db.History.Add(new HistoryEntry
            {
                At = TestDatabase.Start.AddHours(2), PersonId = db.People.Single(p => p.LocalId == "ada").Id, RecordId = Engines, Orcid = "0000-0002-1825-0097", Operation = SyncOperation.Add,
                Outcome = HistoryOutcome.Refused, Section = "work", PutCode = 7, HttpStatus = 409, OrcidCode = 9021, Title = "On Engines", Message = "There is one already", By = "Cora Curator", DurationMs = 12,
            });
            return Task.CompletedTask;
        }, TestContext.Current.CancellationToken);
    }
}
