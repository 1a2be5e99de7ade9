using System.Collections.Frozen;
using System.Text;
using System.Text.RegularExpressions;
using OrcidPortal.Mapping.Texts;

namespace OrcidPortal.Mapping;

/// <summary>Turns LaTeX that a source left in a text into characters. What it does not know, it leaves.</summary>
internal static partial class LatexRemains
{
    private static readonly FrozenDictionary<string, string> Symbols = new Dictionary<string, string>
    {
        ["alpha"] = "α", ["beta"] = "β", ["gamma"] = "γ", ["delta"] = "δ", ["epsilon"] = "ε", ["zeta"] = "ζ", ["eta"] = "η", ["theta"] = "θ", ["iota"] = "ι",
        ["kappa"] = "κ", ["lambda"] = "λ", ["mu"] = "μ", ["nu"] = "ν", ["xi"] = "ξ", ["pi"] = "π", ["rho"] = "ρ", ["sigma"] = "σ", ["tau"] = "τ", ["phi"] = "φ",
        ["varphi"] = "φ", ["chi"] = "χ", ["psi"] = "ψ", ["omega"] = "ω", ["Gamma"] = "Γ", ["Delta"] = "Δ", ["Theta"] = "Θ", ["Lambda"] = "Λ", ["Sigma"] = "Σ",
        ["Phi"] = "Φ", ["Psi"] = "Ψ", ["Omega"] = "Ω", ["times"] = "×", ["pm"] = "±", ["infty"] = "∞", ["rightarrow"] = "→", ["to"] = "→", ["leq"] = "≤",
        ["geq"] = "≥", ["approx"] = "≈", ["sim"] = "∼", ["cdot"] = "·", ["ldots"] = "…", ["dots"] = "…", ["ss"] = "ß", ["ae"] = "æ", ["AE"] = "Æ", ["oe"] = "œ",
        ["OE"] = "Œ", ["aa"] = "å", ["AA"] = "Å", ["o"] = "ø", ["O"] = "Ø", ["l"] = "ł", ["L"] = "Ł", ["i"] = "ı", ["textendash"] = "–", ["textemdash"] = "—",
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<char, char> Accents = new Dictionary<char, char>
    {
        ['`'] = '\u0300', ['\''] = '\u0301', ['^'] = '\u0302', ['~'] = '\u0303', ['='] = '\u0304', ['u'] = '\u0306', ['.'] = '\u0307', ['"'] = '\u0308',
        ['r'] = '\u030A', ['H'] = '\u030B', ['v'] = '\u030C', ['c'] = '\u0327', ['k'] = '\u0328', ['d'] = '\u0323', ['b'] = '\u0331',
    }.ToFrozenDictionary();

    internal static string ToText(string text)
    {
        if (text.Contains("--", StringComparison.Ordinal)) text = Dashes().Replace(text, m => m.Length == 2 ? "–" : "—");
        if (text.Contains('~', StringComparison.Ordinal)) text = Tie().Replace(text, " ");
        if (!text.AsSpan().ContainsAny('\\', '{', '$')) return text;
        var plain = Formulas(text);
        plain = Accent().Replace(plain, Accented);
        plain = Format().Replace(plain, "");
        plain = Symbol().Replace(plain, m => Symbols.TryGetValue(m.Groups[1].Value, out var symbol) ? symbol : m.Value);
        plain = Escaped().Replace(plain, "$1");
        // Braces stay where nothing else looks like LaTeX and they hold more than a word: "the set {1, 2}".
        return (plain == text ? WordInBraces() : Braces()).Replace(plain, "$1");
    }

    /// <summary>In one pass: an expression that looks behind each $ for the next one would take quadratic time.</summary>
    private static string Formulas(string text)
    {
        var open = text.IndexOf('$', StringComparison.Ordinal);
        if (open < 0) return text;
        var plain = new StringBuilder(text.Length);
        var copied = 0;
        while (open >= 0 && text.IndexOf('$', open + 1) is > 0 and var close)
        {
            if (!IsEscaped(text, open) && !IsEscaped(text, close) && IsFormula(text.AsSpan(open + 1, close - open - 1)))
            {
                plain.Append(text, copied, open - copied).Append(InsideMath().Replace(text[(open + 1)..close], Script));
                copied = close + 1;
                open = text.IndexOf('$', copied);
            }
            else
            {
                open = close;
            }
        }
        return plain.Append(text, copied, text.Length - copied).ToString();
    }

    private static bool IsEscaped(string text, int at) => at > 0 && text[at - 1] == '\\';

    private static bool IsFormula(ReadOnlySpan<char> inside) => inside.ContainsAny('\\', '^', '_') || inside.Length == 1 && char.IsAsciiLetter(inside[0]);

    private static string Script(Match match) => Scripts.Of(match.Groups[2].Value + match.Groups[3].Value, match.Groups[1].ValueSpan is "^");

    private static string Accented(Match match)
    {
        var accent = (match.Groups[1].Success ? match.Groups[1] : match.Groups[4]).Value[0];
        var letter = match.Groups[2].Value + match.Groups[3].Value + match.Groups[5].Value;
        return $"{letter}{Accents[accent]}".Normalize(NormalizationForm.FormC);
    }

    /// <summary>Two or three hyphens between words or numbers; not those of an option such as --help.</summary>
    [GeneratedRegex(@"(?<=[^\s-])---?(?=[^\s-])|(?<=[^-]\s)---?(?=\s)")]
    private static partial Regex Dashes();

    /// <summary>Between words, as in Fig.~1; not the one of "~10" or of an address.</summary>
    [GeneratedRegex(@"(?<=[\p{L}.])~(?=[\p{L}\p{Nd}])")]
    private static partial Regex Tie();

    [GeneratedRegex(@"([_^])(?:\{([^{}]*)\}|(\w))")]
    private static partial Regex InsideMath();

    [GeneratedRegex(@"\\(?:([`'^""~=.])\s*(?:\{\\?([A-Za-z])\}|\\?([A-Za-z]))|([uvHckrdb])\{\\?([A-Za-z])\})")]
    private static partial Regex Accent();

    [GeneratedRegex(@"\\(?:emph|text(?:it|bf|sc|rm|tt|sf|sl|up|normal|superscript|subscript)?|math(?:rm|it|bf|cal|bb|sf|tt|normal)|mbox|ensuremath|(?:it|bf|em|rm|sc|tt|sl)(?:shape|series|family)?)(?![A-Za-z])\s*")]
    private static partial Regex Format();

    [GeneratedRegex(@"\\([A-Za-z]+)(?:\{\}|\s)?")]
    private static partial Regex Symbol();

    [GeneratedRegex(@"\\([&%$#_{}])")]
    private static partial Regex Escaped();

    [GeneratedRegex(@"\{([^{},\s]*)\}")]
    private static partial Regex WordInBraces();

    [GeneratedRegex(@"\{([^{}]*)\}")]
    private static partial Regex Braces();
}
