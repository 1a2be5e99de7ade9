using OrcidPortal.Sources;

namespace OrcidPortal.Tests.Sources;

public sealed class PublicationDatesTests
{
    [Theory]
    [InlineData("2019", "2019")]
    [InlineData("2019-05", "2019-05")]
    [InlineData("2019-5-3", "2019-05-03")]
    [InlineData("2019-05/2019-06", "2019-05")]
    [InlineData("2019/2020", "2019")]
    [InlineData("/2019", "2019")]
    [InlineData("2019~", "2019")]
    [InlineData("2019-05-03?", "2019-05-03")]
    [InlineData("2019-05-03T10:00:00Z", "2019-05-03")]
    [InlineData("2019-21", "2019")]
    [InlineData("2019-XX", "2019")]
    [InlineData("2019-00-00", "2019")]
    [InlineData("c2019", "2019")]
    [InlineData("2019-2020", "2019")]
    [InlineData("3 May 2019", "2019-05-03")]
    [InlineData("5/2019", "2019-05")]
    [InlineData("03/04/2019", "2019")]
    [InlineData("Winter 2019", "2019")]
    public void A_date_is_read_as_far_as_it_is_sure(string text, string expected) => PublicationDates.OfText(text).ShouldBe(expected);

    [Theory]
    [InlineData("2019-02-30")]
    [InlineData("2019-13")]
    [InlineData("in press")]
    public void What_is_no_date_stays_for_the_rules(string text) => PublicationDates.OfText(text).ShouldBe(text);

    [Theory]
    [InlineData("2019", "feb", null, "2019-02")]
    [InlineData("2019", "February", "3", "2019-02-03")]
    [InlineData("2019", "Jan.", null, "2019-01")]
    [InlineData("2019", "July 30th", null, "2019-07-30")]
    [InlineData("2019", "2 sep", null, "2019-09-02")]
    [InlineData("2019", "10~jan", null, "2019-01-10")]
    [InlineData("2019", "may–june", null, "2019-05")]
    [InlineData("2019", "5", "14", "2019-05-14")]
    [InlineData("2019", "unknown", "14", "2019")]
    [InlineData("2019", "13", null, "2019")]
    [InlineData("2019", null, "14", "2019")]
    [InlineData("2019-04-01", "feb", null, "2019-04-01")]
    [InlineData(null, "feb", "1", null)]
    public void Year_month_and_day_make_a_date(string? year, string? month, string? day, string? expected) =>
        PublicationDates.OfFields(year, month, day).ShouldBe(expected);
}
