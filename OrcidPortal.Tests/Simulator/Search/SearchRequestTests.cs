using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using OrcidPortal.Simulator.Search;

namespace OrcidPortal.Tests.Simulator.Search;

public sealed class SearchRequestTests
{
    private const string RowsText = "Full validation error: The rows parameter must be an integer between 0 and 1,000";

    [Fact]
    public void A_thousand_results_from_the_first_on_unless_something_else_is_said()
    {
        var plain = Read(("q", "*:*")).Value!;
        var other = Read(("q", "*:*"), ("start", "20"), ("rows", "10")).Value!;

        (plain.Start, plain.Rows).ShouldBe((0, 1000));
        (other.Start, other.Rows).ShouldBe((20, 10));
    }

    [Theory]
    [InlineData("1001")]
    [InlineData("-1")]
    [InlineData("ten")]
    [InlineData("99999999999")]
    public void Rows_are_between_0_and_1000(string rows)
    {
        var error = Read(("q", "*:*"), ("rows", rows)).Error!;

        (error.Status, error.Code).ShouldBe((400, 9012));
        error.DeveloperMessage.ShouldEndWith(RowsText);
    }

    [Theory]
    [InlineData("10000", true, false, true)]
    [InlineData("10001", true, false, false)]
    [InlineData("10001", true, true, true)]
    [InlineData("10001", false, true, true)]
    [InlineData("-1", false, true, false)]
    [InlineData("x", true, false, false)]
    public void Somebody_unknown_sees_no_further_than_10000_on_the_public_API(string start, bool isPublic, bool hasClient, bool served)
    {
        var read = Read(isPublic, hasClient, ("q", "*:*"), ("start", start));

        (read.Error is null).ShouldBe(served);
        if (!served) (read.Error!.Status, read.Error.Code).ShouldBe((400, 9043));
    }

    [Fact]
    public void A_query_that_cannot_be_understood_is_refused() => Read(("q", "(")).Error!.Code.ShouldBe(9012);

    [Theory]
    [InlineData("0", "2", Documents.Sofia, Documents.Josiah)]
    [InlineData("2", "2", Documents.Zoe)]
    [InlineData("3", "2")]
    [InlineData("0", "0")]
    public void Pages_do_not_overlap_and_know_the_total(string start, string rows, params string[] found)
    {
        var page = RecordSearch.Find(Documents.All.Reverse(), Read(("q", "*:*"), ("start", start), ("rows", rows)).Value!);

        page.Total.ShouldBe(3);
        page.Hits.Select(h => h.Orcid).ShouldBe(found);
    }

    private static OrcidPortal.Simulator.Rules.Answer<SearchRequest> Read(params (string Name, string Value)[] query) => Read(isPublic: true, hasClient: false, query);

    private static OrcidPortal.Simulator.Rules.Answer<SearchRequest> Read(bool isPublic, bool hasClient, params (string Name, string Value)[] query) =>
        SearchRequest.Read(new QueryCollection(query.ToDictionary(q => q.Name, q => new StringValues(q.Value))), isPublic, hasClient, Documents.Now);
}
