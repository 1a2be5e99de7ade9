using System.Text.Json.Nodes;

namespace OrcidPortal.Tests.Api;

public sealed class PersonRecordEndpointsTests
{
    private const string Records = "/api/v1/people/ada/records";
    private static readonly object Position = new
    {
        kind = "Employment", id = "hr-1", roleTitle = "Lecturer", organizationName = "University of Example", organizationCity = "Example", organizationCountry = "GB", startDate = "2020-01",
    };

    [Fact]
    public async Task Records_are_added_once_changed_and_ended()
    {
        await using var api = await WithPeopleAsync();

        var first = await SaveAsync(api, Position);
        var again = await SaveAsync(api, Position);

        (first["outcome"]!.GetValue<string>(), again["outcome"]!.GetValue<string>()).ShouldBe(("Added", "Unchanged"));
        var id = first["recordId"]!.GetValue<Guid>();
        again["recordId"]!.GetValue<Guid>().ShouldBe(id);
        (await api.GetAsync($"/api/v1/records/{id}")).Body!["kind"]!.GetValue<string>().ShouldBe("Employment");
        (await api.SendAsync(HttpMethod.Delete, $"/api/v1/people/bob/records/{id}")).Status.ShouldBe(404, "it is not Bob's");
        (await api.SendAsync(HttpMethod.Delete, $"{Records}/{id}")).Status.ShouldBe(204);
        (await api.SendAsync(HttpMethod.Delete, $"{Records}/{Guid.NewGuid()}")).Status.ShouldBe(404);
    }

    [Fact]
    public async Task The_same_id_at_another_person_is_another_position()
    {
        await using var api = await WithPeopleAsync();
        var hers = await SaveAsync(api, Position);

        var (_, saved) = await api.SendAsync(HttpMethod.Post, "/api/v1/people/bob/records", new { source = "hr", records = new[] { Position } });

        saved![0]!["outcome"]!.GetValue<string>().ShouldBe("Added");
        saved[0]!["recordId"]!.GetValue<Guid>().ShouldNotBe(hers["recordId"]!.GetValue<Guid>());
    }

    [Fact]
    public async Task What_cannot_be_read_is_refused_at_its_field_and_nothing_is_saved()
    {
        await using var api = await WithPeopleAsync();

        (await RefusedAsync(api, new { source = "hr", records = new object[] { Position, new { kind = "Hobby", id = "1" } } })).ShouldBe("records[1].kind");
        (await RefusedAsync(api, new { source = "hr", records = new[] { new { id = "1" } } })).ShouldBe("records[0].kind");
        (await RefusedAsync(api, new { source = "hr", records = new[] { new { kind = "Keyword", id = "1", colour = "red" } } })).ShouldBe("records[0].colour");
        (await RefusedAsync(api, new { source = " ", records = new[] { Position } })).ShouldBe("source");
        (await RefusedAsync(api, new { source = "hr", records = Array.Empty<object>() })).ShouldBe("records");
        (await api.SendAsync(HttpMethod.Post, "/api/v1/people/nobody/records", new { source = "hr", records = new[] { Position } })).Status.ShouldBe(404);
        (await api.GetAsync("/api/v1/records")).Body!["items"]!.AsArray().ShouldBeEmpty();
    }

    private static async Task<ApiClient> WithPeopleAsync()
    {
        var api = new ApiClient();
        foreach (var (id, given) in new[] { ("ada", "Ada"), ("bob", "Bob") })
            (await api.SendAsync(HttpMethod.Put, $"/api/v1/people/{id}", new { givenNames = given, familyName = "Example" })).Status.ShouldBeOneOf(200, 201);
        return api;
    }

    private static async Task<JsonNode> SaveAsync(ApiClient api, object record)
    {
        var (status, saved) = await api.SendAsync(HttpMethod.Post, Records, new { source = "hr", records = new[] { record } });
        status.ShouldBe(200);
        return saved!.AsArray().ShouldHaveSingleItem()!;
    }

    private static async Task<string?> RefusedAsync(ApiClient api, object body)
    {
        var (status, problem) = await api.SendAsync(HttpMethod.Post, Records, body);
        status.ShouldBe(400);
        return problem!["field"]?.GetValue<string>();
    }
}
