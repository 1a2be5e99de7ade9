using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using OrcidPortal.Curation.Duplicates;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.Records;
using OrcidPortal.Tests.Infrastructure;
using OrcidPortal.Tests.Push;

namespace OrcidPortal.Tests.Curation.Duplicates;

public sealed class DuplicateMergingTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Sources_identifiers_and_people_follow_and_an_import_after_it_changes_the_one_that_stays(DatabaseProvider provider)
    {
        await using var house = await PushHouse.OpenAsync(provider);
        await house.SaveTwoAsync();
        await house.PlanAsync();
        var (kept, gone) = (await house.RecordAsync("w2"), await house.RecordAsync("w1"));

        await house.MergeAsync("w2");
        await house.SaveAsync(house.Draft(1, "Another title") with { Fields = house.Draft(1, "Another title").Fields with { JournalTitle = "Taylor's memoirs" } });
        await house.PlanAsync();

        var record = await house.FindAsync(kept);
        (record.Title, record.Fields.JournalTitle).ShouldBe((MergeHouse.Title, "Taylor's memoirs"));
        record.Fields.ExternalIds.Select(i => i.Key).ShouldBe(["doi:10.5555/engine.2", "doi:10.5555/engine.1"]);
        (await house.Database.ReadAsync(db => db.SourceEntries.Where(e => e.RecordId == kept).CountAsync(Stop))).ShouldBe(2);
        (await house.Database.ReadAsync(db => db.RecordKeys.Where(k => k.RecordId == kept).CountAsync(Stop))).ShouldBe(2);
        (await house.Database.ReadAsync(db => db.RecordKeys.CountAsync(k => k.RecordId == gone, Stop))).ShouldBe(0);
        (await house.ItemAsync()).RecordId.ShouldBe(kept);
        var list = house.Services.GetRequiredService<RecordList>();
        (await list.ListAsync(new RecordFilter(), null, Stop)).Items.ShouldHaveSingleItem().Id.ShouldBe(kept);
        (await list.MergedIntoAsync(gone, Stop)).ShouldBe(kept);
        (await list.MergedIntoAsync(kept, Stop)).ShouldBeNull();
    }

    [Fact]
    public async Task The_own_values_of_the_one_that_stays_come_first_although_it_is_the_younger()
    {
        await using var house = await PushHouse.OpenAsync(DatabaseProvider.Sqlite);
        var older = house.Draft(1, MergeHouse.Title);
        await house.SaveAsync(older with { Fields = older.Fields with { ExternalIds = [], JournalTitle = "The older says", PublicationDate = "2018-01" } });
        house.Clock.Advance(TimeSpan.FromDays(1));
        await house.SaveAsync(house.Draft(2, MergeHouse.Title));
        await house.PlanAsync();

        await house.MergeAsync("w2");

        var fields = (await house.FindAsync(await house.RecordAsync("w2"))).Fields;
        (fields.PublicationDate, fields.JournalTitle).ShouldBe(("2018-10", "The older says"));
    }

    [Fact]
    public async Task Corrections_follow_where_the_one_that_stays_has_none_and_the_others_say_why_they_do_not()
    {
        await using var house = await PushHouse.OpenAsync(DatabaseProvider.Sqlite);
        await house.SaveTwoAsync();
        await house.PlanAsync();
        var (kept, gone) = (await house.RecordAsync("w1"), await house.RecordAsync("w2"));
        await CorrectAsync(house, kept, FieldPaths.Url, "https://example.org/kept");
        await CorrectAsync(house, gone, FieldPaths.Url, "https://example.org/gone");
        await CorrectAsync(house, gone, FieldPaths.JournalTitle, "Corrected");
        await house.PlanAsync();

        await house.MergeAsync("w1");

        var fields = (await house.FindAsync(kept)).Fields;
        (fields.Url, fields.JournalTitle).ShouldBe(("https://example.org/kept", "Corrected"));
        var corrections = await house.Database.ReadAsync(db => db.Corrections.AsNoTracking().ToListAsync(Stop));
        corrections.Where(c => c.RetiredAt is null).Select(c => (c.RecordId, c.Field, c.SourceMovedOn)).ShouldBe([(kept, FieldPaths.Url, false), (kept, FieldPaths.JournalTitle, false)], ignoreOrder: true);
        corrections.Single(c => c.RecordId == gone && c.Field == FieldPaths.Url).RetiredBecause.ShouldBe("The record it was merged into has a correction of its own there");
    }

    [Fact]
    public async Task Contributors_that_were_corrected_in_another_list_stay_behind()
    {
        await using var house = await PushHouse.OpenAsync(DatabaseProvider.Sqlite);
        RecordDraft With(int number, string name) => house.Draft(number, MergeHouse.Title) is var d ? d with { Fields = d.Fields with { Contributors = [new FieldContributor("1", name, "author")] } } : d;
        await house.SaveAsync(With(1, "Charles Babbage"), With(2, "Ada Byron"));
        await house.PlanAsync();
        var correction = new CorrectionRequest(FieldPaths.Contributors, "1", CorrectionOp.Replace, "Ada Lovelace");
        (await house.Services.GetRequiredService<RecordCorrections>().CorrectAsync(await house.RecordAsync("w2"), [correction], null, null, PushHouse.Curator, Stop)).ShouldBeOfType<CorrectionResult.Saved>();

        await house.MergeAsync("w1");

        (await house.FindAsync(await house.RecordAsync("w1"))).Fields.Contributors.Select(c => c.Name).ShouldBe(["Charles Babbage"]);
        (await house.Database.ReadAsync(db => db.Corrections.Select(c => c.RetiredBecause).SingleAsync(Stop))).ShouldBe("It belonged to a list that the record it was merged into does not have");
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Of_two_curators_who_decide_at_once_the_second_is_told(DatabaseProvider provider)
    {
        await using var house = await PushHouse.OpenAsync(provider);
        await house.SaveTwoAsync();
        await house.PushAsync();
        var (pair, one, other) = (await house.PairAsync(), await house.RecordAsync("w1"), await house.RecordAsync("w2"));
        var dora = new Actor(ActorKind.Account, "dora", "Dora Curator");

        var results = await Task.WhenAll(
            house.Merging().MergeAsync(pair.Id, one, 1, 1, PushHouse.Curator, Stop),
            house.Merging(house.Compose()).MergeAsync(pair.Id, other, 1, 1, dora, Stop),
            house.Merging(house.Compose()).DifferentAsync(pair.Id, dora, Stop));

        results.Count(r => r is MergeResult.Done).ShouldBe(1);
        results.Count(r => r is MergeResult.Decided).ShouldBe(2);
        var merged = await house.Database.ReadAsync(db => db.Records.CountAsync(r => r.MergedInto != null, Stop));
        (await house.PairAsync()).State.ShouldBe(merged == 1 ? DuplicateState.Merged : DuplicateState.Different);
        (await house.Database.ReadAsync(db => db.MergeNotices.CountAsync(Stop))).ShouldBe(merged);
    }

    [Fact]
    public async Task What_changed_since_it_was_shown_is_not_merged_unseen()
    {
        await using var house = await PushHouse.OpenAsync(DatabaseProvider.Sqlite);
        await house.SaveTwoAsync();
        await house.PlanAsync();
        var (pair, kept) = (await house.PairAsync(), await house.RecordAsync("w1"));
        await CorrectAsync(house, await house.RecordAsync("w2"), FieldPaths.JournalTitle, "Meanwhile");

        (await house.Merging().MergeAsync(pair.Id, kept, 1, 1, PushHouse.Curator, Stop)).ShouldBe(new MergeResult.Changed());
        (await house.Merging().MergeAsync(pair.Id, kept, 1, 2, PushHouse.Curator, Stop)).ShouldBe(new MergeResult.Done(kept));
        (await house.Merging().MergeAsync(pair.Id, kept, 1, 2, PushHouse.Curator, Stop)).ShouldBe(new MergeResult.Decided("Cora Curator", true));
        (await house.Merging().MergeAsync(Guid.NewGuid(), kept, null, null, PushHouse.Curator, Stop)).ShouldBe(new MergeResult.NotFound());
        (await house.Merging().MergeAsync(pair.Id, Guid.NewGuid(), null, null, PushHouse.Curator, Stop)).ShouldBe(new MergeResult.NotFound());
    }

    [Fact]
    public async Task Killed_at_any_moment_nothing_is_half_done()
    {
        await using var house = await PushHouse.OpenAsync(DatabaseProvider.Sqlite);
        await house.SaveTwoAsync();
        await house.PushAsync();
        var (pair, kept) = (await house.PairAsync(), await house.RecordAsync("w1"));
        var death = new Death();
        var process = house.Database.Compose(b =>
        {
            b.Services.ConfigureDbContext<SqlitePortalDb>(o => o.AddInterceptors(death));
            b.AddRecords();
        });
        var whole = await StateAsync(house);

        var commands = 0;
        for (var done = false; !done; commands++)
        {
            death.After(commands);
            try
            {
                done = await house.Merging(process).MergeAsync(pair.Id, kept, null, null, PushHouse.Curator, Stop) is MergeResult.Done;
            }
            catch (Exception e) when (e.GetBaseException().Message == Death.Words)
            {
                (await StateAsync(house)).ShouldBe(whole);
            }
        }

        commands.ShouldBeGreaterThan(10);
        (await StateAsync(house)).ShouldNotBe(whole);
        (await house.PairAsync()).KeptId.ShouldBe(kept);
    }

    [Fact]
    public async Task Different_is_for_good_and_counts_for_what_is_merged_later()
    {
        await using var house = await PushHouse.OpenAsync(DatabaseProvider.Sqlite);
        await house.SaveAsync(house.Draft(1, MergeHouse.Title), house.Draft(2, MergeHouse.Title), house.Draft(3, MergeHouse.Title));
        await house.PlanAsync();
        var (one, two, three) = (await house.RecordAsync("w1"), await house.RecordAsync("w2"), await house.RecordAsync("w3"));
        DuplicatePair Of(List<DuplicatePair> pairs, Guid a, Guid b) => pairs.Single(p => (p.FirstId == a && p.SecondId == b) || (p.FirstId == b && p.SecondId == a));
        var pairs = await house.PairsAsync();

        await house.Merging().DifferentAsync(Of(pairs, two, three).Id, PushHouse.Curator, Stop);
        await CorrectAsync(house, two, FieldPaths.JournalTitle, "Found again");
        await house.PlanAsync();
        await house.Merging().MergeAsync(Of(pairs, one, two).Id, one, null, null, PushHouse.Curator, Stop);
        await house.PlanAsync();

        var after = await house.PairsAsync();
        Of(after, two, three).State.ShouldBe(DuplicateState.Different);
        Of(after, one, three).State.ShouldBe(DuplicateState.Different);
        (await house.Merging().DifferentAsync(Of(after, one, three).Id, PushHouse.Curator, Stop)).ShouldBe(new MergeResult.Decided("Cora Curator", false));
    }

    [Fact]
    public async Task A_record_may_stay_several_times_and_what_was_merged_is_never_one_that_stays()
    {
        await using var house = await PushHouse.OpenAsync(DatabaseProvider.Sqlite);
        await house.SaveAsync(house.Draft(1, MergeHouse.Title), house.Draft(2, MergeHouse.Title), house.Draft(3, MergeHouse.Title));
        await house.PushAsync();
        var (one, two, three) = (await house.RecordAsync("w1"), await house.RecordAsync("w2"), await house.RecordAsync("w3"));

        for (var pairs = await house.PairsAsync(); pairs.Find(p => p.State == DuplicateState.Open && (p.FirstId == one || p.SecondId == one)) is { } next; pairs = await house.PairsAsync())
            (await house.Merging().MergeAsync(next.Id, one, null, null, PushHouse.Curator, Stop)).ShouldBe(new MergeResult.Done(one));
        await house.SettleAsync();

        (await house.PairsAsync()).ShouldAllBe(p => p.State == DuplicateState.Merged && p.KeptId == one);
        new[] { (await house.FindAsync(two)).MergedInto, (await house.FindAsync(three)).MergedInto }.ShouldBe([one, one]);
        (await house.ItemAsync()).RecordId.ShouldBe(one);
        (await house.FindAsync(one)).Fields.ExternalIds.Count.ShouldBe(3);
        (await house.Registry.WorksAsync(house.Orcid)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task The_audit_says_what_was_before_and_after_and_the_person_hears_of_it()
    {
        await using var house = await PushHouse.OpenAsync(DatabaseProvider.Sqlite);
        await house.SaveTwoAsync();
        await house.PushAsync();
        await house.MergeAsync("w1");
        var (kept, gone) = (await house.RecordAsync("w1"), (await house.PairAsync()) is var p && p.KeptId == p.FirstId ? p.SecondId : p.FirstId);

        var audit = await house.Database.ReadAsync(db => db.Audit.Where(a => a.Action == "record.merged").OrderBy(a => a.Id).ToListAsync(Stop));
        audit.Select(a => a.Subject).ShouldBe([$"record:{kept}", $"record:{gone}"]);
        audit[0].Before.ShouldBe($"record:{gone} “{MergeHouse.Title}” version 1, sources file:bibtex:ada:a.bib w2, 1 people; record:{kept} “{MergeHouse.Title}” version 1, sources file:bibtex:ada:a.bib w1, 1 people");
        audit[0].After.ShouldBe($"record:{kept} “{MergeHouse.Title}” version 2, sources file:bibtex:ada:a.bib w1, file:bibtex:ada:a.bib w2, 1 people; to be removed at ORCID for 1 people");
        var line = (await house.HistoryAsync()).Single(h => h.Operation == SyncOperation.Merge);
        (line.PersonId, line.RecordId, line.By).ShouldBe((house.Ada.Id, kept, "Cora Curator"));
        var notices = new MergeNoticeList(house.Services.GetRequiredService<IDbContextFactory<PortalDb>>(), house.Database.Transactions, house.Clock);
        var notice = (await notices.OfAsync(house.Ada.Id, Stop)).ShouldHaveSingleItem();
        (await notices.PutAwayAsync(notice.Id, Guid.NewGuid(), PushHouse.Curator, Stop)).ShouldBeFalse();
        (await notices.PutAwayAsync(notice.Id, house.Ada.Id, PushHouse.Curator, Stop)).ShouldBeTrue();
        (await notices.OfAsync(house.Ada.Id, Stop)).ShouldBeEmpty();
    }

    private static async Task CorrectAsync(PushHouse house, Guid record, string field, string value) =>
        (await house.Services.GetRequiredService<RecordCorrections>().CorrectAsync(record, [new CorrectionRequest(field, null, CorrectionOp.Replace, value)], null, null, PushHouse.Curator, Stop)).ShouldBeOfType<CorrectionResult.Saved>();

    /// <summary>Everything that merging touches, as text.</summary>
    private static Task<string> StateAsync(PushHouse house) => house.Database.ReadAsync(async db => string.Join('\n',
    [
        .. (await db.Records.AsNoTracking().OrderBy(r => r.Id).ToListAsync(Stop)).Select(r => $"{r.Id} {r.Version} {r.Revision} {r.MergedInto}"),
        .. (await db.SourceEntries.AsNoTracking().OrderBy(e => e.Id).ToListAsync(Stop)).Select(e => $"{e.Id} {e.RecordId} {e.JoinedAt}"),
        .. (await db.RecordKeys.AsNoTracking().OrderBy(k => k.Value).ToListAsync(Stop)).Select(k => $"{k.Value} {k.RecordId}"),
        .. (await db.SyncItems.AsNoTracking().OrderBy(i => i.Id).ToListAsync(Stop)).Select(i => $"{i.Id} {i.State} {i.PutCode} {i.MergedAway} {i.Revision}"),
        .. (await db.DuplicatePairs.AsNoTracking().OrderBy(p => p.Id).ToListAsync(Stop)).Select(p => $"{p.Id} {p.State}"),
        $"{await db.RecordPeople.CountAsync(Stop)} {await db.RecordPeople.CountAsync(p => p.EndedAt != null, Stop)} {await db.Audit.CountAsync(Stop)} {await db.History.CountAsync(Stop)} {await db.RecordChanges.CountAsync(Stop)} {await db.MergeNotices.CountAsync(Stop)} {await db.RecordProblems.CountAsync(Stop)}",
    ]));

    /// <summary>Lets a process die at one of its next commands or its commit.</summary>
    private sealed class Death : DbCommandInterceptor, IDbTransactionInterceptor
    {
        public const string Words = "the process died";
        private int _left = int.MaxValue;

        public void After(int commands) => _left = commands;

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default) => new(Meet(result));

        public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default) => new(Meet(result));

        public ValueTask<InterceptionResult> TransactionCommittingAsync(DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default) => new(Meet(result));

        private T Meet<T>(T result) => --_left == -1 ? throw new InvalidOperationException(Words) : result;
    }
}
