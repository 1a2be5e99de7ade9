using System.Buffers;
using System.Globalization;
using System.Text;
using OrcidPortal.Mapping.Texts;
using OrcidPortal.OrcidApi;

namespace OrcidPortal.Mapping;

/// <summary>Makes of a text from a source what people should read: no tags, no entities, no LaTeX, no control characters, single blanks.</summary>
internal static class PlainText
{
    private const int MostPasses = 10;
    private static readonly SearchValues<char> Marks = SearchValues.Create("&<\\{}$-~`'^_");

    /// <summary>The cleaned text; empty where nothing is left.</summary>
    internal static string Of(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return "";
        // Until nothing changes: what is read back from ORCID must stay what it is.
        var plain = Once(text);
        for (var i = 0; i < MostPasses && plain.Length > 0; i++)
        {
            var again = Once(plain);
            if (again == plain) break;
            plain = again;
        }
        return plain;
    }

    private static string Once(string text)
    {
        var plain = OrcidXml.Clean(text);
        if (!plain.AsSpan().ContainsAny(Marks)) return Fold(plain);
        if (plain.AsSpan().ContainsAny('&', '<')) plain = Markup.ToText(plain);
        return Fold(OrcidXml.Clean(LatexRemains.ToText(plain)));
    }

    /// <summary>Control characters and direction overrides removed, every run of white space one blank, none at the ends.</summary>
    internal static string Fold(string text)
    {
        if (IsFolded(text)) return text;
        var folded = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c))
            {
                if (folded.Length > 0 && folded[^1] != ' ') folded.Append(' ');
            }
            else if (!char.IsControl(c) && c is not ('\u202D' or '\u202E' or '\uFEFF'))
            {
                folded.Append(c);
            }
        }
        return folded.ToString().TrimEnd();
    }

    private static bool IsFolded(string text)
    {
        var before = ' ';
        foreach (var c in text)
        {
            if (c == ' ' ? before == ' ' : char.IsWhiteSpace(c) || char.IsControl(c) || c is '\u202D' or '\u202E' or '\uFEFF') return false;
            before = c;
        }
        return text.Length == 0 || before != ' ';
    }

    /// <summary>The beginning of a text, cut between words where there is one near, with an ellipsis.</summary>
    /// <param name="text">Any length.</param>
    /// <param name="longest">What may be left, in UTF-16 units, the ellipsis included.</param>
    internal static string Cut(string text, int longest) => TextCut.Of(text, longest);

    /// <summary>A value for a problem, at most 500 UTF-16 units, whole characters.</summary>
    internal static string Clip(string? value) => Cut(Fold(OrcidXml.Clean(value ?? "")), 500);

    /// <summary>Composed characters, so that the same text has one spelling.</summary>
    internal static string Composed(string text) => Fold(OrcidXml.Clean(text)).Normalize(NormalizationForm.FormC);

    internal static string Lower(string? text) => (text ?? "").Trim().ToLower(CultureInfo.InvariantCulture);
}
