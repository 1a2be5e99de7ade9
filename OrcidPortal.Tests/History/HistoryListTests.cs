using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.History;
using OrcidPortal.Tests.Infrastructure;

namespace OrcidPortal.Tests.History;

public sealed class HistoryListTests
{
    private static readonly DateTimeOffset Start = TestDatabase.Start;

    private static CancellationToken CancellationToken => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Each_filter_finds_its_lines_and_no_others(DatabaseProvider provider)
    {
        await using var house = await LedgerHouse.OpenAsync(provider);
        await AddSamplesAsync(house);

        async Task Finds(HistoryFilter filter, params string[] lines) => (await house.FindAsync(filter)).ShouldBe(lines, $"{filter}");

        await Finds(new(), "connected", "refused", "added", "read");
        await Finds(new(Operation: SyncOperation.Add), "refused", "added");
        await Finds(new(Outcome: HistoryOutcome.Refused), "refused");
        await Finds(new(Section: "work"), "added");
        await Finds(new(Section: "funding"), "refused");
        await Finds(new(Code: 409), "refused");
        await Finds(new(Code: 9021), "refused");
        await Finds(new(Code: 201), "added");
        await Finds(new(PersonId: house.Ben.Id), "connected", "refused");
        await Finds(new(RecordId: house.Engines.Id), "added");
        await Finds(new(From: Start.AddHours(1)), "connected", "refused", "added");
        await Finds(new(Until: Start.AddHours(2)), "added", "read");
        await Finds(new(From: Start.AddHours(1), Until: Start.AddHours(3)), "refused", "added");
        // The same moments, said in another zone.
        await Finds(new(From: Start.AddHours(1).ToOffset(TimeSpan.FromHours(9)), Until: Start.AddHours(2).ToOffset(TimeSpan.FromHours(-5))), "added");
        await Finds(new(Operation: SyncOperation.Add, PersonId: house.Ben.Id, Code: 409, Until: Start.AddHours(5)), "refused");
        await Finds(new(Operation: SyncOperation.Remove));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Words_are_looked_for_in_titles_names_and_ids_and_all_have_to_be_found(DatabaseProvider provider)
    {
        await using var house = await LedgerHouse.OpenAsync(provider);
        await AddSamplesAsync(house);

        async Task Finds(string text, params string[] lines) => (await house.FindAsync(new(Text: text))).ShouldBe(lines, text);

        await Finds("on ENGINES", "refused");
        await Finds("  lovelace ", "added", "read");
        await Finds("öhlund", "connected", "refused");
        await Finds("ÖHLUND engines", "refused");
        await Finds("lovelace engines");
        await Finds("ben", "connected", "refused");
        await Finds("0000-0002-1825-0097", "added", "read");
        await Finds("https://orcid.org/0000-0002-1825-0097", "added", "read");
        await Finds("0000-0001-5109-3700");
        await Finds("100%", "refused");
        await Finds("%", "refused");
        await Finds("_");
        await Finds("' OR 1=1 --");
        // The line says nothing of a title: the record does.
        await Finds("über maschinen", "added");
        await Finds("", "connected", "refused", "added", "read");
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Page_after_page_each_line_comes_once_and_the_newest_first_also_where_many_are_of_one_moment(DatabaseProvider provider)
    {
        await using var house = await LedgerHouse.OpenAsync(provider);
        // Written in another order than they happened, 40 of each moment.
        await house.Database.AddAsync([.. Enumerable.Range(0, 160).Select(n => Line($"{n % 4}", Start.AddMinutes(n % 4), house.Ada.Id))]);

        var found = await house.FindAsync(new HistoryFilter(PersonId: house.Ada.Id));
        var first = await house.List.ListAsync(new HistoryFilter(), null, CancellationToken);

        found.ShouldBe([.. Enumerable.Repeat("3", 40), .. Enumerable.Repeat("2", 40), .. Enumerable.Repeat("1", 40), .. Enumerable.Repeat("0", 40)]);
        first.Items.Count.ShouldBe(50);
        first.Items.Select(r => r.Line.Id).Distinct().Count().ShouldBe(50);
        await Should.ThrowAsync<InvalidCursorException>(house.List.ListAsync(new HistoryFilter(), Cursor.Of("1"), CancellationToken));
        await Should.ThrowAsync<InvalidCursorException>(house.List.ListAsync(new HistoryFilter(), Cursor.Of("9223372036854775807", "1"), CancellationToken));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_line_comes_with_person_agreement_and_the_records_title(DatabaseProvider provider)
    {
        await using var house = await LedgerHouse.OpenAsync(provider);
        var agreement = await AddSamplesAsync(house);

        var rows = (await house.List.ListAsync(new HistoryFilter(), null, CancellationToken)).Items.ToDictionary(r => r.Line.Message!);

        (rows["added"].Person?.DisplayName, rows["added"].Title, rows["added"].Agreement?.Id).ShouldBe(("Ada Lovelace", "Über Maschinen", agreement.Id));
        (rows["refused"].Person?.DisplayName, rows["refused"].Title, rows["refused"].Agreement).ShouldBe(("Ben Öhlund", "On Engines, 100%", null));
        (rows["read"].Title, rows["read"].Agreement).ShouldBe((null, null));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task The_stream_gives_the_same_lines_up_to_its_limit(DatabaseProvider provider)
    {
        await using var house = await LedgerHouse.OpenAsync(provider);
        for (var part = 0; part < 9; part++)
            await house.Database.AddAsync([.. Enumerable.Range(part * 250, 250).Select(n => Line($"{n}", Start.AddSeconds(n), house.Ada.Id))]);
        await house.Database.AddAsync(Line("of Ben", Start, house.Ben.Id));

        async Task<List<string?>> StreamAsync(int atMost) =>
            await house.List.StreamAsync(new HistoryFilter(PersonId: house.Ada.Id), atMost, CancellationToken).Select(r => r.Line.Message).ToListAsync(CancellationToken);

        (await StreamAsync(5000)).ShouldBe(Enumerable.Range(0, 2250).Reverse().Select(n => $"{n}"));
        (await StreamAsync(1001)).ShouldBe(Enumerable.Range(1249, 1001).Reverse().Select(n => $"{n}"));
        (await StreamAsync(1000)).Count.ShouldBe(1000);
        (await StreamAsync(0)).ShouldBeEmpty();
        (await house.List.IsMoreThanAsync(new HistoryFilter(PersonId: house.Ada.Id), 2249, CancellationToken)).ShouldBeTrue();
        (await house.List.IsMoreThanAsync(new HistoryFilter(PersonId: house.Ada.Id), 2250, CancellationToken)).ShouldBeFalse();
    }

    private static async Task<Agreement> AddSamplesAsync(LedgerHouse house)
    {
        const string adas = "0000-0002-1825-0097", bens = "0000-0001-5000-0007";
        var agreement = new Agreement
        {
            PersonId = house.Ada.Id, Kind = AgreementKind.FirstSync, Orcid = adas, TextVersion = "2026-11", Language = "en", Scopes = "/activities/update", Preferences = "mode=Daily", By = "Ada Lovelace", At = Start,
        };
        await house.Database.AddAsync(
            agreement,
            new HistoryEntry { At = Start, PersonId = house.Ada.Id, Orcid = adas, Operation = SyncOperation.Read, By = "Read", HttpStatus = 200, Message = "read" },
            new HistoryEntry
            {
                At = Start.AddHours(1), PersonId = house.Ada.Id, RecordId = house.Engines.Id, AgreementId = agreement.Id, Orcid = adas, Operation = SyncOperation.Add, Section = "work", PutCode = 7,
                HttpStatus = 201, By = "Cora Curator", Message = "added",
            },
            new HistoryEntry
            {
                At = Start.AddHours(2), PersonId = house.Ben.Id, Orcid = bens, Operation = SyncOperation.Add, Outcome = HistoryOutcome.Refused, Section = "funding", HttpStatus = 409, OrcidCode = 9021,
                Title = "On Engines, 100%", By = "Push", Message = "refused",
            },
            new HistoryEntry { At = Start.AddHours(3), PersonId = house.Ben.Id, Orcid = bens, Operation = SyncOperation.Connect, By = "Ben", Message = "connected" });
        return agreement;
    }

    private static HistoryEntry Line(string message, DateTimeOffset at, Guid personId) => new() { At = at, PersonId = personId, By = "test", Message = message };
}
