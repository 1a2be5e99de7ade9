using Microsoft.Extensions.DependencyInjection;
using OrcidPortal.Connect;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.Tests.Infrastructure;

namespace OrcidPortal.Tests.Push;

public sealed class SendingTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Every_valid_work_goes_in_as_few_calls_as_possible_and_a_second_push_makes_none(DatabaseProvider provider)
    {
        await using var house = await PushHouse.OpenAsync(provider);
        await house.SaveAsync(230);

        await house.PushAsync();
        var afterFirst = await house.Registry.CallsAsync(house.Orcid);
        await house.PushAsync();

        afterFirst.ShouldBe(["POST /works", "POST /works", "POST /works"]);
        (await house.Registry.CallsAsync(house.Orcid)).ShouldBe(afterFirst);
        (await house.Registry.WorksAsync(house.Orcid)).Select(w => w.Title).Distinct().Count().ShouldBe(230);
        (await house.StatesAsync()).ShouldBe(new Dictionary<SyncState, int> { [SyncState.InSync] = 230 });
        (await house.HistoryAsync()).Count(h => h is { Operation: SyncOperation.Add, Outcome: HistoryOutcome.Done, PutCode: not null, HttpStatus: 200, Section: "work", DurationMs: not null }).ShouldBe(230);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_changed_title_makes_one_update_after_the_quiet_time_and_a_changed_abstract_none(DatabaseProvider provider)
    {
        await using var house = await PushHouse.OpenAsync(provider);
        await house.SaveAsync(3);
        await house.PushAsync();

        await house.SaveAsync(house.Draft(1, "On the analytical engine"), house.Draft(2, abstractText: "Now with an abstract"));
        await house.PushAsync();
        var before = await house.Registry.WritesAsync(house.Orcid);
        house.Clock.Advance(TimeSpan.FromHours(24));
        await house.PushAsync();
        await house.PushAsync();

        before.ShouldBe(["POST /works"]);
        (await house.Registry.WritesAsync(house.Orcid)).ShouldBe(["POST /works", "PUT /work"]);
        (await house.Registry.WorksAsync(house.Orcid)).ShouldContain(w => w.Title == "On the analytical engine");
        (await house.StatesAsync()).ShouldBe(new Dictionary<SyncState, int> { [SyncState.InSync] = 3 });
    }

    [Fact]
    public async Task Send_now_skips_the_quiet_time_and_names_who_asked()
    {
        await using var house = await PushHouse.OpenAsync(DatabaseProvider.Sqlite);
        await house.SaveAsync(1);
        await house.PushAsync();
        await house.SaveAsync(house.Draft(1, "On the analytical engine"));
        await house.PlanAsync();

        (await house.SendNowAsync()).ShouldBe(1);
        await house.PushAsync();

        (await house.Registry.WritesAsync(house.Orcid)).ShouldBe(["POST /works", "PUT /work"]);
        (await house.HistoryAsync()).Last().By.ShouldBe("Cora Curator");
        (await house.ItemAsync()).SendNowAt.ShouldBeNull();
    }

    [Fact]
    public async Task Send_now_counts_for_a_change_that_is_not_planned_yet()
    {
        await using var house = await PushHouse.OpenAsync(DatabaseProvider.Sqlite);
        await house.SaveAsync(1);
        await house.PushAsync();
        await house.SaveAsync(house.Draft(1, "On the analytical engine"));

        var hurried = await house.SendNowAsync();
        await house.PushAsync();

        hurried.ShouldBe(1);
        (await house.Registry.WritesAsync(house.Orcid)).ShouldBe(["POST /works", "PUT /work"]);
    }

    [Fact]
    public async Task Switching_works_off_and_on_again_makes_no_call()
    {
        await using var house = await PushHouse.OpenAsync(DatabaseProvider.Sqlite);
        await house.SaveAsync(5);
        await house.PushAsync();
        var preferences = house.Services.GetRequiredService<Preferences>();
        var cancellationToken = TestContext.Current.CancellationToken;

        await preferences.SaveAsync(house.Ada.Id, SendMode.AtOnce, KindPreferences.Of(new Preference { PersonId = house.Ada.Id, Works = WorksChoice.None }), PushHouse.Curator, "en", cancellationToken);
        await house.PushAsync();
        var off = await house.StatesAsync();
        await preferences.SaveAsync(house.Ada.Id, SendMode.AtOnce, KindPreferences.Of(new Preference { PersonId = house.Ada.Id, Works = WorksChoice.All }), PushHouse.Curator, "en", cancellationToken);
        await house.PushAsync();

        off.ShouldBe(new Dictionary<SyncState, int> { [SyncState.NotChosen] = 5 });
        (await house.StatesAsync()).ShouldBe(new Dictionary<SyncState, int> { [SyncState.InSync] = 5 });
        (await house.Registry.CallsAsync(house.Orcid)).ShouldBe(["POST /works"]);
    }

    [Fact]
    public async Task What_goes_once_a_day_waits_for_its_hour()
    {
        await using var house = await PushHouse.OpenAsync(DatabaseProvider.Sqlite);
        await house.Services.GetRequiredService<Preferences>()
            .SaveAsync(house.Ada.Id, SendMode.Daily, KindPreferences.Of(new Preference()), PushHouse.Curator, "en", TestContext.Current.CancellationToken);
        await house.SaveAsync(2);

        await house.PushAsync();
        var atNine = await house.Registry.CallsAsync(house.Orcid);
        house.Clock.Advance(TimeSpan.FromHours(13));
        await house.PushAsync();

        atNine.ShouldBeEmpty();
        (await house.Registry.CallsAsync(house.Orcid)).ShouldBe(["POST /works"]);
    }

    [Fact]
    public async Task Nothing_goes_while_the_first_sync_is_not_confirmed_even_when_asked_for()
    {
        await using var house = await PushHouse.OpenAsync(DatabaseProvider.Sqlite, confirmed: false);
        await house.SaveAsync(2);
        await house.PlanAsync();

        await house.SendNowAsync();
        await house.PushAsync();

        (await house.Registry.WritesAsync(house.Orcid)).ShouldBeEmpty();
        (await house.StatesAsync()).ShouldBe(new Dictionary<SyncState, int> { [SyncState.AwaitingApproval] = 2 });
    }

    [Fact]
    public async Task A_work_that_ORCID_would_refuse_does_not_go_and_the_others_do()
    {
        await using var house = await PushHouse.OpenAsync(DatabaseProvider.Sqlite);
        var broken = house.Draft(2) with { Fields = house.Draft(2).Fields with { Type = null } };
        await house.SaveAsync(house.Draft(1), broken, house.Draft(3));

        await house.PushAsync();

        (await house.StatesAsync()).ShouldBe(new Dictionary<SyncState, int> { [SyncState.InSync] = 2, [SyncState.NeedsFix] = 1 }, ignoreOrder: true);
        (await house.Registry.WorksAsync(house.Orcid)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_record_that_is_no_longer_theirs_is_removed_after_a_week()
    {
        await using var house = await PushHouse.OpenAsync(DatabaseProvider.Sqlite);
        await house.SaveAsync(2);
        await house.PushAsync();
        var gone = (await house.ItemsAsync())[0];

        await house.EndAsync(gone.RecordId);
        await house.PushAsync();
        house.Clock.Advance(TimeSpan.FromDays(6));
        await house.PushAsync();
        var early = await house.Registry.WorksAsync(house.Orcid);
        house.Clock.Advance(TimeSpan.FromDays(1));
        await house.PushAsync();

        early.Count.ShouldBe(2);
        (await house.Registry.WorksAsync(house.Orcid)).ShouldNotContain(w => w.PutCode == gone.PutCode);
        (await house.Registry.WritesAsync(house.Orcid)).ShouldBe(["POST /works", "DELETE /work"]);
    }

    [Fact]
    public async Task What_the_person_removed_at_ORCID_is_not_added_again()
    {
        await using var house = await PushHouse.OpenAsync(DatabaseProvider.Sqlite);
        await house.SaveAsync(1);
        await house.PushAsync();
        await house.Registry.RemoveWorkAsync(house.Orcid, (await house.ItemAsync()).PutCode!.Value);

        await house.SaveAsync(house.Draft(1, "On the analytical engine"));
        await house.PlanAsync();
        house.Clock.Advance(TimeSpan.FromDays(2));
        await house.PushAsync();
        await house.PushAsync();

        (await house.ItemAsync()).State.ShouldBe(SyncState.RemovedAtOrcid);
        (await house.Registry.WritesAsync(house.Orcid)).ShouldBe(["POST /works", "PUT /work"]);
        (await house.Registry.WorksAsync(house.Orcid)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_revoked_token_blocks_the_person_and_keeps_the_items()
    {
        await using var house = await PushHouse.OpenAsync(DatabaseProvider.Sqlite);
        await house.SaveAsync(150);
        await house.Registry.RevokeAsync(house.Orcid);

        await house.PushAsync();
        await house.PushAsync();

        (await house.Registry.WritesAsync(house.Orcid)).ShouldBe(["POST /works"]);
        (await house.ItemsAsync()).ShouldAllBe(i => i.State == SyncState.Blocked && i.BlockReason == BlockReason.TokenRejected && i.Attempts == 0 && i.BatchId == null);
    }

    [Fact]
    public async Task A_busy_registry_uses_up_no_attempts()
    {
        await using var house = await PushHouse.OpenAsync(DatabaseProvider.Sqlite);
        await house.SaveAsync(2);
        await house.Registry.FaultAsync(new { method = "POST", status = 503 });

        await house.PushAsync();
        var busy = await house.ItemsAsync();
        house.Clock.Advance(TimeSpan.FromMinutes(2));
        await house.PushAsync();

        busy.ShouldAllBe(i => i.State == SyncState.Retrying && i.Failure == FailureKind.Busy && i.Attempts == 0);
        (await house.StatesAsync()).ShouldBe(new Dictionary<SyncState, int> { [SyncState.InSync] = 2 });
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Many_people_go_side_by_side_each_in_one_call_also_with_two_processes(DatabaseProvider provider)
    {
        await using var house = await PushHouse.OpenAsync(provider);
        var people = Enumerable.Range(1, 20).Select(i => new Person { LocalId = $"p{i}", GivenNames = "P", FamilyName = $"Number{i}", SortName = $"number{i} p" }).ToList();
        var orcids = new List<string>();
        foreach (var person in people)
        {
            await house.Database.AddAsync(person, new Preference { PersonId = person.Id, Mode = SendMode.AtOnce });
            orcids.Add(await house.ConnectAsync(person, confirmed: true));
        }
        await house.SaveAsync([.. people.SelectMany((p, n) => Enumerable.Range(1, 4).Select(i => house.Draft(n * 100 + i, person: p) with { LocalId = $"{n}-{i}" }))]);
        await house.PlanAsync();

        await Task.WhenAll(house.PushAsync(), house.PushAsync(house.Compose()));

        foreach (var orcid in orcids) (await house.Registry.WritesAsync(orcid)).ShouldBe(["POST /works"]);
        (await house.StatesAsync()).ShouldBe(new Dictionary<SyncState, int> { [SyncState.InSync] = 80 });
    }

    [Fact]
    public async Task A_running_import_keeps_the_sender_away_for_a_minute_at_most()
    {
        await using var house = await PushHouse.OpenAsync(DatabaseProvider.Sqlite);
        await house.SaveAsync(2);
        await house.Database.AddAsync(new ImportRun { Format = "bibtex", FileName = "a.bib", PersonId = house.Ada.Id, State = ImportState.Running, By = "t", CreatedAt = PushHouse.Start, AliveAt = PushHouse.Start });

        await house.PushAsync();
        var during = await house.Registry.WritesAsync(house.Orcid);
        house.Clock.Advance(TimeSpan.FromSeconds(61));
        await house.PushAsync();

        during.ShouldBeEmpty();
        (await house.Registry.WritesAsync(house.Orcid)).ShouldBe(["POST /works"]);
    }

    [Fact]
    public async Task No_token_is_in_the_tables_or_in_what_the_ledger_says()
    {
        await using var house = await PushHouse.OpenAsync(DatabaseProvider.Sqlite);
        await house.SaveAsync(1);
        await house.PushAsync();
        var token = (await house.Services.GetRequiredService<Tokens>().OpenAsync(house.Ada.Id, TestContext.Current.CancellationToken))!.AccessToken;

        var rows = System.Text.Json.JsonSerializer.Serialize(new object[] { await house.HistoryAsync(), await house.ItemsAsync(), await house.Database.ReadAsync(db => Task.FromResult(db.Batches.ToList())) });

        token.Length.ShouldBeGreaterThan(10);
        rows.ShouldNotContain(token);
    }
}
