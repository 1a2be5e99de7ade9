using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.Push;
using OrcidPortal.Records;
using OrcidPortal.Records.Duplicates;
using OrcidPortal.Records.Vocabularies;
using OrcidPortal.Tests.Curation.Duplicates;
using OrcidPortal.Tests.Infrastructure;
using OrcidPortal.Tests.Push;

namespace OrcidPortal.Tests.Records.Duplicates;

/// <summary>Pairs are found where records are planned.</summary>
public sealed class DuplicateFindingTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task What_shares_an_identifier_by_a_correction_is_a_pair_until_it_no_longer_does(DatabaseProvider provider)
    {
        await using var house = await PushHouse.OpenAsync(provider);
        await house.SaveAsync(2);
        await house.PlanAsync();
        var (one, two) = (await house.RecordAsync("w1"), await house.RecordAsync("w2"));
        (await house.PairsAsync()).ShouldBeEmpty();

        await CorrectAsync(house, two, "doi:10.5555/engine.2", "doi:10.5555/ENGINE.1");
        await house.PlanAsync();
        var pair = await house.PairAsync();
        await CorrectAsync(house, two, "doi:10.5555/engine.1", "doi:10.5555/engine.3");
        await house.PlanAsync();

        (pair.Reason, pair.Key, pair.State).ShouldBe((DuplicateReason.SharedIdentifier, "doi:10.5555/engine.1", DuplicateState.Open));
        new[] { pair.FirstId, pair.SecondId }.ShouldBe([one, two], ignoreOrder: true);
        pair.FirstId.CompareTo(pair.SecondId).ShouldBeLessThan(0);
        (await house.PairsAsync()).ShouldBeEmpty();
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task What_has_title_year_and_a_person_in_common_is_a_pair_also_in_another_import(DatabaseProvider provider)
    {
        await using var house = await PushHouse.OpenAsync(provider);
        await house.SaveAsync(house.Draft(1, MergeHouse.Title));
        await house.PlanAsync();

        await house.SaveAsync(house.Draft(2, MergeHouse.Title + "!"), house.Draft(3, "Something else altogether"));
        await house.PlanAsync();

        (await house.PairAsync()).Reason.ShouldBe(DuplicateReason.SameTitle);
    }

    [Fact]
    public async Task Two_people_who_wrote_under_one_title_are_no_pair_unless_a_family_name_is_the_same()
    {
        await using var house = await PushHouse.OpenAsync(DatabaseProvider.Sqlite);
        var ben = new Person { LocalId = "ben", GivenNames = "Ben", FamilyName = "Byron", SortName = "byron ben" };
        await house.Database.AddAsync(ben);
        await house.SaveAsync(house.Draft(1, MergeHouse.Title), house.Draft(2, MergeHouse.Title, person: ben));
        await house.PlanAsync();
        var before = await house.PairsAsync();

        foreach (var (number, name, person) in ((int, string, Person)[])[(1, "Charles Babbage", house.Ada), (2, "C. Babbage", ben)])
            await house.SaveAsync(house.Draft(number, MergeHouse.Title, person: person) is var d ? d with { Fields = d.Fields with { Contributors = [new FieldContributor("1", name, "author")] } } : d);
        await house.PlanAsync();

        before.ShouldBeEmpty();
        (await house.PairAsync()).Reason.ShouldBe(DuplicateReason.SameTitle);
    }

    [Fact]
    public async Task A_title_that_many_have_says_nothing()
    {
        await using var house = await PushHouse.OpenAsync(DatabaseProvider.Sqlite);

        await house.SaveAsync([.. Enumerable.Range(1, DuplicateFinding.MostOfOneTitle + 1).Select(n => house.Draft(n, "Report of the executive board"))]);
        await house.SaveAsync([.. Enumerable.Range(100, 5).Select(n => house.Draft(n, "Editorial"))]);
        await house.PlanAsync();

        (await house.PairsAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Planning_again_finds_nothing_new()
    {
        await using var house = await PushHouse.OpenAsync(DatabaseProvider.Sqlite);
        await house.SaveTwoAsync();
        await house.PlanAsync();
        var first = await house.PairAsync();

        await house.Database.Transactions.RunAsync((db, _) => { PlanRequests.Ask(db, PlanScope.Everything, null, "test", house.Clock.GetUtcNow()); return Task.CompletedTask; }, Stop);
        await house.PlanAsync();

        (await house.PairAsync()).ShouldBeEquivalentTo(first);
    }

    [Fact]
    public async Task What_ORCID_refuses_because_of_another_of_our_entries_is_a_pair_until_that_is_over()
    {
        await using var house = await PushHouse.OpenAsync(DatabaseProvider.Sqlite);
        await house.SaveAsync(2);
        await house.PushAsync();
        var (first, second) = (await house.RecordAsync("w1"), await house.RecordAsync("w2"));
        // What is excluded stays at ORCID with its identifier, also when the record here has another one by now.
        var item = (await house.ItemsAsync()).Single(i => i.RecordId == second);
        await house.Services.GetRequiredService<SyncItems>().ExcludeAsync(item.Id, house.Ada.Id, null, PushHouse.Curator, Stop);
        await CorrectAsync(house, second, "doi:10.5555/engine.2", "doi:10.5555/engine.9");
        await CorrectAsync(house, first, "doi:10.5555/engine.1", "doi:10.5555/engine.2");
        await house.Database.Transactions.RunAsync((db, ct) => db.DuplicatePairs.ExecuteDeleteAsync(ct), Stop);

        await house.SettleAsync();
        var pair = await house.PairAsync();
        await CorrectAsync(house, first, "doi:10.5555/engine.2", "doi:10.5555/engine.1");
        await house.PlanAsync();

        (pair.Reason, pair.Key).ShouldBe((DuplicateReason.OrcidSaid, null));
        (await house.PairsAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Where_there_is_none_it_takes_three_questions()
    {
        await using var house = await PushHouse.OpenAsync(DatabaseProvider.Sqlite);
        await house.SaveAsync(30);
        await house.PlanAsync();
        var commands = new DbCommandCount();
        var process = house.Compose(commands: commands);
        await using var db = await process.GetRequiredService<IDbContextFactory<PortalDb>>().CreateDbContextAsync(Stop);
        var records = await db.Records.ToListAsync(Stop);
        commands.Clear();

        await new DuplicateFinding(db, VocabularySnapshot.Defaults, house.Clock.GetUtcNow()).LookAsync(records, Stop);

        commands.All.ShouldBe(3, string.Join('\n', commands.Most(9)));
    }

    private static async Task CorrectAsync(PushHouse house, Guid record, string key, string doi) =>
        (await house.Services.GetRequiredService<RecordCorrections>().CorrectAsync(record, [new CorrectionRequest(FieldPaths.ExternalIds, key, CorrectionOp.Replace, doi)], null, null, PushHouse.Curator, Stop)).ShouldBeOfType<CorrectionResult.Saved>();
}
