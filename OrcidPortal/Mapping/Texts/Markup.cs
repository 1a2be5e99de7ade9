using System.Net;
using System.Text.RegularExpressions;

namespace OrcidPortal.Mapping.Texts;

/// <summary>Reads HTML, JATS and MathML as text. Only what has the shape of a known tag is one: <c>p &lt; 0.05</c> stays.</summary>
internal static partial class Markup
{
    internal static string ToText(string text)
    {
        // Twice: some sources hold "&amp;lt;i&amp;gt;", and tags written as entities are meant as tags.
        for (var i = 0; i < 2 && text.Contains('&', StringComparison.Ordinal); i++) text = WebUtility.HtmlDecode(text);
        if (!text.Contains('<', StringComparison.Ordinal)) return text;
        text = MathScript().Replace(text, m => m.Groups[2].Value + Scripts.Of(m.Groups[3].Value.Trim(), m.Groups[1].ValueSpan is "msup" or "MSUP"));
        text = Script().Replace(text, m => Scripts.Of(m.Groups[2].Value, m.Groups[1].ValueSpan.Equals("sup", StringComparison.OrdinalIgnoreCase)));
        return InlineTag().Replace(BlockTag().Replace(text, " "), "");
    }

    [GeneratedRegex(@"<(?:mml:)?(msub|msup)>\s*<(?:mml:)?m[ino](?:\s[^<>]{0,100})?>([^<>]{0,30})</(?:mml:)?m[ino]>\s*<(?:mml:)?m[ino](?:\s[^<>]{0,100})?>([^<>]{0,30})</(?:mml:)?m[ino]>\s*</(?:mml:)?\1>", RegexOptions.IgnoreCase)]
    private static partial Regex MathScript();

    [GeneratedRegex(@"<(?:jats:|xhtml:)?(sub|inf|sup)>([^<>]{1,30})</(?:jats:|xhtml:)?\1>", RegexOptions.IgnoreCase)]
    private static partial Regex Script();

    [GeneratedRegex(@"</?(?:p|br|div|li|ul|ol|h[1-6]|title|sec|jats:(?:p|sec|title|list|list-item))(?:\s+[\w:-]+\s*=[^<>]*)?\s*/?>", RegexOptions.IgnoreCase)]
    private static partial Regex BlockTag();

    [GeneratedRegex(@"</?(?:a|abbr|b|bold|em|font|i|inf|italic|monospace|roman|s|sc|scp|script|small|span|strong|style|sub|sup|tt|u|math|m[a-z]{1,6}|(?:mml|jats|xhtml):[a-z0-9-]+)(?:\s+[\w:-]+\s*=[^<>]*)?\s*/?>", RegexOptions.IgnoreCase)]
    private static partial Regex InlineTag();
}
