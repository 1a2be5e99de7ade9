using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.Security;
using OrcidPortal.Tests.Infrastructure;

namespace OrcidPortal.Tests.Security;

/// <summary>Which account is which person.</summary>
public sealed class AccountsTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task An_e_mail_address_proposes_and_the_person_confirms(DatabaseProvider provider)
    {
        await using var database = await Databases.OpenAsync(provider, Stop);
        await using var rooms = Compose(database);
        var person = await PersonAsync(rooms, "p1", "Ann@Example.edu");
        var before = await SignInAsync(rooms, "a", "ann@example.EDU");

        var confirmed = await rooms.GetRequiredService<Accounts>().ConfirmPersonAsync(before.AccountId, person.Id, Stop);
        var after = await SignInAsync(rooms, "a", "ann@example.edu");

        before.Person.ShouldBeNull();
        before.Proposed!.Id.ShouldBe(person.Id);
        before.Roles.ShouldBeEmpty();
        confirmed.ShouldBeTrue();
        after.Person!.Id.ShouldBe(person.Id);
        after.Roles.ShouldBe([Roles.Researcher]);
        after.Actor.PersonId.ShouldBe(person.Id);
    }

    [Fact]
    public async Task An_address_of_two_people_or_a_declined_one_proposes_nobody()
    {
        await using var database = await Databases.OpenAsync(Stop);
        await using var rooms = Compose(database);
        await PersonAsync(rooms, "p1", "shared@example.edu");
        await PersonAsync(rooms, "p2", "shared@example.edu");
        var own = await PersonAsync(rooms, "p3", "own@example.edu");

        var shared = await SignInAsync(rooms, "a", "shared@example.edu");
        var proposed = await SignInAsync(rooms, "b", "own@example.edu");
        await rooms.GetRequiredService<Accounts>().DeclineProposalAsync(proposed.AccountId, Stop);
        var declined = await SignInAsync(rooms, "b", "own@example.edu");
        var late = await rooms.GetRequiredService<Accounts>().ConfirmPersonAsync(declined.AccountId, own.Id, Stop);

        shared.Proposed.ShouldBeNull();
        proposed.Proposed!.Id.ShouldBe(own.Id);
        declined.Proposed.ShouldBeNull();
        late.ShouldBeFalse();
    }

    [Fact]
    public async Task Nobody_confirms_a_person_who_was_not_proposed()
    {
        await using var database = await Databases.OpenAsync(Stop);
        await using var rooms = Compose(database);
        var other = await PersonAsync(rooms, "p1", "other@example.edu");
        var user = await SignInAsync(rooms, "a", "me@example.edu");

        var confirmed = await rooms.GetRequiredService<Accounts>().ConfirmPersonAsync(user.AccountId, other.Id, Stop);

        confirmed.ShouldBeFalse();
        (await database.ReadAsync(db => db.Accounts.SingleAsync(Stop))).PersonId.ShouldBeNull();
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task One_person_is_not_taken_by_two_accounts_even_at_the_same_moment(DatabaseProvider provider)
    {
        await using var database = await Databases.OpenAsync(provider, Stop);
        await using var rooms = Compose(database);
        var person = await PersonAsync(rooms, "p1", "ann@example.edu");
        var users = new List<SignedIn>();
        for (var i = 0; i < 6; i++) users.Add(await SignInAsync(rooms, $"a{i}", "ann@example.edu"));

        var confirmed = await Task.WhenAll(users.Select(u => Task.Run(() => rooms.GetRequiredService<Accounts>().ConfirmPersonAsync(u.AccountId, person.Id, Stop))));

        confirmed.Count(c => c).ShouldBe(1);
        (await database.ReadAsync(db => db.Accounts.CountAsync(a => a.PersonId == person.Id, Stop))).ShouldBe(1);
    }

    [Fact]
    public async Task A_person_named_by_the_sign_in_is_tied_at_once_but_not_taken_from_another_account()
    {
        await using var database = await Databases.OpenAsync(Stop);
        await using var rooms = Compose(database);
        var person = await PersonAsync(rooms, "p1", null);

        var first = await SignInAsync(rooms, "a", null, personLocalId: "p1");
        var second = await SignInAsync(rooms, "b", null, personLocalId: "p1");

        first.Person!.Id.ShouldBe(person.Id);
        second.Person.ShouldBeNull();
        (await database.ReadAsync(db => db.Audit.CountAsync(a => a.Action == "person.taken", Stop))).ShouldBe(1);
    }

    private static ServiceProvider Compose(TestDatabase database) => database.Compose(b => b.AddSecurity(), ("Security:Mode", "Entra"), ("AzureAd:Instance", "https://login.example.org/"), ("AzureAd:TenantId", "t"), ("AzureAd:ClientId", "c"));

    private static async Task<Person> PersonAsync(IServiceProvider rooms, string localId, string? email) =>
        (await rooms.GetRequiredService<People>().SaveAsync(localId, new PersonFields("Ann", "Ame", email, null), Actor.CommandLine, Stop)).ShouldBeOfType<SavePersonResult.Saved>().Person;

    private static async Task<SignedIn> SignInAsync(IServiceProvider rooms, string subject, string? email, string? personLocalId = null)
    {
        var facts = SignInFacts.Create("https://issuer.example", subject, "Ann", email, [Roles.Researcher], personLocalId)!;
        var principal = await rooms.GetRequiredService<SignIns>().BeginAsync(facts, Stop);
        return (await rooms.GetRequiredService<Sessions>().FindAsync(principal, Stop))!;
    }
}
