using Microsoft.AspNetCore.WebUtilities;
using OrcidPortal.Identifiers;
using OrcidPortal.Mapping;
using OrcidPortal.OrcidApi;

namespace OrcidPortal.Tests.OrcidApi;

/// <summary>The clients against the simulator, which was written from ORCID's schemas by other hands, over real HTTP.</summary>
public sealed class ClientsAtSimulatorTests
{
    private const string Person = "0000-0002-1825-0097";
    private static readonly OrcidId Orcid = OrcidId.Parse(Person);
    private static readonly Uri Redirect = new("http://localhost:5080/connect/orcid/callback");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_person_agrees_and_their_token_writes_until_it_is_given_back()
    {
        await using var registry = await SimulatedRegistry.StartAsync();
        await registry.ControlAsync("consent", new { orcid = Person });

        using var page = await registry.Http.GetAsync(registry.OAuth.AuthorizeUrl("state-1", Redirect, "/read-limited /activities/update", "en"), Cancel);
        var back = QueryHelpers.ParseQuery(page.Headers.Location!.Query);
        var grant = await registry.OAuth.ExchangeAsync(back["code"].ToString(), Redirect, Cancel);
        var again = await registry.OAuth.ExchangeAsync("wrong1", Redirect, Cancel);
        var read = await registry.Member.ReadWorksAsync(Orcid, grant.Value!.AccessToken, Cancel);
        var revoked = await registry.OAuth.RevokeAsync(grant.Value.AccessToken, Cancel);
        var after = await registry.Member.ReadWorksAsync(Orcid, grant.Value.AccessToken, Cancel);

        back["state"].ToString().ShouldBe("state-1");
        grant.Value.Orcid.ShouldBe(Person);
        grant.Value.Scope.Split(' ').ShouldBe(["/read-limited", "/activities/update"], ignoreOrder: true);
        again.Result.ShouldBeOfType<OrcidResult.Refused>();
        read.IsOk.ShouldBeTrue();
        revoked.IsOk.ShouldBeTrue();
        after.Result.ShouldBeOfType<OrcidResult.TokenRejected>().Message.ShouldNotBeNull().ShouldNotContain(grant.Value.AccessToken);
    }

    [Fact]
    public async Task Works_are_added_read_updated_and_removed()
    {
        await using var registry = await SimulatedRegistry.StartAsync();
        var token = await registry.TokenAsync(Person);
        var before = await registry.Member.ReadWorksAsync(Orcid, token, Cancel);
        WorkMessage[] works = [Works.Everything() with { Country = null }, Works.Article("10.1000/two", "Rivers & more")];

        var added = await registry.Member.AddWorksAsync(Orcid, token, works, Cancel);
        var putCodes = added.Value!.Select(a => a.Value!.PutCode).ToList();
        var summaries = await registry.Member.ReadWorksAsync(Orcid, token, Cancel);
        var details = await registry.Member.ReadWorkDetailsAsync(Orcid, token, putCodes, Cancel);
        var updated = await registry.Member.UpdateWorkAsync(Orcid, token, putCodes[0], works[0] with { Title = "On rivers" }, Cancel);
        var removed = await registry.Member.RemoveWorkAsync(Orcid, token, putCodes[1], Cancel);
        var goneUpdate = await registry.Member.UpdateWorkAsync(Orcid, token, putCodes[1], works[1], Cancel);
        var goneRemoval = await registry.Member.RemoveWorkAsync(Orcid, token, putCodes[1], Cancel);
        var last = await registry.Member.ReadWorksAsync(Orcid, token, Cancel);

        added.Value!.ShouldAllBe(a => a.IsOk);
        summaries.Value!.Works.Count.ShouldBe(before.Value!.Works.Count + 2);
        var summary = summaries.Value.Works.Single(w => w.PutCode == putCodes[0]);
        summary.SourceClientId.ShouldBe("APP-ORCIDPORTALDEMO1");
        summary.ExternalIds.Select(i => i.Key).ShouldContain("doi:10.1000/one");
        details.Value!.OrderBy(w => putCodes.IndexOf(w.PutCode)).Select(w => Fingerprints.Of(w.Work)).ShouldBe(works.Select(Fingerprints.Of));
        updated.Value!.Work.Title.ShouldBe("On rivers");
        removed.IsOk.ShouldBeTrue();
        goneUpdate.Result.ShouldBeOfType<OrcidResult.NotFound>();
        goneRemoval.Result.ShouldBeOfType<OrcidResult.NotFound>();
        last.Value!.Works.Select(w => w.PutCode).ShouldContain(putCodes[0]);
        last.Value.Works.Select(w => w.PutCode).ShouldNotContain(putCodes[1]);
    }

