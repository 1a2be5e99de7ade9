using OrcidPortal.Mapping;

namespace OrcidPortal.Tests.Mapping;

public sealed class PlainTextTests
{
    [Theory]
    [InlineData("  a \t b\r\n c  ", "a b c")]
    [InlineData("a\u0000b\u0085c\u202Ed", "ab cd")]
    [InlineData("<jats:p>First.</jats:p><jats:p>Second.</jats:p>", "First. Second.")]
    [InlineData("H<sub>2</sub>O and <mml:math><mml:mi>x</mml:mi></mml:math>", "H2O and x")]
    [InlineData("a < b and c > d", "a < b and c > d")]
    [InlineData("&lt;i&gt;Lac&lt;/i&gt; &amp;amp; more", "Lac & more")]
    [InlineData("AT&T and R&D", "AT&T and R&D")]
    [InlineData("{DNA} of {\\\"o}rebro", "DNA of örebro")]
    [InlineData("Erd\\H{o}s and \\v{S}afa\\v{r}\\'{i}k", "Erdős and Šafařík")]
    [InlineData("CO$_2$ and $x^{10}$", "CO2 and x10")]
    [InlineData("Prices from $5 to $10", "Prices from $5 to $10")]
    [InlineData("100\\% \\& more", "100% & more")]
    [InlineData("The set {1, 2}", "The set {1, 2}")]
    [InlineData("שלום عليكم", "שלום عليكم")]
    [InlineData(null, "")]
    public void A_text_becomes_what_people_read(string? text, string expected) => PlainText.Of(text).ShouldBe(expected);

    [Fact]
    public void Half_characters_are_left_out() => PlainText.Of("a\uD800b\uDC00\U0001F600").ShouldBe("ab\U0001F600");

    [Fact]
    public void A_text_is_cut_between_words_and_never_inside_a_character()
    {
        PlainText.Cut("one two three", 10).ShouldBe("one two…");
        PlainText.Cut("one two three", 13).ShouldBe("one two three");
        PlainText.Cut("xxxxxxxx\U0001F600\U0001F600", 10).ShouldBe("xxxxxxxx…");
    }
}
