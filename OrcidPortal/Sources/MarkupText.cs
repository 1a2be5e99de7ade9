using System.Net;
using System.Text.RegularExpressions;

namespace OrcidPortal.Sources;

/// <summary>Reads titles and abstracts that carry HTML or JATS tags and entity references.</summary>
internal static partial class MarkupText
{
    /// <summary>The text without its tags. A lone &lt; stays: only what has the shape of a known tag goes.</summary>
    /// <returns>Null where nothing is left.</returns>
    public static string? ToText(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        if (text.Contains('<', StringComparison.Ordinal)) text = InlineTag().Replace(BlockTag().Replace(text, " "), "");
        if (text.Contains('&', StringComparison.Ordinal)) text = WebUtility.HtmlDecode(text);
        return CleanText.Line(text);
    }

    [GeneratedRegex(@"</?(?:jats:)?(?:p|br|div|title|sec|li|ul|ol|list|list-item|h[1-6]|abstract)(?:\s[^<>]{0,300})?/?>", RegexOptions.IgnoreCase)]
    private static partial Regex BlockTag();

    [GeneratedRegex(@"</?(?:jats:|mml:)?(?:i|b|u|em|strong|sub|sup|sc|scp|span|italic|bold|underline|tt|code|monospace|tex|tex-math|inline-formula|font|a|ext-link|xref|small|math|mrow|mi|mn|mo|msup|msub|mtext|mstyle|inf|roman|ovl)(?:\s[^<>]{0,300})?/?>", RegexOptions.IgnoreCase)]
    private static partial Regex InlineTag();
}
