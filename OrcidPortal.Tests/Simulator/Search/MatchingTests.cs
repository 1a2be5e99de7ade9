using System.Globalization;
using OrcidPortal.Simulator.Search;

namespace OrcidPortal.Tests.Simulator.Search;

/// <summary>The quick ways of comparing agree with the plain ones.</summary>
public sealed class MatchingTests
{
    [Fact]
    public void A_pattern_is_matched_as_by_trying_every_way()
    {
        var random = new Random(1);
        for (var i = 0; i < 20_000; i++)
        {
            var (pattern, text) = (Some(random, $"ab{Wildcard.Many}{Wildcard.One}", 7), Some(random, "ab", 9));

            Wildcard.Matches(pattern, text).ShouldBe(Try(pattern, text), $"{pattern} {text}");
        }

        static bool Try(string pattern, string text) => pattern.Length == 0
            ? text.Length == 0
            : pattern[0] == Wildcard.Many
                ? Try(pattern[1..], text) || (text.Length > 0 && Try(pattern, text[1..]))
                : text.Length > 0 && (pattern[0] == Wildcard.One || pattern[0] == text[0]) && Try(pattern[1..], text[1..]);
    }

    [Fact]
    public void The_distance_of_two_words_is_that_of_the_whole_table()
    {
        var random = new Random(2);
        for (var i = 0; i < 20_000; i++)
        {
            var (one, other) = (Some(random, "abc", 8), Some(random, "abc", 8));
            var table = new int[one.Length + 1, other.Length + 1];
            for (var x = 0; x <= one.Length; x++)
            {
                for (var y = 0; y <= other.Length; y++)
                {
                    table[x, y] = x == 0 || y == 0
                        ? x + y
                        : Math.Min(Math.Min(table[x - 1, y], table[x, y - 1]) + 1, table[x - 1, y - 1] + (one[x - 1] == other[y - 1] ? 0 : 1));
                }
            }

            foreach (var most in (int[])[0, 1, 2]) EditDistance.IsWithin(one, other, most).ShouldBe(table[one.Length, other.Length] <= most, $"{one} {other} {most}");
        }
    }

    [Fact]
    public void A_phrase_is_found_where_its_words_follow_one_another()
    {
        var random = new Random(3);
        for (var i = 0; i < 20_000; i++)
        {
            var (text, phrase) = (Letters(Some(random, "ab", 12)), Letters("a" + Some(random, "ab", 4)));
            var windows = Enumerable.Range(0, text.Count + 1).Select(at => text.Skip(at).Take(phrase.Count)).ToList();

            WordRuns.Contains(text, phrase).ShouldBe(windows.Any(w => w.SequenceEqual(phrase)));
            WordRuns.ContainsNear(text, phrase, 0).ShouldBe(windows.Any(w => w.Order().SequenceEqual(phrase.Order())));
            WordRuns.ContainsNear(text, phrase, 1).ShouldBe(Enumerable.Range(0, text.Count + 1).Any(at => Holds([.. text.Skip(at).Take(phrase.Count + 1)], phrase)));
        }

        static bool Holds(List<string> window, List<string> phrase) => phrase.All(window.Remove);
        static List<string> Letters(string text) => [.. text.Select(c => c.ToString())];
    }

    [Theory]
    [InlineData("Sofía MARÍA", "sofía maría", "sofia maria")]
    [InlineData("Łódź Straße Ærø", "łódź straße ærø", "lodz strasse aero")]
    [InlineData("e\u0301tude", "étude", "etude")]
    [InlineData("O'Brien-Smith, 3rd", "o brien smith 3rd", "o brien smith 3rd")]
    [InlineData("深海2", "深 海 2", "深 海 2")]
    [InlineData("😀 !?", "", "")]
    public void A_text_comes_apart_into_words(string text, string words, string folded)
    {
        string.Join(' ', Words.Of(text, isFolded: false)).ShouldBe(words);
        string.Join(' ', Words.Of(text, isFolded: true)).ShouldBe(folded);
    }

    [Theory]
    [InlineData("NOW", "2026-03-15T12:30:45Z")]
    [InlineData("NOW/HOUR", "2026-03-15T12:00:00Z")]
    [InlineData("NOW/MONTH", "2026-03-01T00:00:00Z")]
    [InlineData("NOW-1MONTH/DAY+2HOURS", "2026-02-15T02:00:00Z")]
    [InlineData("2024-02-29T00:00:00Z+1YEAR", "2025-02-28T00:00:00Z")]
    [InlineData("2024-02-29T23:59:59.5Z/SECOND", "2024-02-29T23:59:59Z")]
    [InlineData("now", null)]
    [InlineData("NOW-", null)]
    [InlineData("NOW+DAY", null)]
    [InlineData("NOW/2DAY", null)]
    [InlineData("NOW+99999999999DAYS", null)]
    [InlineData("2026-02-30T00:00:00Z", null)]
    [InlineData("2026-02-28T00:00:00", null)]
    [InlineData("", null)]
    public void Dates_are_reckoned_as_Solr_does(string text, string? expected) =>
        SolrDate.Read(text, Documents.Now).ShouldBe(expected is null ? null : DateTimeOffset.Parse(expected, CultureInfo.InvariantCulture));

    private static string Some(Random random, string signs, int most) => string.Concat(Enumerable.Range(0, random.Next(most + 1)).Select(_ => signs[random.Next(signs.Length)]));
}
