using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using OrcidPortal.OrcidApi;

namespace OrcidPortal.Mapping;

/// <summary>Makes of a text from a source what people should read: no tags, no entities, no LaTeX, no control characters, single blanks.</summary>
internal static partial class PlainText
{
    /// <summary>The cleaned text; empty where nothing is left.</summary>
    internal static string Of(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return "";
        var plain = OrcidXml.Clean(text);
        // Twice: some sources hold "&amp;lt;i&amp;gt;", and tags written as entities are meant as tags.
        for (var i = 0; i < 2 && plain.Contains('&', StringComparison.Ordinal); i++) plain = WebUtility.HtmlDecode(plain);
        if (plain.Contains('<', StringComparison.Ordinal)) plain = InlineTag().Replace(BlockTag().Replace(plain, " "), "");
        return Fold(OrcidXml.Clean(LatexRemains.ToText(plain)));
    }

    /// <summary>Control characters and direction overrides removed, every run of white space one blank, none at the ends.</summary>
    internal static string Fold(string text)
    {
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

    /// <summary>The beginning of a text, cut between words where there is one near, with an ellipsis.</summary>
    /// <param name="text">Any length.</param>
    /// <param name="longest">What may be left, in UTF-16 units, the ellipsis included.</param>
    internal static string Cut(string text, int longest)
    {
        if (text.Length <= longest) return text;
        var end = longest - 1;
        var blank = text.LastIndexOf(' ', end, Math.Min(end, 60));
        if (blank > 0) end = blank;
        else if (char.IsHighSurrogate(text[end - 1])) end--;
        return text[..end].TrimEnd(' ', ',', ';', ':') + "…";
    }

    /// <summary>A value for a problem, at most 500 UTF-16 units, whole characters.</summary>
    internal static string Clip(string? value) => Cut(Fold(OrcidXml.Clean(value ?? "")), 500);

    /// <summary>Composed characters, so that the same text has one spelling.</summary>
    internal static string Composed(string text) => Fold(OrcidXml.Clean(text)).Normalize(NormalizationForm.FormC);

    internal static string Lower(string? text) => (text ?? "").Trim().ToLower(CultureInfo.InvariantCulture);

    [GeneratedRegex("</?(?:p|br|div|li|ul|ol|h[1-6]|title|sec|jats:(?:p|sec|title|list|list-item))(?:\\s[^<>]*)?/?>", RegexOptions.IgnoreCase)]
    private static partial Regex BlockTag();

    [GeneratedRegex("</?(?:a|abbr|b|bold|em|font|i|inf|italic|monospace|roman|s|sc|scp|script|small|span|strong|style|sub|sup|tt|u|math|m[a-z]{1,6}|(?:mml|jats|xhtml):[a-z0-9-]+)(?:\\s[^<>]*)?/?>", RegexOptions.IgnoreCase)]
    private static partial Regex InlineTag();
}
