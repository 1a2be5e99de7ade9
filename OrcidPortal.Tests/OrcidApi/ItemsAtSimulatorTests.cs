using OrcidPortal.Identifiers;
using OrcidPortal.OrcidApi;

namespace OrcidPortal.Tests.OrcidApi;

/// <summary>Items of every section at the simulator, over real HTTP.</summary>
public sealed class ItemsAtSimulatorTests
{
    private const string Person = "0000-0002-1825-0097";
    private const string AllScopes = "/read-limited /activities/update /person/update";
    private static readonly OrcidId Orcid = OrcidId.Parse(Person);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Messages.Sections), MemberType = typeof(Messages))]
    public async Task An_item_is_added_read_updated_and_removed(OrcidSection section)
    {
        await using var registry = await SimulatedRegistry.StartAsync();
        var token = await registry.TokenAsync(Person, AllScopes);
        var message = Messages.Of(section);
        var changed = Messages.Changed(message);

        var added = await registry.Member.AddAsync(Orcid, token, message, Cancel);
        var putCode = added.Value!.PutCode;
        var listed = await ListAsync(registry, token, section);
        var read = await registry.Member.ReadItemAsync(Orcid, token, section, putCode, Cancel);
        var again = await registry.Member.AddAsync(Orcid, token, message, Cancel);
        var updated = await registry.Member.UpdateAsync(Orcid, token, putCode, changed, Cancel);
        var removed = await registry.Member.RemoveAsync(Orcid, token, section, putCode, Cancel);
        var gone = await registry.Member.ReadItemAsync(Orcid, token, section, putCode, Cancel);
        var goneUpdate = await registry.Member.UpdateAsync(Orcid, token, putCode, changed, Cancel);
        var goneRemoval = await registry.Member.RemoveAsync(Orcid, token, section, putCode, Cancel);

        added.Result.HttpStatus.ShouldBe(201);
        added.Value.Message.ShouldBeSameAs(message);
        var summary = listed.Single(i => i.PutCode == putCode && i.Message.Section == section);
        summary.SourceClientId.ShouldBe("APP-ORCIDPORTALDEMO1");
        summary.Visibility.ShouldNotBeEmpty();
        summary.LastModified.ShouldNotBeNull();
        OrcidMessages.ToText(read.Value!.Message).ShouldBe(OrcidMessages.ToText(message));
        again.Result.ShouldBeOfType<OrcidResult.Duplicate>().PutCode.ShouldBe(section.IsPersonItem() ? null : putCode);
        OrcidMessages.ToText(updated.Value!.Message).ShouldBe(OrcidMessages.ToText(changed));
        updated.Value.PutCode.ShouldBe(putCode);
        removed.IsOk.ShouldBeTrue();
        gone.Result.ShouldBeOfType<OrcidResult.NotFound>();
        goneUpdate.Result.ShouldBeOfType<OrcidResult.NotFound>();
        goneRemoval.Result.ShouldBeOfType<OrcidResult.NotFound>();
    }

    [Fact]
    public async Task Works_are_added_in_one_call_and_read_whole()
    {
        await using var registry = await SimulatedRegistry.StartAsync();
        var token = await registry.TokenAsync(Person);
        WorkMessage[] works = [Works.Article(), Works.Article("10.1000/two"), Works.Article()];

        var added = await registry.Member.AddManyAsync(Orcid, token, works, Cancel);
        var putCodes = added.Value!.Where(a => a.IsOk).Select(a => a.Value!.PutCode).ToList();
        var read = await registry.Member.ReadItemsAsync(Orcid, token, putCodes, Cancel);

        putCodes.Count.ShouldBe(2);
        added.Value![2].Result.ShouldBeOfType<OrcidResult.Duplicate>().PutCode.ShouldBe(putCodes[0]);
        read.Value!.Select(i => i.PutCode).ShouldBe(putCodes, ignoreOrder: true);
        read.Value!.ShouldAllBe(i => i.SourceClientId == "APP-ORCIDPORTALDEMO1" && i.SourceName != null && i.LastModified != null);
    }

    [Theory]
    [InlineData(OrcidSection.Funding)]
    [InlineData(OrcidSection.Keyword)]
    public async Task Tokens_that_may_not_write_a_section_have_cases_of_their_own(OrcidSection section)
    {
        await using var registry = await SimulatedRegistry.StartAsync();
        var token = await registry.TokenAsync(Person, section.IsPersonItem() ? "/read-limited /activities/update" : "/read-limited /person/update");
        var foreign = await registry.TokenAsync("0000-0001-5109-3700", AllScopes);

        var noScope = await registry.Member.AddAsync(Orcid, token, Messages.Of(section), Cancel);
        var ofAnother = await registry.Member.AddAsync(Orcid, foreign, Messages.Of(section), Cancel);

        noScope.Result.ShouldBeOfType<OrcidResult.MissingScope>();
        ofAnother.Result.ShouldBeOfType<OrcidResult.TokenRejected>();
    }

    [Fact]
    public async Task An_employment_that_ORCID_would_not_take_is_refused_with_its_code()
    {
        await using var registry = await SimulatedRegistry.StartAsync();
        var token = await registry.TokenAsync(Person, AllScopes);

        var noCity = await registry.Member.AddAsync(Orcid, token, new AffiliationMessage(OrcidSection.Employment) { Organization = Messages.Brown with { City = null } }, Cancel);
        var noFunder = await registry.Member.AddAsync(Orcid, token, (FundingMessage)Messages.Of(OrcidSection.Funding) with { Organization = Messages.Brown with { DisambiguatedId = null } }, Cancel);

        noCity.Result.ShouldBeOfType<OrcidResult.Refused>().Code.ShouldBe(9060);
        noFunder.Result.ShouldBeOfType<OrcidResult.Refused>().Code.ShouldBe(9045);
    }

    [Fact]
    public async Task A_lost_answer_to_an_addition_is_unknown_and_found_by_reading()
    {
        await using var registry = await SimulatedRegistry.StartAsync();
        var token = await registry.TokenAsync(Person, AllScopes);
        await registry.ControlAsync("faults", new { method = "POST", cutAfter = true });

        var lost = await registry.Member.AddAsync(Orcid, token, Messages.Of(OrcidSection.Keyword), Cancel);
        var there = await registry.Member.ReadRecordAsync(Orcid, token, Cancel);

        lost.Result.ShouldBeOfType<OrcidResult.OutcomeUnknown>();
        there.Value!.Items.Select(i => i.Message).ShouldContain(Messages.Of(OrcidSection.Keyword));
    }

    private static async Task<IReadOnlyList<StoredItem>> ListAsync(SimulatedRegistry registry, string token, OrcidSection section)
    {
        var answer = await registry.Member.ReadRecordAsync(Orcid, token, Cancel);
        answer.IsOk.ShouldBeTrue(answer.Result.Message);
        return answer.Value!.Items;
    }
}
