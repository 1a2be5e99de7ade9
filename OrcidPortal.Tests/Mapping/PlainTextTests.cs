using OrcidPortal.Mapping;

namespace OrcidPortal.Tests.Mapping;

public sealed class PlainTextTests
{
    [Theory]
    [InlineData("  a \t b\r\n c  ", "a b c")]
    [InlineData("a\u0000b\u0085c\u202Ed", "ab cd")]
    [InlineData("<jats:p>First.</jats:p><jats:p>Second.</jats:p>", "First. Second.")]
    [InlineData("H<sub>2</sub>O and <mml:math><mml:mi>x</mml:mi></mml:math>", "H₂O and x")]
    [InlineData("a < b and c > d", "a < b and c > d")]
    [InlineData("&lt;i&gt;Lac&lt;/i&gt; &amp;amp; more", "Lac & more")]
    [InlineData("AT&T and R&D", "AT&T and R&D")]
    [InlineData("{DNA} of {\\\"o}rebro", "DNA of örebro")]
    [InlineData("Erd\\H{o}s and \\v{S}afa\\v{r}\\'{i}k", "Erdős and Šafařík")]
    [InlineData("CO$_2$ and $x^{10}$", "CO₂ and x¹⁰")]
    [InlineData("Prices from $5 to $10", "Prices from $5 to $10")]
    [InlineData("100\\% \\& more", "100% & more")]
    [InlineData("&amp;lt;i&amp;gt;a&amp;lt;/i&amp;gt; p &lt; 0.05, a<b, <i and y>", "a p < 0.05, a<b, <i and y>")]
    [InlineData("10<sup>−3</sup>, 5<sup>th</sup>, <mml:msup><mml:mi>x</mml:mi><mml:mn>2</mml:mn></mml:msup>", "10⁻³, 5th, x²")]
    [InlineData("$H_2O$ and $\\alpha$", "H₂O and α")]
    [InlineData("1990--1999 -- all --- use --help, ----", "1990–1999 – all — use --help, ----")]
    [InlineData("Fig.~1 of ~10, www/~me, A ~ B", "Fig. 1 of ~10, www/~me, A ~ B")]
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

    [Theory]
    [InlineData("one two, three", 10, "one two…")]
    [InlineData("one 95% three", 10, "one 95%…")]
    [InlineData("xxxxe\u0301e\u0301x", 8, "xxxxe\u0301…")]
    [InlineData("\U0001F468\u200D\U0001F469\u200D\U0001F467 and", 4, "\U0001F468\u200D…")]
    [InlineData("abc", 1, "…")]
    [InlineData("abc", 0, "")]
    public void A_cut_leaves_no_half_characters_and_no_loose_punctuation(string text, int longest, string expected) => PlainText.Cut(text, longest).ShouldBe(expected);

    [Theory]
    [InlineData("<")]
    [InlineData("{")]
    [InlineData("$")]
    [InlineData("\\")]
    [InlineData("&")]
    [InlineData("<i ")]
    [InlineData("<sub>1")]
    public void Hostile_texts_come_to_an_end(string part) => PlainText.Of("$" + string.Concat(Enumerable.Repeat(part, 100_000 / part.Length))).ShouldNotBeEmpty();
}
