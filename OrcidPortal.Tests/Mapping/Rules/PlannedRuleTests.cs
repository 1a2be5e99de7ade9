using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OrcidPortal.Connect;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.Mapping;
using OrcidPortal.Records;
using OrcidPortal.Tests.Push;

namespace OrcidPortal.Tests.Mapping.Rules;

/// <summary>Rules among several records of a person: the planner finds them, and finds nothing else wrong.</summary>
public sealed class PlannedRuleTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Two_works_with_one_address_of_their_own_share_an_identifier()
    {
        await using var house = await PushHouse.OpenAsync(DatabaseProvider.Sqlite);
        var row = RuleTable.Of(ProblemCodes.ExternalIdShared);
        var id = new FieldIdentifier("uri", "https://example.org/lakes", "self");

        await SaveAsync(house, row.Kind, row.Sound with { ExternalIds = [.. row.Sound.ExternalIds, id] }, row.Sound with { Title = "On rivers", ExternalIds = [new FieldIdentifier("doi", "10.5555/rivers"), id] });

        (await ProblemsAsync(house)).ShouldBe([(row.Code, row.Severity, row.Field, "On lakes"), (row.Code, row.Severity, row.Field, "On rivers")]);
    }

    [Fact]
    public async Task Two_keywords_that_say_the_same_are_one()
    {
        await using var house = await PushHouse.OpenAsync(DatabaseProvider.Sqlite, scopes: "/read-limited /activities/update /person/update");
        var row = RuleTable.Of(ProblemCodes.ItemShared);
        var wanted = KindPreferences.Of(new Preference()) with { Keywords = true };
        await house.Services.GetRequiredService<OrcidPortal.Connect.Preferences>().SaveAsync(house.Ada.Id, SendMode.AtOnce, wanted, PushHouse.Curator, "en", Stop);

        await SaveAsync(house, row.Kind, row.Sound, row.Sound with { Content = "lakes" });

        (await ProblemsAsync(house)).Select(p => (p.Code, p.Severity, p.Field)).ShouldBe([(row.Code, row.Severity, row.Field), (row.Code, row.Severity, row.Field)]);
    }

    [Fact]
    public async Task The_work_after_the_ten_thousandth_is_one_too_many()
    {
        await using var house = await PushHouse.OpenAsync(DatabaseProvider.Sqlite);
        var row = RuleTable.Of(ProblemCodes.WorksTooMany);
        await house.Database.AddAsync([.. Enumerable.Range(0, PersonRules.MostWorks).SelectMany(i => Held(house, i))]);

        await SaveAsync(house, row.Kind, row.Sound);
        await SaveAsync(house, row.Kind, row.Sound with { Subtitle = "Planned once more" });

        (await ProblemsAsync(house)).ShouldBe([(row.Code, row.Severity, row.Field, "10001")]);
    }

    /// <summary>A work that stands in the person's ORCID record.</summary>
    private static object[] Held(PushHouse house, int number)
    {
        var record = new Record { Title = $"W {number}", SortTitle = $"w {number}", CreatedAt = PushHouse.Start, ChangedAt = PushHouse.Start, Fields = new RecordFields { Title = $"W {number}" } };
        return
        [
            record,
            new SyncItem
            {
                PersonId = house.Ada.Id, RecordId = record.Id, Kind = RecordKind.Work, Desired = Desired.Present, PutCode = number + 1, State = SyncState.InSync, StateSince = PushHouse.Start,
                SelfKeys = [$"doi:10.5555/{number}"],
            },
        ];
    }

    private static async Task SaveAsync(PushHouse house, RecordKind kind, params RecordFields[] records)
    {
        await house.SaveAsync([.. records.Select((fields, i) => new RecordDraft(kind, "api:test", $"{i}", fields, house.Ada.Id))]);
        await house.PlanAsync();
    }

    private static Task<List<(string Code, ProblemSeverity Severity, string Field, string Value)>> ProblemsAsync(PushHouse house) => house.Database.ReadAsync(async db =>
        (await db.RecordProblems.Where(p => p.PersonId == house.Ada.Id || p.PersonId == null).OrderBy(p => p.Value).ToListAsync(Stop)).ConvertAll(p => (p.Code, p.Severity, p.Field, p.Value)));
}
