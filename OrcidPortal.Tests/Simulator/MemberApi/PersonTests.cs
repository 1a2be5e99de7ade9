namespace OrcidPortal.Tests.Simulator.MemberApi;

/// <summary>What a record says of its person, to whom, and what is left of it once it is closed.</summary>
public sealed class PersonTests
{
    [Theory]
    [InlineData("/read-limited", "public@example.org,limited@example.org")]
    [InlineData("/read-limited /email/read-private", "public@example.org,limited@example.org,private@example.org")]
    [InlineData("/activities/update", "public@example.org")]
    public async Task Addresses_are_shown_as_far_as_they_are_verified_and_the_token_reaches(string scope, string shown)
    {
        await using var server = await SimulatorServer.StartAsync();
        var orcid = await PersonAsync(server);

        var answer = await server.SendAsync("GET", $"v3.0/{orcid}/email", await server.TokenAsync(orcid, scope), accept: SimulatorServer.Json);
        var xml = await server.SendAsync("GET", $"v3.0/{orcid}/email", await server.TokenAsync(orcid, scope));

        string.Join(',', answer.Json.GetProperty("email").EnumerateArray().Select(e => e.GetProperty("email").GetString())).ShouldBe(shown);
        xml.Xml.Elements().Count(e => e.Name.LocalName == "email").ShouldBe(shown.Split(',').Length);
        (await server.SendAsync("GET", $"pub/v3.0/{orcid}/email", accept: SimulatorServer.Json)).Json.GetProperty("email").GetArrayLength().ShouldBe(1);
    }

    [Fact]
    public async Task A_biography_for_trusted_parties_is_not_for_everybody()
    {
        await using var server = await SimulatorServer.StartAsync();
        var orcid = await PersonAsync(server);

        var trusted = await server.SendAsync("GET", $"v3.0/{orcid}/biography", await server.TokenAsync(orcid, "/read-limited"));
        var writer = await server.SendAsync("GET", $"v3.0/{orcid}/biography", await server.TokenAsync(orcid, "/activities/update"));
        var everybody = await server.SendAsync("GET", $"pub/v3.0/{orcid}/biography");
        var person = await server.SendAsync("GET", $"pub/v3.0/{orcid}/person", accept: SimulatorServer.Json);

        trusted.Xml.Elements().Last().Value.ShouldBe("Pots.");
        (writer.Status, writer.Code).ShouldBe((403, 9038));
        (everybody.Status, everybody.Code).ShouldBe((403, 9039));
        person.Json.GetProperty("biography").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
    }

    [Fact]
    public async Task A_name_that_is_not_public_is_missing()
    {
        await using var server = await SimulatorServer.StartAsync();
        var orcid = await PersonAsync(server);
        await server.ControlAsync("PATCH", $"people/{orcid}", new { nameVisibility = "private" });

        var answer = await server.SendAsync("GET", $"v3.0/{orcid}/personal-details", await server.TokenAsync(orcid));

        answer.Xml.Elements().Any(e => e.Name.LocalName == "name").ShouldBeFalse();
    }

    [Fact]
    public async Task Of_a_closed_record_the_iD_is_left()
    {
        await using var server = await SimulatorServer.StartAsync();
        var (orcid, token) = await FullRecord.MakeAsync(server);
        await server.ControlAsync("PATCH", $"people/{orcid}", new { standing = "deactivated" });

        var read = await server.SendAsync("GET", $"v3.0/{orcid}/record", token);
        var written = await server.SendAsync("POST", $"v3.0/{orcid}/work", token, WorkBodies.Work());

        read.Status.ShouldBe(200);
        read.Xml.Descendants().Single(e => e.Name.LocalName == "given-names").Value.ShouldBe("Given Names Deactivated");
        read.Xml.Descendants().Single(e => e.Name.LocalName == "family-name").Value.ShouldBe("Family Name Deactivated");
        read.Xml.Descendants().Any(e => e.Name.LocalName == "deactivation-date").ShouldBeTrue();
        read.Xml.Descendants().Where(e => e.Attribute("put-code") is not null).ShouldBeEmpty();
        (written.Status, written.Code).ShouldBe((409, 9044));
    }

