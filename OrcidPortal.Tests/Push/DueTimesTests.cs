using OrcidPortal.Data.Entities;
using OrcidPortal.Push;

namespace OrcidPortal.Tests.Push;

public sealed class DueTimesTests
{
    private static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");
    private static readonly PushOptions Options = new();
    private static readonly DateTimeOffset Morning = new(2026, 11, 2, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_new_work_goes_at_once_or_at_the_next_hour_of_the_day()
    {
        var item = new SyncItem { Desired = Desired.Present, DesiredAt = Morning, DesiredFingerprint = "a" };

        DueTimes.Of(item, SendMode.AtOnce, Options, Berlin).ShouldBeNull();
        DueTimes.Of(item, SendMode.Daily, Options, Berlin).ShouldBe(new DateTimeOffset(2026, 11, 2, 21, 0, 0, TimeSpan.Zero));
    }

    [Fact]
    public void An_update_waits_for_the_quiet_time_and_then_for_the_hour()
    {
        var item = new SyncItem { Desired = Desired.Present, DesiredAt = Morning, DesiredFingerprint = "b", SentFingerprint = "a", PutCode = 7 };

        DueTimes.Of(item, SendMode.AtOnce, Options, Berlin).ShouldBe(Morning.AddDays(1));
        DueTimes.Of(item, SendMode.Daily, Options, Berlin).ShouldBe(new DateTimeOffset(2026, 11, 3, 21, 0, 0, TimeSpan.Zero));
    }

    [Fact]
    public void A_removal_waits_a_week() =>
        DueTimes.Of(new SyncItem { Desired = Desired.Absent, DesiredAt = Morning, PutCode = 7 }, SendMode.AtOnce, Options, Berlin).ShouldBe(Morning.AddDays(7));

    [Theory]
    [InlineData("2026-03-28T23:00:00Z", "02:30", "2026-03-29T01:00:00Z")]
    [InlineData("2026-10-24T23:00:00Z", "02:30", "2026-10-25T01:30:00Z")]
    [InlineData("2026-11-02T21:00:00Z", "22:00", "2026-11-02T21:00:00Z")]
    [InlineData("2026-11-02T21:00:01Z", "22:00", "2026-11-03T21:00:00Z")]
    public void The_hour_is_of_the_zone_also_when_its_clock_jumps(string from, string at, string due) =>
        DueTimes.NextDaily(Time(from), TimeOnly.Parse(at, System.Globalization.CultureInfo.InvariantCulture), Berlin).ShouldBe(Time(due));

    private static DateTimeOffset Time(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
