using OrcidPortal.Data;
using OrcidPortal.Pull;
using OrcidPortal.Tests.Infrastructure;
using OrcidPortal.Tests.Push;

namespace OrcidPortal.Tests.Pull;

public sealed class PeopleLookupTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Somebody_is_found_by_name_and_by_an_iD_they_gave_and_never_with_an_iD()
    {
        await using var house = await PushHouse.OpenAsync(DatabaseProvider.Sqlite);
        await house.Registry.AddItemAsync(house.Orcid, "employment", PullHouse.Employment("University of Elsewhere", "Analyst", "1942"));
        await house.Registry.AddPersonAsync("Ada", "Other");

        var byName = await FindAsync(house, new LookupQuestion("Ada", "Lovelace", null, null, null));
        var byPlace = await FindAsync(house, new LookupQuestion(null, "Lovelace", null, "University of Elsewhere", null));
        var byId = await FindAsync(house, new LookupQuestion("Somebody", "Else", null, null, $"https://orcid.org/{house.Orcid}"));
        var nobody = await FindAsync(house, new LookupQuestion("Ada", "Nobody", null, null, null));

        byName.People.ShouldHaveSingleItem().ShouldSatisfyAllConditions(p => p.Name.ShouldBe("Ada Lovelace"), p => p.Institutions.ShouldBe(["University of Elsewhere"]));
        byPlace.Total.ShouldBe(1);
        byId.People.ShouldHaveSingleItem().Name.ShouldBe("Ada Lovelace");
        nobody.Total.ShouldBe(0);
        typeof(FoundPerson).GetProperties().ShouldNotContain(p => p.Name.Contains("Orcid", StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("Ada", "Lovelace", null, null, null, "given-names:\"Ada\" AND family-name:\"Lovelace\"")]
    [InlineData(null, "O\"Hara\" OR *:*", null, null, null, "family-name:\"O Hara  OR *:*\"")]
    [InlineData("a\\", null, null, null, null, "given-names:\"a\"")]
    [InlineData(null, "Lovelace", "ada@example.org", "Brown", null, "email:\"ada@example.org\" OR (family-name:\"Lovelace\" AND affiliation-org-name:\"Brown\")")]
    [InlineData("Ada", null, null, null, "0000-0002-1825-0097", "orcid:0000-0002-1825-0097")]
    [InlineData(" ", "", null, "\"", "no iD", null)]
    public void What_is_typed_cannot_leave_its_quotes(string? given, string? family, string? email, string? place, string? orcid, string? query) =>
        PeopleLookup.QueryOf(new LookupQuestion(given, family, email, place, orcid)).ShouldBe(query);

    [Fact]
    public async Task A_registry_that_does_not_answer_is_said_so()
    {
        await using var house = await PushHouse.OpenAsync(DatabaseProvider.Sqlite);
        await house.Registry.FaultAsync(new { method = "GET", status = 503, count = 5 });

        (await house.Get<PeopleLookup>().FindAsync(new LookupQuestion("Ada", null, null, null, null), Stop)).ShouldBe(new LookupAnswer.Failed(false));
        (await house.Get<PeopleLookup>().FindAsync(new LookupQuestion(null, null, null, null, null), Stop)).ShouldBeOfType<LookupAnswer.Nothing>();
    }

    private static async Task<LookupAnswer.Found> FindAsync(PushHouse house, LookupQuestion question) => (await house.Get<PeopleLookup>().FindAsync(question, Stop)).ShouldBeOfType<LookupAnswer.Found>();
}
