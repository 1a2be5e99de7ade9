using System.Collections.Frozen;

namespace OrcidPortal.Sources.BibTeX;

/// <summary>Commands that stand for characters.</summary>
internal static class LatexSymbols
{
    private const string Table = """
        ss ß|SS ẞ|o ø|O Ø|aa å|AA Å|ae æ|AE Æ|oe œ|OE Œ|l ł|L Ł|i ı|j ȷ|dh ð|DH Ð|th þ|TH Þ|dj đ|DJ Đ|ng ŋ|NG Ŋ|ij ĳ|IJ Ĳ
        S §|P ¶|copyright ©|textcopyright ©|pounds £|textsterling £|euro €|EUR €|texteuro €|yen ¥|textyen ¥|textcent ¢|dag †|ddag ‡|textdagger †|textdaggerdbl ‡
        degree °|textdegree °|ldots …|dots …|textellipsis …|cdots ⋯|textendash –|textemdash —|texttrademark ™|trademark ™|textregistered ®|textbullet •
        textquoteleft ‘|textquoteright ’|textquotedblleft “|textquotedblright ”|quotedblbase „|quotesinglbase ‚|glqq „|grqq “|glq ‚|grq ‘|flqq «|frqq »|flq ‹|frq ›
        guillemotleft «|guillemotright »|guillemetleft «|guillemetright »|guilsinglleft ‹|guilsinglright ›|textquotedbl "|textquotesingle '|lq ‘|rq ’
        textbackslash \|textasciitilde ~|textasciicircum ^|textunderscore _|textless <|textgreater >|textbraceleft {|textbraceright }|lbrace {|rbrace }
        textperiodcentered ·|textmu µ|textordfeminine ª|textordmasculine º|textexclamdown ¡|textquestiondown ¿|slash /|textonehalf ½|textonequarter ¼|textthreequarters ¾
        LaTeX LaTeX|TeX TeX|BibTeX BibTeX|LaTeXe LaTeX2e|XeTeX XeTeX|textsection §|textparagraph ¶|textnumero №
        alpha α|beta β|gamma γ|delta δ|epsilon ε|varepsilon ε|zeta ζ|eta η|theta θ|vartheta ϑ|iota ι|kappa κ|lambda λ|mu μ|nu ν|xi ξ|pi π|varpi ϖ|rho ρ|varrho ϱ
        sigma σ|varsigma ς|tau τ|upsilon υ|phi φ|varphi φ|chi χ|psi ψ|omega ω|Gamma Γ|Delta Δ|Theta Θ|Lambda Λ|Xi Ξ|Pi Π|Sigma Σ|Upsilon Υ|Phi Φ|Psi Ψ|Omega Ω
        textalpha α|textbeta β|textgamma γ|textdelta δ|textkappa κ|textlambda λ|textomega ω|textpi π|textDelta Δ|textOmega Ω
        times ×|texttimes ×|div ÷|pm ±|textpm ±|mp ∓|cdot ·|ast ∗|star ⋆|circ ∘|bullet •|leq ≤|le ≤|geq ≥|ge ≥|neq ≠|ne ≠|approx ≈|sim ∼|simeq ≃|cong ≅|equiv ≡|propto ∝|ll ≪|gg ≫
        lesssim ≲|gtrsim ≳|leqslant ≤|geqslant ≥|rightarrow →|to →|textrightarrow →|longrightarrow ⟶|leftarrow ←|gets ←|textleftarrow ←|leftrightarrow ↔|rightleftharpoons ⇌|Rightarrow ⇒|Leftarrow ⇐
        Leftrightarrow ⇔|mapsto ↦|uparrow ↑|downarrow ↓|infty ∞|partial ∂|nabla ∇|int ∫|sum ∑|prod ∏|sqrt √|ell ℓ|hbar ℏ|Re ℜ|Im ℑ|aleph ℵ|prime ′|angle ∠|perp ⊥|parallel ∥|mid ∣
        in ∈|notin ∉|ni ∋|subset ⊂|subseteq ⊆|supset ⊃|supseteq ⊇|cup ∪|cap ∩|setminus ∖|emptyset ∅|varnothing ∅|forall ∀|exists ∃|neg ¬|lnot ¬|wedge ∧|land ∧|vee ∨|lor ∨
        oplus ⊕|otimes ⊗|odot ⊙|langle ⟨|rangle ⟩|lfloor ⌊|rfloor ⌋|lceil ⌈|rceil ⌉|dagger †|ddagger ‡|sun ☉|deg deg|log log|ln ln|exp exp|sin sin|cos cos|tan tan|max max|min min|lim lim
        """;

    private static readonly FrozenDictionary<string, string> Characters = Table
        .Split(['|', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        .Select(pair => pair.Split(' '))
        .Where(pair => pair.Length == 2)
        .ToFrozenDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);

    /// <summary>The character of a command made of letters, or null.</summary>
    public static string? Of(string command) => Characters.GetValueOrDefault(command);

    /// <summary>The character of a command made of one sign: <c>\&amp;</c> is &amp;, <c>\,</c> a thin blank, <c>\-</c> nothing.</summary>
    public static string OfSign(char sign) => sign switch
    {
        '&' or '%' or '$' or '_' or '#' or '{' or '}' => sign.ToString(),
        ' ' or ',' or ';' or ':' or '>' or '\\' or '\n' or '\t' => " ",
        '!' or '/' or '-' or '@' or '(' or ')' or '[' or ']' or '*' => "",
        '|' => "‖",
        _ => sign.ToString(),
    };
}
