using OrcidPortal.Curation.Duplicates;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.Tests.Infrastructure;

namespace OrcidPortal.Tests.Curation.Duplicates;

public sealed class DuplicateListTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Each_filter_narrows_and_what_was_decided_is_not_shown(DatabaseProvider provider)
    {
        await using var house = await CurationHouse.OpenAsync(provider);
        var (engines, notes, poems, songs) = (await house.WorkAsync("On Engines"), await house.WorkAsync("Engines: notes"), await house.WorkAsync("Poems", null, "file:bibtex:ben:b.bib", house.Ben), await house.WorkAsync("Songs", null, "file:bibtex:ben:b.bib", house.Ben));
        await PairAsync(house, engines, notes, DuplicateReason.SharedIdentifier, "doi:10.1/a");
        await PairAsync(house, poems, songs, DuplicateReason.SameTitle);
        await PairAsync(house, engines, songs, DuplicateReason.SameTitle, state: DuplicateState.Different);

        async Task<int> CountAsync(DuplicateFilter filter) => (await house.Get<DuplicateList>().ListAsync(filter, null, Stop)).Items.Count;

        (await CountAsync(new())).ShouldBe(2);
        (await CountAsync(new(DuplicateReason.SharedIdentifier))).ShouldBe(1);
        (await CountAsync(new(PersonId: house.Ben.Id))).ShouldBe(1);
        (await CountAsync(new(Text: "NOTES engines"))).ShouldBe(1);
        (await CountAsync(new(Text: "poems engines"))).ShouldBe(0);
        (await CountAsync(new(DuplicateReason.SharedIdentifier, house.Ben.Id))).ShouldBe(0);
        (await house.Get<DuplicateList>().CountAsync(Stop)).ShouldBe(2);
    }

    [Fact]
    public async Task The_one_more_people_have_at_ORCID_is_proposed_then_more_sources_then_the_older()
    {
        await using var house = await CurationHouse.OpenAsync();
        var (older, younger) = (await house.WorkAsync("Older"), await house.WorkAsync("Younger"));
        var pair = await PairAsync(house, older, younger, DuplicateReason.SameTitle);

        async Task<Guid> ProposedAsync() => (await house.Get<DuplicateList>().FindAsync(pair, Stop))!.KeepId;

        (await ProposedAsync()).ShouldBe(older);
        await house.Database.AddAsync(new SourceEntry { RecordId = younger, Source = "file:csl-json:ada:x.json", LocalId = "1", FirstSeenAt = TestDatabase.Start });
        (await ProposedAsync()).ShouldBe(younger);
        await house.Database.AddAsync(new SyncItem { RecordId = older, PersonId = house.Ada.Id, PutCode = 7 });
        (await ProposedAsync()).ShouldBe(older);
        var row = (await house.Get<DuplicateList>().FindAsync(pair, Stop))!;
        row.Side(older).People.Select(p => (p.Name, p.AtOrcid)).ShouldBe([("Ada Lovelace", true)]);
        row.Other(older).Sources.Select(s => s.Source).ShouldBe(["file:bibtex:ada:refs.bib", "file:csl-json:ada:x.json"], ignoreOrder: true);
    }

    [Fact]
    public async Task Pages_follow_each_other_without_gap_or_repetition()
    {
        await using var house = await CurationHouse.OpenAsync();
        var first = await house.WorkAsync("First");
        for (var n = 0; n < 45; n++) await PairAsync(house, first, await house.WorkAsync($"Work {n}"), DuplicateReason.SameTitle);

        var seen = new List<Guid>();
        string? cursor = null;
        do
        {
            var page = await house.Get<DuplicateList>().ListAsync(new(), cursor, Stop);
            seen.AddRange(page.Items.Select(r => r.Id));
            cursor = page.Next;
        }
        while (cursor is not null);

        (seen.Count, seen.Distinct().Count()).ShouldBe((45, 45));
    }

    private static async Task<Guid> PairAsync(CurationHouse house, Guid one, Guid other, DuplicateReason reason, string? key = null, DuplicateState state = DuplicateState.Open)
    {
        var (first, second) = one.CompareTo(other) < 0 ? (one, other) : (other, one);
        var pair = new DuplicatePair { FirstId = first, SecondId = second, Reason = reason, Key = key, State = state, FoundAt = TestDatabase.Start };
        await house.Database.AddAsync(pair);
        return pair.Id;
    }
}