    [Fact]
    public async Task A_second_copy_is_a_duplicate_that_names_the_first_and_the_rest_of_the_batch_goes()
    {
        await using var registry = await SimulatedRegistry.StartAsync();
        var token = await registry.TokenAsync(Person);
        var first = await registry.Member.AddWorksAsync(Orcid, token, [Works.Article()], Cancel);

        var second = await registry.Member.AddWorksAsync(Orcid, token, [Works.Article(), Works.Article("10.1000/two"), Works.Article("10.1000/three") with { Type = "nonsense" }], Cancel);

        second.Value![0].Result.ShouldBeOfType<OrcidResult.Duplicate>().PutCode.ShouldBe(first.Value![0].Value!.PutCode);
        second.Value[1].IsOk.ShouldBeTrue();
        second.Value[2].Result.ShouldBeOfType<OrcidResult.Refused>().Message.ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public async Task Tokens_that_may_not_write_have_cases_of_their_own()
    {
        await using var registry = await SimulatedRegistry.StartAsync();
        var token = await registry.TokenAsync(Person);
        var reading = await registry.TokenAsync(Person, "/read-limited");
        var foreign = await registry.TokenAsync("0000-0001-5109-3700");
        var added = await registry.Member.AddWorksAsync(Orcid, token, [Works.Article()], Cancel);

        var noScope = await registry.Member.AddWorksAsync(Orcid, reading, [Works.Article("10.1000/two")], Cancel);
        var ofAnother = await registry.Member.AddWorksAsync(Orcid, foreign, [Works.Article("10.1000/two")], Cancel);
        await registry.ControlAsync("tokens/revoke", new { orcid = Person });
        var revoked = await registry.Member.AddWorksAsync(Orcid, token, [Works.Article("10.1000/two")], Cancel);
        var cleaned = await registry.Member.RemoveWorkAsync(Orcid, token, added.Value![0].Value!.PutCode, Cancel);

        noScope.Result.ShouldBeOfType<OrcidResult.MissingScope>();
        ofAnother.Result.ShouldBeOfType<OrcidResult.TokenRejected>();
        revoked.Result.ShouldBeOfType<OrcidResult.TokenRejected>();
        cleaned.IsOk.ShouldBeTrue();
    }

    [Fact]
    public async Task Faults_are_told_apart_by_what_they_leave_behind()
    {
        await using var registry = await SimulatedRegistry.StartAsync();
        var token = await registry.TokenAsync(Person);
        var count = (await registry.Member.ReadWorksAsync(Orcid, token, Cancel)).Value!.Works.Count;

        await registry.ControlAsync("faults", new { method = "POST", status = 503 });
        var busy = await registry.Member.AddWorksAsync(Orcid, token, [Works.Article()], Cancel);
        await registry.ControlAsync("faults", new { method = "POST", cutBefore = true });
        var lost = await registry.Member.AddWorksAsync(Orcid, token, [Works.Article()], Cancel);
        var untouched = await registry.Member.ReadWorksAsync(Orcid, token, Cancel);
        await registry.ControlAsync("faults", new { method = "POST", cutAfter = true });
        var taken = await registry.Member.AddWorksAsync(Orcid, token, [Works.Article()], Cancel);
        var there = await registry.Member.ReadWorksAsync(Orcid, token, Cancel);

        busy.Result.ShouldBeOfType<OrcidResult.Busy>();
        lost.Result.ShouldBeOfType<OrcidResult.OutcomeUnknown>();
        untouched.Value!.Works.Count.ShouldBe(count);
        taken.Result.ShouldBeOfType<OrcidResult.OutcomeUnknown>();
        there.Value!.Works.Count.ShouldBe(count + 1);
        there.Value.Works.ShouldContain(w => w.SourceClientId == "APP-ORCIDPORTALDEMO1" && w.ExternalIds.Any(i => i.Key == "doi:10.1000/one"));
    }
}
