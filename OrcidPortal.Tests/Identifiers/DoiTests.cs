using OrcidPortal.Identifiers;

namespace OrcidPortal.Tests.Identifiers;

public sealed class DoiTests
{
    [Theory]
    [InlineData("10.1000/XYZ", "10.1000/xyz", "https://doi.org/10.1000/xyz")]
    [InlineData("http://dx.doi.org/10.1000.10/a<b", "10.1000.10/a<b", "https://doi.org/10.1000.10/a%3Cb")]
    public void A_DOI_is_read_in_any_of_its_forms(string text, string value, string url)
    {
        Doi.TryParse(text, out var doi).ShouldBeTrue();

        doi.Value.ShouldBe(value);
        doi.Url.ShouldBe(url);
    }

    [Theory]
    [InlineData("10.1000")]
    [InlineData("10.1000/ x")]
    [InlineData("")]
    [InlineData(null)]
    public void What_is_not_a_DOI_is_refused(string? text) => Doi.TryParse(text, out _).ShouldBeFalse();

    [Fact]
    public void A_text_longer_than_any_source_writes_is_refused() => Doi.TryParse("10.1000/" + new string('x', 2085), out _).ShouldBeFalse();
}
