using OrcidPortal.Curation;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.Mapping;
using OrcidPortal.Tests.Infrastructure;

namespace OrcidPortal.Tests.Curation;

public sealed class FixCountsTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_work_counts_once_and_in_each_of_its_problems(DatabaseProvider provider)
    {
        await using var house = await CurationHouse.OpenAsync(provider);
        var both = await house.WorkAsync("Both", null, "file:bibtex:ada:refs.bib", house.Ada, house.Ben);
        var refused = await house.WorkAsync("Refused");
        await house.ItemAsync(both, house.Ada);
        await house.ItemAsync(both, house.Ben);
        await house.ItemAsync(refused, house.Ada, failure: FailureKind.Refused);
        await house.ProblemAsync(both, ProblemCodes.TitleRequired);
        await house.ProblemAsync(both, ProblemCodes.TypeUnknown);
        await house.ProblemAsync(both, ProblemCodes.ExternalIdShared, house.Ben.Id);
        await house.ProblemAsync(both, ProblemCodes.ExternalIdShared, house.Ada.Id);

        var summary = await house.Counts.LatestAsync(Cancel);

        (summary.Works, summary.People).ShouldBe((2, 2));
        summary.Problems.ShouldBe([new(ProblemCodes.ExternalIdShared, 1), new(FixFilter.RefusedByOrcid, 1), new(ProblemCodes.TitleRequired, 1), new(ProblemCodes.TypeUnknown, 1)]);
    }

    [Fact]
    public async Task Counts_are_at_most_ten_seconds_old_and_say_their_time()
    {
        await using var house = await CurationHouse.OpenAsync();
        var first = await house.Counts.LatestAsync(Cancel);
        await house.ItemAsync(await house.WorkAsync("New"), house.Ada);

        house.Database.Clock.Advance(TimeSpan.FromSeconds(9));
        (await house.Counts.LatestAsync(Cancel)).ShouldBe(first);
        house.Database.Clock.Advance(TimeSpan.FromSeconds(1));
        var later = await house.Counts.LatestAsync(Cancel);

        (first.Works, first.At).ShouldBe((0, TestDatabase.Start));
        (later.Works, later.At).ShouldBe((1, TestDatabase.Start.AddSeconds(10)));
    }
}
