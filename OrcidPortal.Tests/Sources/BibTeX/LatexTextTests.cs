using OrcidPortal.Sources.BibTeX;

namespace OrcidPortal.Tests.Sources.BibTeX;

public sealed class LatexTextTests
{
    [Theory]
    [InlineData(@"G{\""u}nter", "Günter")]
    [InlineData(@"G\""{u}nter", "Günter")]
    [InlineData(@"Schr\""odinger", "Schrödinger")]
    [InlineData(@"V{\'{\i}}ctor M{\'e}ndez", "Víctor Méndez")]
    [InlineData(@"Asanovi\'\i{}c", "Asanoviíc")]
    [InlineData(@"Krste Asanovi\'c", "Krste Asanović")]
    [InlineData(@"{\c{C}}etinkaya", "Çetinkaya")]
    [InlineData(@"\c cedilla", "çedilla")]
    [InlineData(@"Ne\v{s}i\'{c} Ho\v rava", "Nešić Hořava")]
    [InlineData(@"Erd\H{o}s", "Erdős")]
    [InlineData(@"\r{A}ngstr\""om, B{\aa}tnes, \AA rhus", "Ångström, Båtnes, Århus")]
    [InlineData(@"Stra{\ss}e, S{\o}ren, {\O}ie, \L{}\'od\'z, \ae ro", "Straße, Søren, Øie, Łódź, æro")]
    [InlineData(@"W\k{a}s, \d{h}, \b{t}, \u{g}, \.I, \={a}", "Wąs, ḥ, ṯ, ğ, İ, ā")]
    [InlineData(@"Nguy\~{\^e}n", "Nguyễn")]
    [InlineData("pages 1--2 --- and 3-4", "pages 1–2 — and 3-4")]
    [InlineData("``quoted'' and `so' it's", "“quoted” and ‘so' it's")]
    [InlineData(@"A~B\,C \& D 5\% \$5 a\_b \#1 \{x\}", "A B C & D 5% $5 a_b #1 {x}")]
    [InlineData(@"\enquote{Inside \emph{out}}", "“Inside out”")]
    [InlineData(@"\textit{Xenopos laevis} \textbf{b} \textsc{c} {\it d} \mkbibquote{e}", "Xenopos laevis b c d “e”")]
    [InlineData(@"see \url{http://example.org/a_b}", "see http://example.org/a_b")]
    [InlineData(@"the 3\textsuperscript{rd}, 10\textsuperscript{3}, H\textsubscript{2}O", "the 3rd, 10³, H₂O")]
    [InlineData("$^{6}$He and $Z_3$ at $10^{-3}$", "⁶He and Z₃ at 10⁻³")]
    [InlineData(@"Radix-2\({}^{\mbox{k}}\), 5\({}^{\mbox{th}}\)", "Radix-2^k, 5th")]
    [InlineData(@"$\alpha \leq \frac{a}{b}$, $\mathcal{N}=4$", "α ≤ a/b, N=4")]
    [InlineData("It costs $5", "It costs $5")]
    [InlineData(@"\unknown{kept} \foo[opt]{also}", "kept also")]
    [InlineData(@"\noopsort{1973a}Title \textcolor{red}{red}", "Title red")]
    [InlineData(@"{{P}i} {C}alculus", "Pi Calculus")]
    [InlineData("R&amp;D for <i>Homo sapiens</i>, if a < b", "R&D for Homo sapiens, if a < b")]
    [InlineData("two\n   lines\tand \u0007 bell", "two lines and bell")]
    [InlineData("{unclosed \\emph{text", "unclosed text")]
    [InlineData("שלום \\& سلام", "שלום & سلام")]
    public void LaTeX_is_read_as_it_prints(string latex, string expected)
    {
        var text = LatexText.ToText(latex);

        text.ShouldBe(expected);
    }

    [Theory]
    [InlineData(@"http://x.org/\~{}me/a\_b\%20c", "http://x.org/~me/a_b%20c")]
    [InlineData(@"\url{https://doi.org/10.1/a--b}", "https://doi.org/10.1/a--b")]
    [InlineData("10.1007/978-3-642-38709-8{\\_}1", "10.1007/978-3-642-38709-8_1")]
    [InlineData(@"10.1/(SICI)1097{\textless}1661::AID{\textgreater}3.0.CO;2-2", "10.1/(SICI)1097<1661::AID>3.0.CO;2-2")]
    public void An_address_keeps_its_dashes_and_loses_its_escapes(string latex, string expected)
    {
        var text = LatexText.ToAddress(latex);

        text.ShouldBe(expected);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("{ \\relax }")]
    public void Nothing_printed_is_nothing_known(string latex) => LatexText.ToText(latex).ShouldBeNull();

    [Fact]
    public void A_hundred_thousand_braces_are_read_without_a_deep_stack()
    {
        var latex = new string('{', 100_000) + "deep" + new string('}', 100_000) + " end";

        var text = LatexText.ToText(latex);

        text.ShouldBe("deep end");
    }
}
