namespace OrcidPortal.Mapping.Texts;

/// <summary>
/// Raised and lowered characters, where Unicode has all of them: H₂O, 10⁻³. Of raised letters only i and n: the others are signs of phonetics, which nobody finds.
/// </summary>
internal static class Scripts
{
    private const int Longest = 30;
    private const string Raisable = "0123456789+-−–=()in";
    private const string Raised = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁻⁼⁽⁾ⁱⁿ";
    private const string Lowerable = "0123456789+-−–=()aehijklmnoprstuvx";
    private const string Lowered = "₀₁₂₃₄₅₆₇₈₉₊₋₋₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ";

    /// <summary>The characters raised or lowered; as they are where one of them cannot be, or beyond 30.</summary>
    internal static string Of(string text, bool raised)
    {
        if (text.Length is 0 or > Longest) return text;
        var (from, to) = raised ? (Raisable, Raised) : (Lowerable, Lowered);
        Span<char> script = stackalloc char[text.Length];
        for (var i = 0; i < text.Length; i++)
        {
            var at = from.IndexOf(text[i], StringComparison.Ordinal);
            if (at < 0) return text;
            script[i] = to[at];
        }
        return script.ToString();
    }
}
