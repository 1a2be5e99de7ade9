using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.Records;
using OrcidPortal.Tests.Infrastructure;

namespace OrcidPortal.Tests.Curation.ToDeposit;

/// <summary>Works that people took over from their ORCID records, as a claim leaves them.</summary>
internal static class ClaimedWorks
{
    public static RecordFields Fields(string title, string? doi = null) => new()
    {
        Title = title, PublicationDate = "2019-05", Type = new TypeValue("orcid", "journal-article"), JournalTitle = "Annals of Engines", ExternalIds = doi is null ? [] : [new("doi", doi, "self")],
        Contributors = [new("orcid:1", "Ada Lovelace", "author")],
    };

    public static async Task<Guid> ClaimAsync(TestDatabase database, RecordStore store, Person person, long putCode, RecordFields fields, string addedBy = "Crossref")
    {
        var stop = TestContext.Current.CancellationToken;
        var orcid = $"0000-0002-1825-{person.LocalId.Length:0000}";
        var saved = await store.SaveAsync([new RecordDraft(RecordKind.Work, OrcidSource.Of("Simulator", orcid), OrcidSource.LocalId("work", putCode), fields, person.Id)], Origin.Orcid, "claim", null, Actor.System("test"), stop);
        var id = saved[0].RecordId!.Value;
        await database.AddAsync(new Suggestion
        {
            PersonId = person.Id, Environment = "Simulator", Orcid = orcid, Section = "work", PutCode = putCode, Kind = RecordKind.Work, State = SuggestionState.Claimed, Match = SuggestionMatch.Same, RecordId = id,
            SourceName = addedBy, FoundAt = TestDatabase.Start, DecidedAt = TestDatabase.Start.AddHours(1), DecidedBy = person.LocalId,
        });
        return id;
    }

    public static Task<Guid> ClaimAsync(this CurationHouse house, string title, string? doi = null, Person? person = null, long putCode = 1) =>
        ClaimAsync(house.Database, house.Get<RecordStore>(), person ?? house.Ada, putCode, Fields(title, doi));
}
