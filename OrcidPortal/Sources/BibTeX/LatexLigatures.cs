namespace OrcidPortal.Sources.BibTeX;

/// <summary>Signs that LaTeX prints as one: dashes, quotes, inverted marks.</summary>
internal static class LatexLigatures
{
    /// <summary>What is printed for the beginning of a text, and how much of the text it stands for; null for an ordinary character.</summary>
    public static (string Printed, int Length)? At(ReadOnlySpan<char> text) => text switch
    {
        ['-', '-', '-', ..] => ("—", 3),
        ['-', '-', ..] => ("–", 2),
        ['`', '`', ..] => ("“", 2),
        ['\'', '\'', ..] => ("”", 2),
        ['`', ..] => ("‘", 1),
        ['?', '`', ..] => ("¿", 2),
        ['!', '`', ..] => ("¡", 2),
        _ => null,
    };
}
