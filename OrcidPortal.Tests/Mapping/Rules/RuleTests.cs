using OrcidPortal.Data.Entities;
using OrcidPortal.Mapping;
using OrcidPortal.Tests.OrcidApi;
using OrcidPortal.Tests.Simulator;

namespace OrcidPortal.Tests.Mapping.Rules;

/// <summary>Each rule by itself: what breaks only this one is refused here, and at ORCID too, or ORCID is known to be laxer.</summary>
public sealed class RuleTests
{
    private const string EveryScope = "/read-limited /activities/update /person/update";

    [Fact]
    public void Every_code_has_one_row_and_no_row_is_of_another()
    {
        RuleTable.All.Select(r => r.Code).Order(StringComparer.Ordinal).ShouldBe(ProblemCodes.All.Order(StringComparer.Ordinal));

        // ORCID's answer to each of them is known.
        RuleTable.All.Where(r => r.Refused == 0 == (r.Laxer is null)).ShouldBeEmpty();
    }

    [Theory, MemberData(nameof(RuleTable.OfRecords), MemberType = typeof(RuleTable))]
    public void The_change_breaks_this_rule_and_no_other(string code)
    {
        var row = RuleTable.Of(code);

        var before = RecordMapper.Validate(row.Kind, row.Sound, row.SoundContext);
        var after = RecordMapper.Validate(row.Kind, row.Broken, row.BrokenContext);

        before.ShouldBeEmpty();
        after.Select(p => (p.Code, p.Severity, p.Field, p.Suggestion)).ShouldBe([(code, row.Severity, row.Field, row.Suggestion)]);
        RecordMapper.Map(row.Kind, row.Broken, row.BrokenContext).CanBeSent.ShouldBe(row.Severity == ProblemSeverity.Warns);
    }

    [Theory, MemberData(nameof(RuleTable.Codes), MemberType = typeof(RuleTable))]
    public async Task ORCID_takes_the_sound_record_and_refuses_the_broken_one_or_is_known_to_be_laxer(string code)
    {
        var row = RuleTable.Of(code);
        var spoilt = row.Sent is { } sent ? row.SoundMessage.But(sent.Find, sent.Replace) : row.SoundMessage;
        await using var server = await SimulatorServer.StartAsync();

        var sound = await SendAsync(server, row, row.SoundMessage, full: false);
        var answer = await SendAsync(server, row, spoilt, full: true);

        OrcidSchemas.FaultsIn(row.SoundMessage).ShouldBeEmpty();
        sound.Status.ShouldBe(201, sound.Body);
        answer.Code.ShouldBe(row.Refused, answer.Body);
        answer.Status.ShouldBe(row.Laxer is null ? answer.Status : 201);
        if (row.Refused != 9012) return;
        OrcidSchemas.Require();
        OrcidSchemas.FaultsIn(spoilt).ShouldNotBeEmpty();
    }

    [Theory, MemberData(nameof(RuleTable.OfRecords), MemberType = typeof(RuleTable))]
    public async Task What_only_warns_is_mended_so_that_ORCID_takes_it(string code)
    {
        var row = RuleTable.Of(code);
        var mapped = RecordMapper.Map(row.Kind, row.Broken, row.BrokenContext);
        if (!mapped.CanBeSent) return;
        await using var server = await SimulatorServer.StartAsync();

        var answer = await SendAsync(server, row, RuleRow.Text(mapped.Message), full: false);

        OrcidSchemas.FaultsIn(RuleRow.Text(mapped.Message)).ShouldBeEmpty();
        answer.Status.ShouldBe(201, answer.Body);
    }

    [Fact]
    public void Where_we_are_stricter_the_facts_say_so()
    {
        var facts = OrcidData.PathOf("../facts/orcid.md");
        Assert.SkipUnless(File.Exists(facts), "The facts about ORCID (shared/facts beside the repository) are not here.");
        var text = File.ReadAllText(facts);

        var missing = RuleTable.All.Where(r => r.Laxer is { } words && !text.Contains(words, StringComparison.Ordinal)).Select(r => r.Code);

        missing.ShouldBeEmpty();
    }

    /// <summary>Sends to a record of its own.</summary>
    /// <param name="full">Whether that holds already what the row says.</param>
    private static async Task<Received> SendAsync(SimulatorServer server, RuleRow row, string body, bool full)
    {
        var works = Enumerable.Range(0, full ? row.WorksHeld : 0).Select(i => new { title = $"W {i}" });
        var orcid = (await server.ControlAsync("POST", "people", new { givenNames = "Rita", familyName = "Rule", works })).GetProperty("orcid").GetString()!;
        var token = await server.TokenAsync(orcid, EveryScope);
        if (full && row.IsHeld) (await server.SendAsync("POST", $"v3.0/{orcid}/{row.Path}", token, row.SoundMessage)).Status.ShouldBe(201);
        return await server.SendAsync("POST", $"v3.0/{orcid}/{row.Path}", token, body);
    }
}
