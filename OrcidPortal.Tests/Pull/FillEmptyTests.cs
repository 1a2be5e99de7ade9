using Microsoft.EntityFrameworkCore;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.Pull;
using OrcidPortal.Records;
using OrcidPortal.Tests.Infrastructure;
using OrcidPortal.Tests.Push;

namespace OrcidPortal.Tests.Pull;

/// <summary>The institution's rule for what is taken over without asking.</summary>
public sealed class FillEmptyTests
{
    private static readonly (string, string?)[] Rule = [("Pull:FillEmpty:0", "external-ids"), ("Pull:FillEmpty:1", "publication-date")];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task What_is_missing_here_is_taken_over_and_what_differs_is_asked(DatabaseProvider provider)
    {
        await using var house = await OpenAsync(provider);

        await house.PullAsync();

        var record = (await house.RecordsAsync()).ShouldHaveSingleItem();
        record.Fields.ExternalIds.Select(i => i.Key).ShouldContain("pmid:1234567");
        record.Fields.PublicationDate.ShouldBe("2018-10");
        var correction = await house.Database.ReadAsync(db => db.Corrections.AsNoTracking().SingleAsync(Stop));
        (correction.By, correction.Reason).ShouldBe(("OrcidPortal", "It was missing here and stands at ORCID, added by Crossref (rule Pull:FillEmpty)."));
        // Both say when, and not the same.
        (await house.ListAsync(SuggestionGroup.Differences)).ShouldHaveSingleItem().Differences.Select(d => (d.Field, d.Ours)).ShouldBe([("publication-date", "2018-10")]);
    }

    [Fact]
    public async Task What_a_curator_takes_back_stays_so()
    {
        await using var house = await OpenAsync(DatabaseProvider.Sqlite);
        await house.PullAsync();
        var correction = await house.Database.ReadAsync(db => db.Corrections.AsNoTracking().SingleAsync(Stop));

        await house.Get<RecordCorrections>().UndoAsync(correction.Id, PushHouse.Curator, Stop);
        await house.PullAsync();
        await house.PullAsync();

        (await house.RecordsAsync()).ShouldHaveSingleItem().Fields.ExternalIds.Select(i => i.Key).ShouldNotContain("pmid:1234567");
    }

    [Fact]
    public async Task The_word_of_one_person_is_asked_and_not_taken()
    {
        await using var house = await OpenAsync(DatabaseProvider.Sqlite, byThemselves: true);

        await house.PullAsync();

        (await house.Database.ReadAsync(db => db.Corrections.CountAsync(Stop))).ShouldBe(0);
        var asked = (await house.ListAsync(SuggestionGroup.Differences)).ShouldHaveSingleItem();
        asked.SourceName.ShouldBe(ForeignCopy.Themselves);
        asked.Differences.Select(d => d.Field).ShouldContain("external-ids");
    }

    [Fact]
    public void A_rule_for_a_field_that_cannot_be_filled_stops_the_start()
    {
        var options = new PullOptions { FillEmpty = { "publication-date", "contributors" } };

        new PullOptionsCheck().Validate(null, options).FailureMessage.ShouldStartWith("Correct Pull:FillEmpty: 'contributors' is none of external-ids, publication-date");
    }

    private static async Task<PushHouse> OpenAsync(DatabaseProvider provider, bool byThemselves = false)
    {
        var house = await PushHouse.OpenAsync(provider, settings: Rule);
        await house.SaveAsync(house.Draft(1, "On difference engines, part 1"));
        var more = PullHouse.Work("On difference engines, part 1", "10.5555/engine.1", "2018-10-07").Replace(
            "</common:external-ids>", "<common:external-id><common:external-id-type>pmid</common:external-id-type><common:external-id-value>1234567</common:external-id-value><common:external-id-relationship>self</common:external-id-relationship></common:external-id></common:external-ids>", StringComparison.Ordinal);
        await house.Registry.AddItemAsync(house.Orcid, "work", more, source: byThemselves ? "user" : OrcidPortal.Simulator.SimulatorClient.CrossrefId);
        return house;
    }
}
