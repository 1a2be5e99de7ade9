using OrcidPortal.Data.Entities;
using OrcidPortal.History;
using OrcidPortal.Pages.Admin;

namespace OrcidPortal.Tests.Pages.Admin;

public sealed class HistoryQueryTests
{
    [Theory]
    [InlineData("UTC", "2026-11-02T00:00:00Z", "2026-11-03T00:00:00Z")]
    [InlineData("Europe/Berlin", "2026-11-01T23:00:00Z", "2026-11-02T23:00:00Z")]
    [InlineData("Asia/Tokyo", "2026-11-01T15:00:00Z", "2026-11-02T15:00:00Z")]
    public void A_day_begins_and_ends_where_the_reader_is(string zone, string from, string until)
    {
        var filter = Filter(Nothing with { From = "2026-11-02", To = "2026-11-02" }, zone);

        (filter.From, filter.Until).ShouldBe((DateTimeOffset.Parse(from, null), DateTimeOffset.Parse(until, null)));
    }

    [Theory]
    [InlineData("Europe/Berlin", "2026-10-25", 25)]
    [InlineData("Europe/Berlin", "2026-03-29", 23)]
    // Where midnight comes twice, and where it does not come at all.
    [InlineData("America/Havana", "2026-11-01", 25)]
    [InlineData("America/Santiago", "2026-09-06", 23)]
    public void A_day_is_as_long_as_it_is_there(string zone, string day, int hours)
    {
        var filter = Filter(Nothing with { From = day, To = day }, zone);

        (filter.Until - filter.From).ShouldBe(TimeSpan.FromHours(hours));
    }

    [Theory]
    [InlineData("02.11.2026")]
    [InlineData("2026-13-01")]
    [InlineData("0001-01-01")]
    [InlineData("9999-12-31")]
    [InlineData("")]
    public void What_is_no_day_asks_for_nothing(string day)
    {
        var filter = Filter(Nothing with { From = day, To = day }, "Pacific/Kiritimati");

        filter.ShouldBe(new HistoryFilter());
    }

    [Fact]
    public void Each_filter_of_the_address_is_read()
    {
        var ada = new Person { LocalId = "ada" };
        var record = Guid.CreateVersion7();
        var query = new HistoryQuery("engines", "Add", "Refused", "Country", "409", null, null, "ada", record.ToString());

        query.ToFilter(ada, TimeZoneInfo.Utc).ShouldBe(new HistoryFilter(SyncOperation.Add, HistoryOutcome.Refused, "address", 409, null, null, "engines", ada.Id, record));
        query.Asks.ShouldBeTrue();
        Nothing.Asks.ShouldBeFalse();
    }

    private static HistoryQuery Nothing { get; } = new(null, null, null, null, null, null, null, null, null);

    private static HistoryFilter Filter(HistoryQuery query, string zone) => query.ToFilter(null, TimeZoneInfo.FindSystemTimeZoneById(zone));
}
