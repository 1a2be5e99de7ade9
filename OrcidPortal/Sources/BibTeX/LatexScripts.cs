namespace OrcidPortal.Sources.BibTeX;

/// <summary>Raised and lowered letters, as characters where Unicode has them all.</summary>
internal static class LatexScripts
{
    private const string Plain = "0123456789+-=()n";
    private const string Raised = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ";
    private const string Lowered = "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₙ";

    /// <summary>In a text, <c>\textsuperscript</c> of letters is read as the letters: 3rd.</summary>
    public static string InText(string letters, bool raised) => AsCharacters(letters, raised) ?? letters;

    /// <summary>In a formula what cannot be raised keeps its sign: <c>x^k</c>. Ordinals such as <c>5^{th}</c> do not.</summary>
    public static string InFormula(string letters, bool raised) =>
        letters.Length == 0 ? ""
        : AsCharacters(letters, raised) ?? (letters is "∘" ? "°" : letters is "th" or "st" or "nd" or "rd" or "′" or "∗" or "†" ? letters : (raised ? "^" : "_") + letters);

    private static string? AsCharacters(string letters, bool raised)
    {
        if (letters.Length == 0 || letters.Any(c => !Plain.Contains(c, StringComparison.Ordinal))) return null;
        return string.Concat(letters.Select(c => (raised ? Raised : Lowered)[Plain.IndexOf(c, StringComparison.Ordinal)]));
    }
}
