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

        house.Database.Clock.Advance(TimeSpan.FromSeconds(4));
        (await house.Counts.LatestAsync(Cancel)).ShouldBe(first);
        house.Database.Clock.Advance(TimeSpan.FromSeconds(6));
        var later = await house.Counts.LatestAsync(Cancel);

        (first.Works, first.At).ShouldBe((0, TestDatabase.Start));
        (later.Works, later.At).ShouldBe((1, TestDatabase.Start.AddSeconds(10)));
    }

    [Fact]
    public async Task Who_looks_all_the_time_does_not_wait_and_still_sees_what_is_new()
    {
        await using var house = await CurationHouse.OpenAsync();
        var first = await house.Counts.LatestAsync(Cancel);
        await house.ItemAsync(await house.WorkAsync("New"), house.Ada);

        house.Database.Clock.Advance(TimeSpan.FromSeconds(6));
        (await house.Counts.LatestAsync(Cancel)).ShouldBe(first);
        FixSummary later;
        while ((later = await house.Counts.LatestAsync(Cancel)) == first) await Task.Yield();

        (later.Works, later.At).ShouldBe((1, TestDatabase.Start.AddSeconds(6)));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Reasons_are_grouped_by_what_one_fix_heals_and_what_has_nothing_in_common_by_its_source(DatabaseProvider provider)
    {
        await using var house = await CurationHouse.OpenAsync(provider);
        var (a, b, c) = (await house.WorkAsync("A", null, "file:bibtex:ada:refs.bib", house.Ada, house.Ben), await house.WorkAsync("B"), await house.WorkAsync("C", null, "dspace"));
        await house.ItemAsync(a, house.Ada);
        await house.ItemAsync(a, house.Ben, minutes: 5);
        await house.ItemAsync(b, house.Ada, minutes: 9);
        await house.ItemAsync(c, house.Ada, minutes: 9);
        await house.Database.AddAsync(
            new RecordProblem { RecordId = a, Code = ProblemCodes.TypeUnknown, Field = "type", Value = "Zine", About = "work-type:bibtex:zine" },
            new RecordProblem { RecordId = b, Code = ProblemCodes.TypeUnknown, Field = "type", Value = "zine", About = "work-type:bibtex:zine" },
            new RecordProblem { RecordId = b, Code = ProblemCodes.TitleRequired, Field = "title" },
            new RecordProblem { RecordId = c, Code = ProblemCodes.TitleRequired, Field = "title" },
            new RecordProblem { RecordId = c, Code = ProblemCodes.UrlInvalid, Field = "url", Severity = ProblemSeverity.Warns });

        var groups = (await house.Counts.LatestAsync(Cancel)).Groups;

        groups.Select(g => (g.Code, g.About, g.Source, g.Works, g.People)).ShouldBe(
        [
            (ProblemCodes.TypeUnknown, "work-type:bibtex:zine", "", 2, 2), (ProblemCodes.TitleRequired, "", "dspace", 1, 1), (ProblemCodes.TitleRequired, "", "file:bibtex", 1, 1),
        ]);
        groups[0].Since.ShouldBe(TestDatabase.Start);
    }
}
