using System.Buffers;
using System.Text;

namespace OrcidPortal.Mapping.Citations;

/// <summary>Writes texts into a BibTeX field so that no character of theirs means something to BibTeX or LaTeX. Letters of all scripts stay UTF-8.</summary>
internal static class BibTeXEscapes
{
    private static readonly SearchValues<char> Special = SearchValues.Create(@"\{}%$&#_~^`-'");

    /// <summary>Appends a text. Braces go as commands: BibTeX counts escaped ones too.</summary>
    /// <param name="entry">Where it goes.</param>
    /// <param name="text">One line.</param>
    /// <param name="longest">The most UTF-16 units to append; a longer text is cut and gets an ellipsis.</param>
    internal static void Append(StringBuilder entry, ReadOnlySpan<char> text, int longest)
    {
        if (text.Length <= longest && !text.ContainsAny(Special))
        {
            entry.Append(text);
            return;
        }
        var end = entry.Length + longest - 1;
        for (var i = 0; i < text.Length; i++)
        {
            var written = Escaped(text, i);
            var length = written?.Length ?? (char.IsHighSurrogate(text[i]) ? 2 : 1);
            if (entry.Length + length > end)
            {
                entry.Append('…');
                return;
            }
            if (written is not null)
            {
                entry.Append(written);
            }
            else
            {
                entry.Append(text[i]);
                if (length == 2 && i + 1 < text.Length) entry.Append(text[++i]);
            }
        }
    }

    private static string? Escaped(ReadOnlySpan<char> text, int at) => text[at] switch
    {
        '\\' => @"\textbackslash{}",
        '{' => @"\textbraceleft{}",
        '}' => @"\textbraceright{}",
        '~' => @"\textasciitilde{}",
        '^' => @"\textasciicircum{}",
        '%' => @"\%",
        '$' => @"\$",
        '&' => @"\&",
        '#' => @"\#",
        '_' => @"\_",
        // What LaTeX prints for it anyway.
        '`' => "‘",
        // Two of them would become a dash or a quotation mark.
        '-' when at > 0 && text[at - 1] == '-' => "{}-",
        '\'' when at > 0 && text[at - 1] == '\'' => "{}'",
        _ => null,
    };
}
