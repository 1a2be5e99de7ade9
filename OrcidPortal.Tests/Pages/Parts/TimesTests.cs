using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using OrcidPortal.Pages;
using OrcidPortal.Pages.Parts;

namespace OrcidPortal.Tests.Pages.Parts;

public sealed class TimesTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 2, 9, 0, 0, TimeSpan.Zero);
    private static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");
    private readonly Times _times = Words.Of<Times>();

    [Theory]
    [InlineData("2026-11-02T08:59:30Z", "just now")]
    [InlineData("2026-11-02T08:58:50Z", "a minute ago")]
    [InlineData("2026-11-02T08:20:00Z", "40 minutes ago")]
    [InlineData("2026-11-02T07:59:00Z", "an hour ago")]
    [InlineData("2026-11-02T02:00:00Z", "7 hours ago")]
    [InlineData("2026-11-01T22:30:00Z", "yesterday at 23:30")]
    [InlineData("2026-10-30T09:00:00Z", "3 days ago")]
    [InlineData("2026-05-03T09:00:00Z", "3 May")]
    [InlineData("2024-05-03T09:00:00Z", "3 May 2024")]
    [InlineData("2026-11-02T09:00:10Z", "just now")]
    [InlineData("2026-11-02T09:02:30Z", "in 3 minutes")]
    [InlineData("2026-11-02T21:00:00Z", "today at 22:00")]
    [InlineData("2026-11-02T23:30:00Z", "tomorrow at 00:30")]
    [InlineData("2026-11-09T21:00:00Z", "on 9 November at 22:00")]
    public void Times_are_relative_in_the_readers_zone(string at, string words)
    {
        var said = In("en-GB", () => _times.Relative(DateTimeOffset.Parse(at, CultureInfo.InvariantCulture), Now, Berlin));

        said.ShouldBe(words);
    }

    [Fact]
    public void An_american_reads_the_month_first_and_a_clock_of_twelve_hours()
    {
        var day = In("en-US", () => _times.Day(new DateTimeOffset(2024, 5, 3, 9, 0, 0, TimeSpan.Zero), Now, Berlin));
        var clock = In("en-US", () => _times.Clock(new DateTimeOffset(2026, 11, 2, 21, 0, 0, TimeSpan.Zero), Berlin));

        day.ShouldBe("May 3, 2024");
        clock.Replace('\u202f', ' ').ShouldBe("10:00 PM");
    }

    [Fact]
    public void The_exact_time_names_its_offset()
    {
        var said = In("en-GB", () => _times.Exact(Now, Berlin));

        said.ShouldContain("2 November 2026");
        said.ShouldEndWith("10:00:00 (UTC+01:00)");
    }

    private static string In(string culture, Func<string> say)
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
        try
        {
            return say();
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
