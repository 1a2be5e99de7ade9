using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.Pull;
using OrcidPortal.Remote;
using OrcidPortal.Tests.Push;

namespace OrcidPortal.Tests.Pull;

/// <summary>What tests of the pull ask of a <see cref="PushHouse"/>.</summary>
internal static class PullHouse
{
    public static readonly Actor Ada = new(ActorKind.Account, "ada", "Ada Lovelace");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static T Get<T>(this PushHouse house) where T : notnull => house.Services.GetRequiredService<T>();

    /// <summary>Reads Ada's record, whether her turn has come or not, and plans.</summary>
    public static async Task<ReadOutcome?> PullAsync(this PushHouse house, Person? person = null)
    {
        house.Clock.Advance(TimeSpan.FromMinutes(2));
        var outcome = await house.Get<PersonPull>().ReadAsync((person ?? house.Ada).Id, Stop);
        await house.PlanAsync();
        return outcome;
    }

    public static Task<Connection> ConnectionAsync(this PushHouse house) => house.Database.ReadAsync(db => db.Connections.AsNoTracking().SingleAsync(c => c.PersonId == house.Ada.Id, Stop));

    public static Task<List<Suggestion>> SuggestionsAsync(this PushHouse house) => house.Database.ReadAsync(db => db.Suggestions.AsNoTracking().OrderBy(s => s.Section).ThenBy(s => s.PutCode).ToListAsync(Stop));

    public static async Task<Suggestion> SuggestionAsync(this PushHouse house) => (await house.SuggestionsAsync()).ShouldHaveSingleItem();

    public static Task<List<Record>> RecordsAsync(this PushHouse house) => house.Database.ReadAsync(db => db.Records.AsNoTracking().Include(r => r.SourceEntries).Include(r => r.People).AsSplitQuery().OrderBy(r => r.Id).ToListAsync(Stop));

    public static Task<int> ClaimAsync(this PushHouse house, params IReadOnlyCollection<Guid> ids) => house.Get<Claims>().ClaimAsync(house.Ada.Id, ids, Ada, Stop);

    public static async Task<IReadOnlyList<SuggestionRow>> ListAsync(this PushHouse house, SuggestionGroup group, Person? person = null) => (await house.Get<SuggestionList>().LoadAsync((person ?? house.Ada).Id, group, null, Stop)).Items;

    /// <summary>A work as ORCID's API takes it.</summary>
    public static string Work(string title, string? doi = null, string date = "2019-05-03", string type = "journal-article", string? author = null) => $"""
        <work:work xmlns:work="http://www.orcid.org/ns/work" xmlns:common="http://www.orcid.org/ns/common">
          <work:title><common:title>{title}</common:title></work:title>
          <work:short-description>What it is about</work:short-description>
          <work:type>{type}</work:type>
          <common:publication-date><common:year>{date[..4]}</common:year>{(date.Length > 4 ? $"<common:month>{date[5..7]}</common:month>" : "")}{(date.Length > 7 ? $"<common:day>{date[8..]}</common:day>" : "")}</common:publication-date>
          <common:external-ids>{(doi is null ? Id("source-work-id", Guid.NewGuid().ToString()) : Id("doi", doi))}</common:external-ids>
          {(author is null ? "" : $"<work:contributors><work:contributor><work:credit-name>{author}</work:credit-name><work:contributor-attributes><work:contributor-sequence>first</work:contributor-sequence><work:contributor-role>author</work:contributor-role></work:contributor-attributes></work:contributor></work:contributors>")}
        </work:work>
        """;

    /// <summary>A position as ORCID's API takes it.</summary>
    public static string Employment(string organization, string role, string year) => $"""
        <employment:employment xmlns:employment="http://www.orcid.org/ns/employment" xmlns:common="http://www.orcid.org/ns/common">
          <common:role-title>{role}</common:role-title>
          <common:start-date><common:year>{year}</common:year></common:start-date>
          <common:organization><common:name>{organization}</common:name><common:address><common:city>London</common:city><common:country>GB</common:country></common:address>
            <common:disambiguated-organization><common:disambiguated-organization-identifier>https://ror.org/05qwgg493</common:disambiguated-organization-identifier><common:disambiguation-source>ROR</common:disambiguation-source></common:disambiguated-organization>
          </common:organization>
        </employment:employment>
        """;

    private static string Id(string type, string value) =>
        $"<common:external-id><common:external-id-type>{type}</common:external-id-type><common:external-id-value>{value}</common:external-id-value><common:external-id-relationship>self</common:external-id-relationship></common:external-id>";
}
