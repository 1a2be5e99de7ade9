using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OrcidPortal.Data;
using OrcidPortal.Security;
using OrcidPortal.Tests.Infrastructure;

namespace OrcidPortal.Tests.Security;

/// <summary>What is stored of a person.</summary>
public sealed class PeopleTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_person_is_created_then_changed_and_each_change_is_audited_once()
    {
        await using var database = await Databases.OpenAsync(Stop);
        var people = People(database);

        var created = await people.SaveAsync(" p1 ", new PersonFields("Zoe\u0308", "Müller", "Zoe@Example.edu", " "), Actor.CommandLine, Stop);
        var same = await people.SaveAsync("p1", new PersonFields("Zoë", "Müller", "zoe@example.edu", null), Actor.CommandLine, Stop);
        await people.SaveAsync("p1", new PersonFields("Zoë", "Müller-Łęcka", null, "Maths"), Actor.CommandLine, Stop);

        created.ShouldBeOfType<SavePersonResult.Saved>().Created.ShouldBeTrue();
        same.ShouldBeOfType<SavePersonResult.Saved>().Created.ShouldBeFalse();
        var stored = (await people.FindAsync("p1", Stop))!;
        (stored.GivenNames, stored.FamilyName, stored.Email, stored.Department, stored.SortName).ShouldBe(("Zoë", "Müller-Łęcka", null, "Maths", "müller-łęcka zoë"));
        (await database.ReadAsync(db => db.Audit.OrderBy(a => a.Id).Select(a => a.Action).ToListAsync(Stop))).ShouldBe(["person.created", "person.changed"]);
    }

    [Theory]
    [InlineData("", "F", null, "localId")]
    [InlineData("a/b", "F", null, "localId")]
    [InlineData("a\\b", "F", null, "localId")]
    [InlineData("a\u0000b", "F", null, "localId")]
    [InlineData("..", "F", null, "localId")]
    [InlineData("p", "", null, "familyName")]
    [InlineData("p", "F\u0007", null, "familyName")]
    [InlineData("p", "F", "nobody", "email")]
    [InlineData("p", "F", "a@b@c", "email")]
    [InlineData("p", "F", "a b@c.d", "email")]
    [InlineData("p", "F", "@c.d", "email")]
    public async Task What_cannot_be_stored_is_refused_with_its_field(string localId, string family, string? email, string field)
    {
        await using var database = await Databases.OpenAsync(Stop);

        var result = await People(database).SaveAsync(localId, new PersonFields("G", family, email, null), Actor.CommandLine, Stop);

        result.ShouldBeOfType<SavePersonResult.Invalid>().Field.ShouldBe(field);
        (await database.ReadAsync(db => db.People.CountAsync(Stop))).ShouldBe(0);
    }

    [Fact]
    public async Task Half_a_character_is_refused()
    {
        await using var database = await Databases.OpenAsync(Stop);
        var people = People(database);

        var id = await people.SaveAsync("p\ud800", new PersonFields("G", "F", null, null), Actor.CommandLine, Stop);
        var name = await people.SaveAsync("p", new PersonFields("G", "F\udc00", null, null), Actor.CommandLine, Stop);

        id.ShouldBeOfType<SavePersonResult.Invalid>().Field.ShouldBe("localId");
        name.ShouldBeOfType<SavePersonResult.Invalid>().Field.ShouldBe("familyName");
    }

    [Fact]
    public async Task Overlong_values_are_refused_and_the_longest_fit()
    {
        await using var database = await Databases.OpenAsync(Stop);
        var people = People(database);

        var longest = await people.SaveAsync(new string('i', 100), new PersonFields(new string('g', 200), new string('f', 200), new string('e', 310) + "@x.edu", new string('d', 200)), Actor.CommandLine, Stop);
        var longer = await people.SaveAsync(new string('i', 101), new PersonFields("G", "F", null, null), Actor.CommandLine, Stop);
        var longName = await people.SaveAsync("p", new PersonFields("G", new string('f', 201), null, null), Actor.CommandLine, Stop);

        longest.ShouldBeOfType<SavePersonResult.Saved>().Person.SortName.Length.ShouldBe(300);
        longer.ShouldBeOfType<SavePersonResult.Invalid>().Field.ShouldBe("localId");
        longName.ShouldBeOfType<SavePersonResult.Invalid>().Field.ShouldBe("familyName");
    }

    private static People People(TestDatabase database) => database.Compose(b => b.AddSecurity(), ("Security:Mode", "Demo")).GetRequiredService<People>();
}
