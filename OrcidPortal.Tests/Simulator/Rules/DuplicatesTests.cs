using static OrcidPortal.Tests.Simulator.SimulatorServer;

namespace OrcidPortal.Tests.Simulator.Rules;

/// <summary>What a source may have only once on a record: works have tests of their own.</summary>
public sealed class DuplicatesTests
{
    private const string Scope = AllScopes + " /person/update";

    public static TheoryData<string> Activities => [.. ItemBodies.Affiliations, "funding"];

    /// <summary>The kind, the value that may not come twice, what ORCID says instead of it, and what makes another of it.</summary>
    public static TheoryData<string, string, string> OfPerson => new()
    {
        { "other-name", "J. Carberry", "J. Carberry" },
        { "keyword", "J. Carberry", "J. Carberry" },
        { "address", "US", "US" },
        { "researcher-url", "https://example.org/home", "Home" },
        { "external-identifier", ">6602258586", "http://www.scopus.com/6602258586" },
    };

    [Theory]
    [MemberData(nameof(Activities))]
    public async Task A_second_one_with_the_same_identifier_is_a_duplicate_among_its_kind_only(string kind)
    {
        await using var server = await StartAsync();
        var token = await server.TokenAsync(Laure);
        var first = await server.SendAsync("POST", $"v3.0/{Laure}/{kind}", token, ItemBodies.Sound(kind));

        var again = await server.SendAsync("POST", $"v3.0/{Laure}/{kind}", token, ItemBodies.Sound(kind).But(">2010<", ">2011<"));
        var other = await server.SendAsync("POST", $"v3.0/{Laure}/{kind}", token, ItemBodies.Sound(kind).But("-1<", "-2<"));

        first.Status.ShouldBe(201, first.Body);
        (again.Status, again.Code).ShouldBe((409, 9021));
        again.Message.ShouldContain($"please see element with put-code {first.PutCode}.");
        other.Status.ShouldBe(201);
        foreach (var another in ItemBodies.Affiliations.Where(a => a != kind))
            (await server.SendAsync("POST", $"v3.0/{Laure}/{another}", token, ItemBodies.Sound(another))).Status.ShouldBe(201, another);
    }

    [Theory]
    [MemberData(nameof(Activities))]
    public async Task An_update_that_takes_anothers_identifier_is_a_duplicate(string kind)
    {
        await using var server = await StartAsync();
        var token = await server.TokenAsync(Laure);
        var one = (await server.SendAsync("POST", $"v3.0/{Laure}/{kind}", token, ItemBodies.Sound(kind))).PutCode!;
        var two = (await server.SendAsync("POST", $"v3.0/{Laure}/{kind}", token, ItemBodies.Sound(kind).But("-1<", "-2<"))).PutCode!;

        var answer = await server.SendAsync("PUT", $"v3.0/{Laure}/{kind}/{two}", token, ItemBodies.Sound(kind).WithPutCode(two));

        (answer.Status, answer.Code).ShouldBe((409, 9021));
        answer.Message.ShouldContain($"put-code {one}.");
    }

    [Theory]
    [InlineData("education", "self", "self", true)]
    [InlineData("education", "", "", true)]
    [InlineData("education", "self", "", false)]
    [InlineData("education", "part-of", "part-of", false)]
    [InlineData("membership", "version-of", "version-of", false)]
    [InlineData("funding", "self", "part-of", false)]
    [InlineData("funding", "part-of", "part-of", false)]
    public async Task Identifiers_clash_when_both_are_the_items_own_or_say_nothing(string kind, string one, string two, bool clash)
    {
        await using var server = await StartAsync();
        var token = await server.TokenAsync(Laure);
        await server.SendAsync("POST", $"v3.0/{Laure}/{kind}", token, Related(one));

        var answer = await server.SendAsync("POST", $"v3.0/{Laure}/{kind}", token, Related(two));

        answer.Status.ShouldBe(clash ? 409 : 201, answer.Body);

        string Related(string relationship) => relationship.Length == 0
            ? ItemBodies.Sound(kind).But("<common:external-id-relationship>…</common:external-id-relationship>", "")
            : ItemBodies.Sound(kind).But(">self<", $">{relationship}<");
    }

    [Theory]
    [InlineData("qualification", 409)]
    [InlineData("funding", 201)]
    public async Task Spellings_of_one_identifier_are_the_same_for_affiliations_and_not_for_fundings(string kind, int status)
    {
        await using var server = await StartAsync();
        var token = await server.TokenAsync(Laure);
        await server.SendAsync("POST", $"v3.0/{Laure}/{kind}", token, ItemBodies.Sound(kind));

        var answer = await server.SendAsync("POST", $"v3.0/{Laure}/{kind}", token, ItemBodies.Sound(kind).But(kind == "funding" ? "G-1" : "P-1", kind == "funding" ? "g-1" : "p-1"));

        answer.Status.ShouldBe(status, answer.Body);
    }

    [Theory]
    [MemberData(nameof(OfPerson))]
    public async Task The_same_is_said_of_a_person_once_by_each_source(string kind, string value, string named)
    {
        await using var server = await StartAsync();
        var (token, crossref) = (await server.TokenAsync(Laure, Scope), await server.TokenAsync(Laure, Scope, OtherClient));
        var path = $"v3.0/{Laure}/{ItemBodies.PathOf(kind)}";
        var different = ItemBodies.Sound(kind).But(value, value == "US" ? "GB" : value + "1");
        await server.SendAsync("POST", path, token, ItemBodies.Sound(kind));

        var again = await server.SendAsync("POST", path, token, ItemBodies.Sound(kind));
        var byOther = await server.SendAsync("POST", path, crossref, ItemBodies.Sound(kind));
        var another = await server.SendAsync("POST", path, token, different);
        var updated = await server.SendAsync("PUT", $"{path}/{another.PutCode}", token, ItemBodies.Sound(kind).WithPutCode(another.PutCode!));

        (again.Status, again.Code).ShouldBe((409, 9030));
        again.Message.ShouldBe($"The element '{named}' of type '{kind}' is duplicated.");
        (byOther.Status, another.Status).ShouldBe((201, 201));
        (updated.Status, updated.Code).ShouldBe((409, 9030));
    }
}
