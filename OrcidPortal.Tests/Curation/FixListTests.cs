using Microsoft.EntityFrameworkCore;
using OrcidPortal.Curation;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.Mapping;
using OrcidPortal.Tests.Infrastructure;

namespace OrcidPortal.Tests.Curation;

public sealed class FixListTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task What_waits_longest_comes_first_with_who_waits_and_why(DatabaseProvider provider)
    {
        await using var house = await CurationHouse.OpenAsync(provider);
        var newer = await house.WorkAsync("Newer");
        var older = await house.WorkAsync("Older", null, "file:bibtex:ada:refs.bib", house.Ada, house.Ben);
        await house.ItemAsync(newer, house.Ada, minutes: 20);
        await house.ItemAsync(older, house.Ada, minutes: 30);
        await house.ItemAsync(older, house.Ben, minutes: 10);
        await house.ProblemAsync(older, ProblemCodes.TitleRequired);
        await house.ProblemAsync(older, ProblemCodes.UrlInvalid, severity: ProblemSeverity.Warns);

        var page = await house.Works.ListAsync(new FixFilter(), null, Cancel);

        page.Items.Select(r => r.Title).ShouldBe(["Older", "Newer"]);
        page.Next.ShouldBeNull();
        page.Items[0].Since.ShouldBe(TestDatabase.Start.AddMinutes(10));
        page.Items[0].Waiting.Select(w => w.Name).ShouldBe(["Ben Byron", "Ada Lovelace"]);
        page.Items[0].Problems.Select(p => p.Code).ShouldBe([ProblemCodes.TitleRequired]);
    }

    [Fact]
    public async Task A_work_that_nobody_waits_for_is_nobodys_task()
    {
        await using var house = await CurationHouse.OpenAsync();
        var work = await house.WorkAsync("Excluded by its person");
        await house.ItemAsync(work, house.Ada, SyncState.Excluded);
        await house.ProblemAsync(work, ProblemCodes.TitleRequired);

        (await house.Works.ListAsync(new FixFilter(), null, Cancel)).Items.ShouldBeEmpty();
        (await house.Counts.LatestAsync(Cancel)).Works.ShouldBe(0);
        (await house.Counts.LatestAsync(Cancel)).Problems.ShouldBeEmpty();
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Each_filter_narrows_and_together_they_all_hold(DatabaseProvider provider)
    {
        await using var house = await CurationHouse.OpenAsync(provider);
        var engines = await house.WorkAsync("On Engines: notes");
        var poems = await house.WorkAsync("Poems", null, "file:csl-json:ben:p.json", house.Ben);
        await house.ItemAsync(engines, house.Ada);
        await house.ItemAsync(poems, house.Ben, failure: FailureKind.Refused);
        await house.ProblemAsync(engines, ProblemCodes.TypeUnknown);

        async Task<string> TitlesAsync(FixFilter filter) => string.Join(",", (await house.Works.ListAsync(filter, null, Cancel)).Items.Select(r => r.Title));

        (await TitlesAsync(new(Text: "NOTES engines"))).ShouldBe("On Engines: notes");
        (await TitlesAsync(new(ProblemCode: ProblemCodes.TypeUnknown))).ShouldBe("On Engines: notes");
        (await TitlesAsync(new(ProblemCode: FixFilter.RefusedByOrcid))).ShouldBe("Poems");
        (await TitlesAsync(new(PersonId: house.Ben.Id))).ShouldBe("Poems");
        (await TitlesAsync(new(SourceKind: "file:csl-json"))).ShouldBe("Poems");
        (await TitlesAsync(new(PersonId: house.Ben.Id, SourceKind: "file:bibtex"))).ShouldBe("");
    }

    [Theory]
    [InlineData(FixSort.Oldest)]
    [InlineData(FixSort.Title)]
    public async Task Pages_follow_each_other_without_gap_or_repetition(FixSort sort)
    {
        await using var house = await CurationHouse.OpenAsync();
        for (var i = 0; i < 103; i++) await house.ItemAsync(await house.WorkAsync($"Work {i % 7}-{i}"), house.Ada, minutes: i % 5);

        var titles = new List<string>();
        string? cursor = null;
        do
        {
            var page = await house.Works.ListAsync(new FixFilter(Sort: sort), cursor, Cancel);
            titles.AddRange(page.Items.Select(r => r.Title));
            cursor = page.Next;
        }
        while (cursor is not null);

        titles.Count.ShouldBe(103);
        titles.Distinct().Count().ShouldBe(103);
        if (sort == FixSort.Title) titles.Take(2).ShouldBe(["Work 0-0", "Work 0-14"]);
    }

    [Fact]
    public async Task A_cursor_of_the_other_order_is_refused()
    {
        await using var house = await CurationHouse.OpenAsync();
        for (var i = 0; i < 51; i++) await house.ItemAsync(await house.WorkAsync($"Work {i}"), house.Ada);
        var cursor = (await house.Works.ListAsync(new FixFilter(), null, Cancel)).Next;

        await Should.ThrowAsync<InvalidCursorException>(() => house.Works.ListAsync(new FixFilter(Sort: FixSort.Title), cursor, Cancel));
    }

    [Fact]
    public async Task What_ORCID_refused_comes_with_its_words()
    {
        await using var house = await CurationHouse.OpenAsync();
        var work = await house.WorkAsync("Refused");
        await house.ItemAsync(work, house.Ada, failure: FailureKind.Refused);

        var row = (await house.Works.ListAsync(new FixFilter(), null, Cancel)).Items.ShouldHaveSingleItem();

        row.Problems.Select(p => (p.Code, p.Value)).ShouldBe([(OrcidRefusals.Other, "Invalid JSON")]);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Department_age_what_it_is_about_and_who_looks_after_it_narrow_the_list(DatabaseProvider provider)
    {
        await using var house = await CurationHouse.OpenAsync(provider);
        await house.Database.Transactions.RunAsync(async (db, ct) => (await db.People.SingleAsync(p => p.LocalId == "ben", ct)).Department = "Physics", Cancel);
        var cora = new Account { Issuer = "demo", Subject = "cora", Name = "Cora", Roles = [OrcidPortal.Security.Roles.Curator] };
        var (old, young) = (await house.WorkAsync("Old", null, "file:bibtex:ada:refs.bib", house.Ada), await house.WorkAsync("Young", null, "file:bibtex:ada:refs.bib", house.Ben));
        await house.ItemAsync(old, house.Ada, minutes: -60 * 24 * 40);
        await house.ItemAsync(young, house.Ben);
        await house.Database.AddAsync(cora, new Assignment { RecordId = old, AccountId = cora.Id, By = "Cora", At = TestDatabase.Start },
            new RecordProblem { RecordId = old, Code = ProblemCodes.TypeUnknown, Field = "type", Value = "zine", About = "work-type:bibtex:zine" },
            new RecordProblem { RecordId = young, Code = ProblemCodes.TypeUnknown, Field = "type", Value = "talk", About = "work-type:bibtex:talk" });

        (await TitlesAsync(house, new FixFilter(Department: "Physics"))).ShouldBe(["Young"]);
        (await TitlesAsync(house, new FixFilter(WaitsDays: 30))).ShouldBe(["Old"]);
        (await TitlesAsync(house, new FixFilter(AssignedTo: cora.Id))).ShouldBe(["Old"]);
        (await TitlesAsync(house, new FixFilter(ProblemCode: ProblemCodes.TypeUnknown, About: "work-type:bibtex:talk"))).ShouldBe(["Young"]);
        (await house.Works.CountAsync(new FixFilter(ProblemCode: ProblemCodes.TypeUnknown), Cancel)).ShouldBe(2);
        (await house.Works.ListAsync(new FixFilter(), null, Cancel)).Items.Select(r => (r.Title, r.Curator)).ShouldBe([("Old", "Cora"), ("Young", null)]);
        (await house.Works.DepartmentsAsync(Cancel)).ShouldBe(["Physics"]);
    }

    private static async Task<IEnumerable<string>> TitlesAsync(CurationHouse house, FixFilter filter) => (await house.Works.ListAsync(filter, null, Cancel)).Items.Select(r => r.Title);
}
