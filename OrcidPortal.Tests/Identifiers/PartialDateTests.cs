using CsCheck;
using OrcidPortal.Identifiers;

namespace OrcidPortal.Tests.Identifiers;

public sealed class PartialDateTests
{
    [Theory]
    [InlineData("2019")]
    [InlineData("2019-05")]
    [InlineData("2020-02-29")]
    [InlineData("0001-01-01")]
    public void A_date_keeps_just_the_parts_it_has(string text)
    {
        PartialDate.TryParse(text, out var date).ShouldBeTrue();

        date.ToString().ShouldBe(text);
    }

    [Theory]
    [InlineData("2019-02-30")]
    [InlineData("2019-13")]
    [InlineData("2019-00")]
    [InlineData("2019-5-3")]
    [InlineData("0000")]
    [InlineData("٢٠١٩")]
    [InlineData("2019-05-03T00:00:00Z")]
    [InlineData("")]
    [InlineData(null)]
    public void What_is_not_a_date_is_refused(string? text) => PartialDate.TryParse(text, out _).ShouldBeFalse();

    [Fact]
    public void Any_text_is_read_or_refused_without_an_exception() =>
        Gen.OneOf(Gen.String, Gen.String[Gen.OneOf('0', '1', '9', '-', '٣', ' '), 0, 12]).Sample(text => PartialDate.TryParse(text, out _) || true);

    [Fact]
    public void Dates_sort_by_time_and_the_less_exact_first()
    {
        PartialDate[] dates = [new(2019, 5, 3), new(2018), new(2019), new(2019, 5)];

        dates.Order().Select(d => d.ToString()).ShouldBe(["2018", "2019", "2019-05", "2019-05-03"]);
    }
}
