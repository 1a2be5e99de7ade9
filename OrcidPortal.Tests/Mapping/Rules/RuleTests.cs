using CsCheck;
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
        RecordMapper.Validate(row.Kind, row.Sound, row.SoundContext).ShouldBeEmpty();
        row.Found.Suggestion.ShouldBe(row.Suggestion);

        row.AnySound.Sample(
            sound =>
            {
                var broken = RecordMapper.Map(row.Kind, row.Break(sound), row.BrokenContext);
                broken.Problems.Select(p => (p.Code, p.Severity, p.Field)).ShouldBe([(code, row.Severity, row.Field)]);
                broken.CanBeSent.ShouldBe(row.Severity == ProblemSeverity.Warns);
            },
            iter: 100);
    }

    [Theory, MemberData(nameof(RuleTable.Codes), MemberType = typeof(RuleTable))]
    public async Task ORCID_takes_the_sound_record_and_refuses_the_broken_one_or_is_known_to_be_laxer(string code)
    {
        var row = RuleTable.Of(code);
        var sound = row.Message(row.AnySound.Single());
        var spoilt = row.Sent is { } sent ? sound.But(sent.Find, sent.Replace) : sound;
        await using var server = await SimulatorServer.StartAsync();

        var taken = await SendAsync(server, row, sound, full: false);
        var answer = await SendAsync(server, row, spoilt, full: true);

        OrcidSchemas.FaultsIn(sound).ShouldBeEmpty();
        taken.Status.ShouldBe(201, $"{taken.Body} {sound}");
        answer.Code.ShouldBe(row.Refused, $"{answer.Body} {spoilt}");
        if (row.Laxer is not null) answer.Status.ShouldBe(201);
        if (row.Refused != 9012) return;
        OrcidSchemas.Require();
        OrcidSchemas.FaultsIn(spoilt).ShouldNotBeEmpty();
    }

    [Theory, MemberData(nameof(RuleTable.Warnings), MemberType = typeof(RuleTable))]
    public async Task What_only_warns_is_mended_so_that_ORCID_takes_it(string code)
    {
        var row = RuleTable.Of(code);
        var mended = RuleRow.Text(RecordMapper.Map(row.Kind, row.Break(row.AnySound.Single()), row.BrokenContext).Message);
        await using var server = await SimulatorServer.StartAsync();

        var answer = await SendAsync(server, row, mended, full: false);

        OrcidSchemas.FaultsIn(mended).ShouldBeEmpty();
        answer.Status.ShouldBe(201, $"{answer.Body} {mended}");
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
        if (full && row.IsHeld) (await server.SendAsync("POST", $"v3.0/{orcid}/{row.Path}", token, body)).Status.ShouldBe(201);
        return await server.SendAsync("POST", $"v3.0/{orcid}/{row.Path}", token, body);
    }
}
