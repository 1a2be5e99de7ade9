using System.Diagnostics;
using OrcidPortal.Simulator.Search;

namespace OrcidPortal.Tests.Simulator.Search;

/// <summary>Whatever is asked, there is an answer, and soon.</summary>
public sealed class HostileQueryTests
{
    private const int Long = 20_000;

    private static readonly string[] Pieces =
    [
        "a", "Z9", "AND", "OR", "NOT", "+", "-", "!", "(", ")", "[", "]", "{", "}", "\"", "\\", ":", "~", "^", "*", "?", " ", "TO", "title:", "orcid:", "doi-self:", "*:*", "NOW", "/DAY", "-1DAY", "&&", "||",
        "profile-last-modified-date:", "given-and-family-names:", "2026-01-01T00:00:00Z", "\0", "\u0001", "\u0002", "\uD800", "\uDC00", "\uFFFE", "\uFFFF", "é", "ß", "深", "😀", "\t", "1.5", "999999999999",
    ];

    public static TheoryData<string> Monsters =>
    [
        new string('(', Long), new string(')', Long), new string('"', Long), new string('\\', Long), new string('*', Long), new string('?', Long), new string('[', Long), new string('-', Long),
        new string('~', Long), new string('^', Long), new string(':', Long), new string('a', Long), string.Concat(Enumerable.Repeat("a:", Long / 2)), string.Concat(Enumerable.Repeat("a ", Long / 2)),
        string.Concat(Enumerable.Repeat("(a ", Long / 3)), string.Concat(Enumerable.Repeat("title:(", Long / 7)), string.Concat(Enumerable.Repeat("a* ", Long / 3)), "title:" + string.Concat(Enumerable.Repeat("*a", 127)) + "b",
        "title:" + string.Concat(Enumerable.Repeat("a*", 128)), "title:" + new string('a', Long) + "~", "\"" + string.Concat(Enumerable.Repeat("a ", Long / 2)) + "b\"", "\"" + string.Concat(Enumerable.Repeat("a ", Long / 2)) + "b\"~9999",
        "profile-last-modified-date:NOW" + string.Concat(Enumerable.Repeat("+1DAY", Long / 5)), string.Concat(Enumerable.Repeat("a AND ", Long / 6)), string.Concat(Enumerable.Repeat("a~ ", 1000)),
    ];

    [Theory]
    [MemberData(nameof(Monsters))]
    public void Long_and_deep_queries_on_long_records_are_answered_soon(string q)
    {
        var record = new SearchDocument(Documents.Zoe).Add("title", new string('a', Long)).Add("biography", string.Concat(Enumerable.Repeat("a ", Long))).Add("profile-last-modified-date", Documents.Now);
        var clock = Stopwatch.StartNew();

        var query = SearchQuery.Parse(q, Documents.Now);
        query.Value?.Matches(record).ShouldBeGreaterThanOrEqualTo(0);

        (query.Value is null).ShouldBe(query.Error is not null);
        clock.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(10));
    }

    [Fact]
    public void Any_row_of_signs_is_a_query_or_a_fault()
    {
        var random = new Random(20260315);
        for (var i = 0; i < 20_000; i++)
        {
            var q = string.Concat(Enumerable.Range(0, random.Next(1, 14)).Select(_ => Pieces[random.Next(Pieces.Length)]));

            var query = SearchQuery.Parse(q, Documents.Now);

            (query.Value is null).ShouldBe(query.Error is not null, q);
            foreach (var document in Documents.All) query.Value?.Matches(document).ShouldBeGreaterThanOrEqualTo(0, q);
        }
    }

    [Fact]
    public void Any_text_may_stand_on_a_record()
    {
        var random = new Random(7);
        for (var i = 0; i < 2_000; i++)
        {
            var value = "x" + string.Concat(Enumerable.Range(0, 10).Select(_ => (char)random.Next(char.MaxValue + 1)));
            var record = new SearchDocument(Documents.Zoe).Add("title", value).Add("given-and-family-names", value).Add("email", value);

            foreach (var q in (string[])["title:x*", "given-and-family-names:x", "email:x*", "x~"]) SearchQuery.Parse(q, Documents.Now).Value!.Matches(record).ShouldBeGreaterThanOrEqualTo(0);
        }
    }

    [Fact]
    public void A_word_of_the_record_is_found_whatever_its_signs_when_it_is_escaped()
    {
        var random = new Random(11);
        const string Signs = "ab1 +-&|!(){}[]^\"~*?:\\/.TO";
        for (var i = 0; i < 5_000; i++)
        {
            var value = "w" + string.Concat(Enumerable.Range(0, random.Next(12)).Select(_ => Signs[random.Next(Signs.Length)])) + "w";
            var record = new SearchDocument(Documents.Zoe).Add("doi-self", value);

            SearchQuery.Parse("doi-self:" + string.Concat(value.Select(c => "\\" + c)), Documents.Now).Value!.Matches(record).ShouldBe(1, value);
            SearchQuery.Parse($"doi-self:\"{value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"", Documents.Now).Value!.Matches(record).ShouldBe(1, value);
        }
    }
}
