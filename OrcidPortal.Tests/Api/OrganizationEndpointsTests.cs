namespace OrcidPortal.Tests.Api;

public sealed class OrganizationEndpointsTests
{
    [Fact]
    public async Task An_organisation_is_created_changed_by_its_identifier_found_and_tied()
    {
        await using var api = new ApiClient();
        var body = new { name = "Museum of Engines", city = "London", country = "GB", identifiers = new[] { new { source = "ror", value = "05qwgg493" } }, otherNames = new[] { "Babbage Collection" } };

        var (created, made) = await api.SendAsync(HttpMethod.Put, "/api/v1/organizations", body);
        var (changed, _) = await api.SendAsync(HttpMethod.Put, "/api/v1/organizations", body with { city = "Oxford" });
        var (tied, _) = await api.SendAsync(HttpMethod.Put, $"/api/v1/organizations/{made!["id"]}/tie", new { tie = "ours" });

        (created, changed, tied).ShouldBe((201, 200, 204));
        var (_, list) = await api.GetAsync("/api/v1/organizations?query=babb&country=gb&ours=true");
        var found = list!["items"]!.AsArray().ShouldHaveSingleItem()!;
        (found["city"]!.GetValue<string>(), found["otherName"]!.GetValue<string>(), found["tie"]!.GetValue<string>()).ShouldBe(("Oxford", "Babbage Collection", "Ours"));
        found["identifiers"]![0]!["value"]!.GetValue<string>().ShouldBe("https://ror.org/05qwgg493");
        var (_, detail) = await api.GetAsync($"/api/v1/organizations/{made["id"]}");
        (detail!["byHand"]!.GetValue<bool>(), detail["names"]!.AsArray().Count).ShouldBe((true, 2));
    }

    [Fact]
    public async Task What_cannot_be_done_is_refused_in_words()
    {
        await using var api = new ApiClient();
        var nobody = $"/api/v1/organizations/{Guid.NewGuid()}";

        var (invalid, problem) = await api.SendAsync(HttpMethod.Put, "/api/v1/organizations", new { name = "A", identifiers = new[] { new { source = "ISNI", value = "1" } } });

        invalid.ShouldBe(400);
        (problem!["field"]!.GetValue<string>(), problem["detail"]!.GetValue<string>().Contains("ISNI", StringComparison.Ordinal)).ShouldBe(("identifiers", true));
        (await api.SendAsync(HttpMethod.Put, $"{nobody}/tie", new { tie = "mine" })).Status.ShouldBe(400);
        (await api.SendAsync(HttpMethod.Put, $"{nobody}/tie", new { tie = "Ours" })).Status.ShouldBe(404);
        (await api.GetAsync(nobody)).Status.ShouldBe(404);
        (await api.GetAsync("/api/v1/organizations?cursor=x")).Status.ShouldBe(400);
    }
}
