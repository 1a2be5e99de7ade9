using System.Text.RegularExpressions;

namespace OrcidPortal.Sources;

/// <summary>The formats we read, and what else people hand in.</summary>
internal static partial class FileFormats
{
    public const string BibTeX = "bibtex";
    public const string CslJson = "csl-json";
    private const string WhatWeRead = "Please export your works as BibTeX (.bib) or CSL-JSON (.json).";

    /// <summary>The format's name from what a person or script says: <c>BibTeX</c>, <c>biblatex</c>, <c>bib</c>, <c>csl</c>, <c>json</c> ...</summary>
    /// <returns>Null for a format we do not read.</returns>
    public static string? Named(string text) => text.Trim().ToLowerInvariant() switch
    {
        "bibtex" or "biblatex" or "bib" => BibTeX,
        "csl-json" or "csljson" or "csl" or "json" or "csl_json" => CslJson,
        _ => null,
    };

    /// <summary>Looks at the content; a file's name is no evidence.</summary>
    public static FormatGuess Guess(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty) return new(null, "", "The file is empty. " + WhatWeRead);
        if (Signature(bytes) is { } other) return new(null, "", $"This is {other}. {WhatWeRead}");
        if (FileText.Decode(bytes) is not { } decoded) return new(null, "", "This is not a text file. " + WhatWeRead);
        var text = CleanText.File(decoded);
        var start = text.AsSpan().TrimStart();
        if (start.IsEmpty) return new(null, "", "The file is empty. " + WhatWeRead);
        if (start[0] is '[' or '{' && !BibTeXEntry().IsMatch(text[..Math.Min(text.Length, 200)])) return new(CslJson, text, null);
        if (start.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase) || start.StartsWith("<html", StringComparison.OrdinalIgnoreCase))
            return new(null, text, "This is a web page (HTML), not an export. " + WhatWeRead);
        if (start[0] == '<') return new(null, text, "This is an XML file. " + WhatWeRead);
        if (BibTeXEntry().IsMatch(text)) return new(BibTeX, text, null);
        if (Ris().IsMatch(text)) return new(null, text, "This is a RIS file. " + WhatWeRead);
        if (EndNote().IsMatch(text)) return new(null, text, "This is an EndNote file. " + WhatWeRead);
        return new(null, text, "There is no entry in this file: neither BibTeX (@article{...}) nor CSL-JSON was found. " + WhatWeRead);
    }

    /// <summary>How a format is called in a sentence.</summary>
    public static string DisplayName(string format) => format == BibTeX ? "BibTeX" : "CSL-JSON";

    private static string? Signature(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith("%PDF"u8) ? "a PDF file"
        : bytes.StartsWith("PK\u0003\u0004"u8) ? "a ZIP archive or an Office document"
        : bytes is [0x1F, 0x8B, ..] or [0x37, 0x7A, 0xBC, 0xAF, ..] ? "a compressed file"
        : bytes is [0xD0, 0xCF, 0x11, 0xE0, ..] || bytes.StartsWith("{\\rtf"u8) ? "a Word document"
        : bytes is [0x89, (byte)'P', (byte)'N', (byte)'G', ..] or [0xFF, 0xD8, 0xFF, ..] || bytes.StartsWith("GIF8"u8) ? "a picture"
        : null;

    // Comments and strings alone make no entry, but a BibTeX file: its parser says so.
    [GeneratedRegex(@"@[A-Za-z]+\s{0,20}[{(]")]
    private static partial Regex BibTeXEntry();

    [GeneratedRegex(@"^TY {1,2}- ?", RegexOptions.Multiline)]
    private static partial Regex Ris();

    [GeneratedRegex("^%0 ", RegexOptions.Multiline)]
    private static partial Regex EndNote();
}

/// <summary>What a file turned out to be.</summary>
/// <param name="Format">The format, or null where we do not read it.</param>
/// <param name="Text">Its text, clean, with <c>\n</c> at line ends.</param>
/// <param name="Refusal">Why it is not taken, where it is not.</param>
internal sealed record FormatGuess(string? Format, string Text, string? Refusal);
