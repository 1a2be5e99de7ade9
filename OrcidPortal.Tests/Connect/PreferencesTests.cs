using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OrcidPortal.Connect;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.Live;
using OrcidPortal.OrcidApi;
using OrcidPortal.Security;
using OrcidPortal.Tests.Infrastructure;

namespace OrcidPortal.Tests.Connect;

/// <summary>What people want sent, and the lists of people.</summary>
public sealed class PreferencesTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_choice_leaves_an_agreement_and_a_plan_request_and_the_same_choice_nothing(DatabaseProvider provider)
    {
        await using var database = await Databases.OpenAsync(provider, Stop);
        var person = Person("p1", "Carberry");
        await database.AddAsync(person);
        var preferences = Rooms(database).GetRequiredService<Preferences>();

        var before = await preferences.GetAsync(person.Id, Stop);
        await preferences.SaveAsync(person.Id, SendMode.AtOnce, KindPreferences.Of(new Preference { PersonId = person.Id, Works = WorksChoice.None }), Actor.CommandLine, "de", Stop);
        await preferences.SaveAsync(person.Id, SendMode.AtOnce, KindPreferences.Of(new Preference { PersonId = person.Id, Works = WorksChoice.None }), Actor.CommandLine, "de", Stop);
        var after = await preferences.GetAsync(person.Id, Stop);

        (before.Mode, before.Works, before.AlreadyThere).ShouldBe((SendMode.Daily, WorksChoice.All, AlreadyThereRule.Leave));
        (after.Mode, after.Works).ShouldBe((SendMode.AtOnce, WorksChoice.None));
        var agreement = await database.ReadAsync(db => db.Agreements.SingleAsync(Stop));
        (agreement.Kind, agreement.Language, agreement.Preferences).ShouldBe((AgreementKind.Preferences, "de", "mode=AtOnce; works=None; fundings=yes; affiliations=yes; other-names=yes; keywords=no; countries=no; websites=yes; person-identifiers=yes; already-there=Leave"));
        (await database.ReadAsync(db => db.PlanRequests.SingleAsync(Stop))).PersonId.ShouldBe(person.Id);
        (await database.ReadAsync(db => db.Topics.SingleAsync(t => t.Key == Topics.Person(person.Id), Stop))).Version.ShouldBe(1);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task People_are_listed_once_each_over_the_pages_and_found_by_name_id_and_connection(DatabaseProvider provider)
    {
        await using var database = await Databases.OpenAsync(provider, Stop);
        var people = Enumerable.Range(0, 120).Select(i => Person($"p{i:000}", $"family{i % 7}")).ToList();
        var named = Person("x_1", "O'Brien %", "Zoë");
        await database.AddAsync([.. people, named]);
        await database.AddAsync(new Connection { PersonId = named.Id, Environment = "Simulator", ClientId = "APP-X", Orcid = "0000-0002-1825-0097", State = ConnectionState.Connected, NameCheckOpen = true });
        await database.AddAsync(new Connection { PersonId = people[0].Id, Environment = "Sandbox", ClientId = "APP-X", Orcid = "0000-0002-1825-0097", State = ConnectionState.Connected });
        var list = Rooms(database).GetRequiredService<ConnectionList>();

        var seen = new List<PersonRow>();
        string? cursor = null;
        do
        {
            var page = await list.PeopleAsync(null, null, cursor, Stop);
            seen.AddRange(page.Items);
            cursor = page.Next;
        }
        while (cursor is not null);
        var connected = await list.PeopleAsync(null, true, null, Stop);
        var byName = await list.PeopleAsync("brien zoë", null, null, Stop);
        var byId = await list.PeopleAsync("x_", null, null, Stop);
        var percent = await list.PeopleAsync("%", null, null, Stop);
        var unconnected = await list.PeopleAsync("p000", false, null, Stop);

        seen.Select(r => r.Person.Id).ShouldBe(people.Append(named).Select(p => p.Id), ignoreOrder: true);
        connected.Items.Select(r => r.Connection.Orcid).ShouldBe(["0000-0002-1825-0097"]);
        foreach (var found in (Page<PersonRow>[])[byName, byId, percent]) found.Items.Select(r => r.Person.Id).ShouldBe([named.Id]);
        unconnected.Items.Single().Connection.ShouldBe(ConnectionInfo.Never);
        await Should.ThrowAsync<InvalidCursorException>(() => list.PeopleAsync(null, null, "abc", Stop));
    }

    [Fact]
    public async Task A_curators_word_about_a_name_closes_the_question_once()
    {
        await using var database = await Databases.OpenAsync(Stop);
        var person = Person("p1", "Carberry");
        await database.AddAsync(person);
        await database.AddAsync(new Connection { PersonId = person.Id, Environment = "Simulator", ClientId = "APP-X", Orcid = "0000-0002-1825-0097", State = ConnectionState.Connected, NameCheckOpen = true });
        var list = Rooms(database).GetRequiredService<ConnectionList>();

        await list.ConfirmNameAsync(person.Id, Actor.CommandLine, Stop);
        await list.ConfirmNameAsync(person.Id, Actor.CommandLine, Stop);

        (await list.OfAsync(person.Id, Stop)).NameCheckOpen.ShouldBeFalse();
        (await database.ReadAsync(db => db.PlanRequests.CountAsync(Stop))).ShouldBe(1);
        (await database.ReadAsync(db => db.Audit.CountAsync(a => a.Action == "name.confirmed", Stop))).ShouldBe(1);
    }

    private static Person Person(string localId, string family, string given = "Given") => new()
    {
        LocalId = localId, GivenNames = given, FamilyName = family, SortName = $"{family} {given}".ToLowerInvariant(), CreatedAt = TestDatabase.Start,
    };

    private static ServiceProvider Rooms(TestDatabase database) => database.Compose(
        b =>
        {
            b.WebHost.UseTestServer();
            b.AddOrcidApi();
            b.AddSecurity();
            b.AddConnect();
        },
        ("Security:Mode", "Demo"));
}
