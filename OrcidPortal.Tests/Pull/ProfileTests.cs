using Microsoft.EntityFrameworkCore;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.Pull;
using OrcidPortal.Security;
using OrcidPortal.Tests.Infrastructure;
using OrcidPortal.Tests.Push;

namespace OrcidPortal.Tests.Pull;

public sealed class ProfileTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Name_and_biography_are_offered_taken_over_and_given_back(DatabaseProvider provider)
    {
        await using var house = await PushHouse.OpenAsync(provider);
        await house.Registry.ChangePersonAsync(house.Orcid, new { givenNames = "Augusta Ada", biography = "First programmer.\nLikes engines." });
        await house.PullAsync();
        var asked = (await ViewAsync(house)).Differences;

        asked.Select(d => (d.Part, d.Ours, d.Theirs, d.MayTake)).ShouldBe([(ProfilePart.Name, "Ada Lovelace", "Augusta Ada Lovelace", true), (ProfilePart.Biography, null, "First programmer.\nLikes engines.", true)]);
        foreach (var difference in asked) (await house.Get<Profiles>().TakeAsync(house.Ada.Id, difference, PullHouse.Ada, Stop)).ShouldBeTrue();

        var ada = await AdaAsync(house);
        (ada.GivenNames, ada.FamilyName, ada.SortName, ada.Biography).ShouldBe(("Augusta Ada", "Lovelace", "lovelace augusta ada", "First programmer.\nLikes engines."));
        (await ViewAsync(house)).ShouldSatisfyAllConditions(v => v.Differences.ShouldBeEmpty(), v => v.ListedName.ShouldBe("Ada Lovelace"), v => v.Biography.ShouldNotBeNull());
        foreach (var part in Enum.GetValues<ProfilePart>()) (await house.Get<Profiles>().GiveBackAsync(house.Ada.Id, part, PullHouse.Ada, Stop)).ShouldBeTrue();

        ada = await AdaAsync(house);
        (ada.DisplayName, ada.SortName, ada.ListedFamilyName, ada.Biography).ShouldBe(("Ada Lovelace", "lovelace ada", null, null));
        (await ViewAsync(house)).IsEmpty.ShouldBeTrue();
        (await house.Database.ReadAsync(db => db.Audit.CountAsync(a => a.Action == "profile.changed" && a.By.StartsWith("Ada Lovelace")))).ShouldBe(4);
    }

    [Fact]
    public async Task What_was_kept_is_asked_again_only_where_ORCID_says_something_else()
    {
        await using var house = await PushHouse.OpenAsync(DatabaseProvider.Sqlite);
        await house.Registry.ChangePersonAsync(house.Orcid, new { biography = "First programmer." });
        await house.PullAsync();
        var first = (await ViewAsync(house)).Differences.ShouldHaveSingleItem();

        (await house.Get<Profiles>().KeepAsync(house.Ada.Id, first, PullHouse.Ada, Stop)).ShouldBeTrue();
        await house.PullAsync();
        (await ViewAsync(house)).IsEmpty.ShouldBeTrue();
        await house.Registry.ChangePersonAsync(house.Orcid, new { biography = "Countess." });
        await house.PullAsync();

        (await ViewAsync(house)).Differences.ShouldHaveSingleItem().Theirs.ShouldBe("Countess.");
        (await house.Get<Profiles>().TakeAsync(house.Ada.Id, first, PullHouse.Ada, Stop)).ShouldBeFalse();
        (await AdaAsync(house)).Biography.ShouldBeNull();
    }

    [Fact]
    public async Task What_not_everybody_may_see_at_ORCID_is_not_even_kept()
    {
        await using var house = await PushHouse.OpenAsync(DatabaseProvider.Sqlite);
        await house.Registry.ChangePersonAsync(house.Orcid, new { givenNames = "Augusta", nameVisibility = "limited", biography = "First programmer.", biographyVisibility = "limited" });
        await house.PullAsync();

        (await ViewAsync(house)).IsEmpty.ShouldBeTrue();
        var stored = await house.Database.ReadAsync(db => db.Connections.AsNoTracking().SingleAsync(c => c.PersonId == house.Ada.Id, Stop));
        (stored.GivenNamesAtOrcid, stored.FamilyNameAtOrcid, stored.BiographyAtOrcid).ShouldBe((null, null, null));
    }

    [Fact]
    public async Task Quite_another_name_is_shown_and_not_taken()
    {
        await using var house = await PushHouse.OpenAsync(DatabaseProvider.Sqlite);
        await house.Registry.ChangePersonAsync(house.Orcid, new { givenNames = "Charles", familyName = "Babbage" });
        await house.PullAsync();
        var asked = (await ViewAsync(house)).Differences.ShouldHaveSingleItem();

        (asked.Theirs, asked.MayTake).ShouldBe(("Charles Babbage", false));
        (await house.Get<Profiles>().TakeAsync(house.Ada.Id, asked, PullHouse.Ada, Stop)).ShouldBeFalse();
        (await house.Get<Profiles>().TakeAsync(house.Ada.Id, asked with { MayTake = true }, PullHouse.Ada, Stop)).ShouldBeFalse();
        (await AdaAsync(house)).DisplayName.ShouldBe("Ada Lovelace");
    }

    [Fact]
    public async Task As_long_as_a_curator_looks_at_the_name_it_is_not_offered()
    {
        await using var house = await PushHouse.OpenAsync(DatabaseProvider.Sqlite);
        await house.Registry.ChangePersonAsync(house.Orcid, new { givenNames = "Augusta Ada" });
        await house.Database.Transactions.RunAsync((db, ct) => db.Connections.ExecuteUpdateAsync(s => s.SetProperty(c => c.NameCheckOpen, true), ct), Stop);
        await house.PullAsync();

        (await ViewAsync(house)).Differences.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_chosen_name_outlasts_the_institutions_lists_until_they_give_a_new_one()
    {
        await using var house = await PushHouse.OpenAsync(DatabaseProvider.Sqlite);
        await house.Registry.ChangePersonAsync(house.Orcid, new { givenNames = "Augusta Ada" });
        await house.PullAsync();
        await house.Get<Profiles>().TakeAsync(house.Ada.Id, (await ViewAsync(house)).Differences.ShouldHaveSingleItem(), PullHouse.Ada, Stop);
        var people = new People(house.Database.Transactions, house.Get<IDbContextFactory<PortalDb>>(), house.Clock);

        await people.SaveAsync(house.Ada.LocalId, new PersonFields("Ada", "Lovelace", null, "Engines"), PullHouse.Ada, Stop);
        (await AdaAsync(house)).ShouldSatisfyAllConditions(a => a.DisplayName.ShouldBe("Augusta Ada Lovelace"), a => a.Department.ShouldBe("Engines"));
        await people.SaveAsync(house.Ada.LocalId, new PersonFields("Ada", "King", null, "Engines"), PullHouse.Ada, Stop);

        (await AdaAsync(house)).ShouldSatisfyAllConditions(a => a.DisplayName.ShouldBe("Ada King"), a => a.SortName.ShouldBe("king ada"), a => a.ListedFamilyName.ShouldBeNull());
    }

    private static Task<ProfileView> ViewAsync(PushHouse house) => house.Get<Profiles>().LoadAsync(house.Ada.Id, Stop);

    private static Task<Person> AdaAsync(PushHouse house) => house.Database.ReadAsync(db => db.People.AsNoTracking().SingleAsync(p => p.Id == house.Ada.Id, Stop));
}