    [Fact]
    public async Task A_closed_record_is_not_read_either_where_the_setting_says_so()
    {
        await using var server = await SimulatorServer.StartAsync(null, ("Simulator:RefuseDeactivated", "true"));
        await server.ControlAsync("PATCH", $"people/{SimulatorServer.Laure}", new { standing = "deactivated" });

        var read = await server.SendAsync("GET", $"v3.0/{SimulatorServer.Laure}/record", await server.TokenAsync(SimulatorServer.Laure));

        (read.Status, read.Code).ShouldBe((409, 9044));
    }

    [Fact]
    public async Task A_record_that_was_merged_leads_to_the_other_one()
    {
        await using var server = await SimulatorServer.StartAsync();
        var token = await server.TokenAsync(SimulatorServer.Laure);
        await server.ControlAsync("PATCH", $"people/{SimulatorServer.Laure}", new { standing = "deprecated", primaryOrcid = SimulatorServer.Josiah });

        var read = await server.SendAsync("GET", $"v3.0/{SimulatorServer.Laure}/works", token);
        var written = await server.SendAsync("POST", $"v3.0/{SimulatorServer.Laure}/work", token, WorkBodies.Work());

        (read.Status, read.Code, written.Status, written.Code).ShouldBe((301, 9007, 409, 9007));
        (read.Location, written.Location).ShouldBe(($"{server.Http.BaseAddress}v3.0/{SimulatorServer.Josiah}/works", $"{server.Http.BaseAddress}v3.0/{SimulatorServer.Josiah}/work"));
        read.Message.ShouldBe($"301 Moved Permanently: This account is deprecated. Please refer to account: https://sandbox.orcid.org/{SimulatorServer.Josiah}. ORCID https://sandbox.orcid.org/{SimulatorServer.Laure}");
    }

    [Fact]
    public async Task An_unclaimed_record_is_its_makers_for_ten_days()
    {
        await using var server = await SimulatorServer.StartAsync();
        var orcid = (await server.ControlAsync("POST", "people", new { givenNames = "New", claimed = false, creator = SimulatorServer.Client })).GetProperty("orcid").GetString()!;
        var (maker, other) = (await server.TokenAsync(orcid), await server.TokenAsync(orcid, clientId: SimulatorServer.OtherClient));

        var added = await server.SendAsync("POST", $"v3.0/{orcid}/work", maker, WorkBodies.Work(visibility: "limited"));
        var early = await server.SendAsync("GET", $"v3.0/{orcid}/works", other);
        server.Time.Advance(TimeSpan.FromDays(10));
        var late = await server.SendAsync("GET", $"v3.0/{orcid}/works", other);

        (added.Status, early.Status, early.Code, late.Status).ShouldBe((201, 409, 9036, 200));
        (await server.WorksAsync(orcid)).Single().GetProperty("visibility").GetString().ShouldBe("limited");
    }

    [Fact]
    public async Task A_locked_record_can_be_unlocked()
    {
        await using var server = await SimulatorServer.StartAsync();
        var token = await server.TokenAsync(SimulatorServer.Laure);
        await server.ControlAsync("PATCH", $"people/{SimulatorServer.Laure}", new { standing = "locked" });
        var locked = await server.SendAsync("POST", $"v3.0/{SimulatorServer.Laure}/work", token, WorkBodies.Work());

        await server.ControlAsync("PATCH", $"people/{SimulatorServer.Laure}", new { standing = "active" });

        (locked.Status, locked.Code).ShouldBe((409, 9018));
        (await server.SendAsync("POST", $"v3.0/{SimulatorServer.Laure}/work", token, WorkBodies.Work())).Status.ShouldBe(201);
    }

    private static async Task<string> PersonAsync(SimulatorServer server)
    {
        var orcid = (await server.ControlAsync("POST", "people", new { givenNames = "Poppy", familyName = "Potter", biography = "Pots.", biographyVisibility = "limited" })).GetProperty("orcid").GetString()!;
        await server.ControlAsync("PATCH", $"people/{orcid}", new
        {
            emails = new object[]
            {
                new { address = "public@example.org", visibility = "public", primary = true }, new { address = "limited@example.org", visibility = "limited" },
                new { address = "private@example.org" }, new { address = "unverified@example.org", verified = false, visibility = "public" },
            },
        });
        return orcid;
    }
}
