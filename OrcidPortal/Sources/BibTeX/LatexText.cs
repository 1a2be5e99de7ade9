using System.Buffers;
using System.Text;

namespace OrcidPortal.Sources.BibTeX;

/// <summary>Turns LaTeX into the text it prints. What it does not know loses its command and keeps its argument.</summary>
internal static class LatexText
{
    private static readonly SearchValues<char> Special = SearchValues.Create(@"\{}$~`'-");

    private static readonly (string Command, string Character)[] InAddresses =
    [
        (@"$\sim$", "~"), (@"\textasciitilde", "~"), (@"\textunderscore", "_"), (@"\textless", "<"), (@"\textgreater", ">"), (@"\ensuremath", ""), (@"\url", ""), (@"\path", ""),
    ];

    /// <summary>Reads a title, name or abstract.</summary>
    /// <returns>One clean line, or null where nothing is left.</returns>
    public static string? ToText(string? latex)
    {
        if (string.IsNullOrWhiteSpace(latex)) return null;
        var text = latex.AsSpan().IndexOfAny(Special) < 0 ? latex : new LatexReader(latex).Read();
        return MarkupText.ToText(text);
    }

    /// <summary>Reads an address or identifier: escapes and braces go, everything else stays as it is.</summary>
    public static string? ToAddress(string? latex)
    {
        if (string.IsNullOrWhiteSpace(latex)) return null;
        var plain = new StringBuilder(latex.Length);
        var text = latex;
        foreach (var (command, character) in InAddresses) text = text.Replace(command, character, StringComparison.Ordinal);
        for (var i = 0; i < text.Length; i++)
            if (text[i] is not ('{' or '}' or '\\')) plain.Append(text[i]);
        return CleanText.Line(plain.ToString());
    }
}
