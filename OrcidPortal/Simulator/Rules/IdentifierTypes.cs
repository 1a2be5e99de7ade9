using System.Net;
using System.Text.RegularExpressions;

namespace OrcidPortal.Simulator.Rules;

/// <summary>How ORCID makes two spellings of one identifier the same. Written from the registry's rules, on purpose apart from the portal's own.</summary>
internal static partial class IdentifierTypes
{
    private const int LongestValue = 2084;

    public static bool IsKnown(string? type) => type is not null && Vocabulary.IdentifierTypes.ContainsKey(type);

    public static string CannotNormalise(string? type, string? value) => $"Cannot normalize identifier value {type}:{value}";

    /// <returns>The normalised value; null when the value is not one of that type.</returns>
    public static string? Normalise(string? type, string? value)
    {
        if (type is null || string.IsNullOrWhiteSpace(value) || value.Length > LongestValue) return null;
        if (!Vocabulary.IdentifierTypes.TryGetValue(type, out var known)) return null;
        var text = known.CaseSensitive ? value.Trim() : value.Trim().ToLowerInvariant();
        var normalised = type switch
        {
            "doi" => Group(DoiForm(), WebUtility.HtmlDecode(text), 1),
            "arxiv" => Prefixed("arXiv:", Group(ArxivForm(), text, 1)),
            "isbn" => Isbn(Group(IsbnForm(), text, 1)),
            "issn" => Issn(Group(IssnForm(), text, 1)),
            "pmid" => Group(PmidForm(), text, 1),
            "pmc" => Group(PmcForm(), text, 1),
            "bibcode" => Group(BibcodeForm(), text, 1),
            "rrid" => Prefixed("RRID:", Group(RridForm(), text, 1)),
            "uri" => text.Contains("://", StringComparison.Ordinal) ? text : "http://" + text,
            _ => text,
        };
        return string.IsNullOrWhiteSpace(normalised) ? null : normalised;
    }

    private static string? Group(Regex form, string text, int group) => form.Match(text) is { Success: true } match ? match.Groups[group].Value : null;

    private static string? Prefixed(string prefix, string? value) => value is null ? null : prefix + value;

    private static string? Isbn(string? found)
    {
        var digits = found?.Replace("-", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant();
        return digits?.Length is 10 or 13 ? digits : null;
    }

    private static string? Issn(string? found)
    {
        if (found is null) return null;
        var digits = string.Concat(found.Where(c => char.IsAsciiDigit(c) || c is 'x' or 'X')).ToUpperInvariant();
        return digits.Length == 8 ? $"{digits[..4]}-{digits[4..]}" : null;
    }

    [GeneratedRegex("""(10(\.[0-9a-zA-Z]+)+\/(?:(?!["&'])\S)+)""")]
    private static partial Regex DoiForm();

    [GeneratedRegex(@"(?:arXiv:)?(\d{4}\.\d{4,5}(v\d)?|[\w\-\.]+\/\d{7}(v\d)?)\b", RegexOptions.IgnoreCase)]
    private static partial Regex ArxivForm();

    [GeneratedRegex(@"([0-9][-0-9 ]{8,15}[0-9xX])(?:$|[^0-9])")]
    private static partial Regex IsbnForm();

    [GeneratedRegex(@"(?:^|[^\d])(\d{4} {0,1}[-–]{0,1} {0,1}\d{3}[\dXx])(?:$|[^-\d])")]
    private static partial Regex IssnForm();

    [GeneratedRegex(@"(?:^\s*|PMID:?\s*|pubmed\/|med\/|pubmed\.ncbi\.nlm\.nih\.gov\/)(\d+)(?:$|[^a-zA-Z0-9\.\-])", RegexOptions.IgnoreCase)]
    private static partial Regex PmidForm();

    [GeneratedRegex(@"(?:^|[Pp][Mm][Cc]-?\/?)\s*(\d{5,9}(?!.+PMC))(?:$|\b)")]
    private static partial Regex PmcForm();

    [GeneratedRegex(@"(?:^|bibcode:?\s*|[^a-zA-Z0-9\.])([0-9]{4}[\.a-zA-Z0-9]{15})(?:$|[^a-zA-Z0-9\.])")]
    private static partial Regex BibcodeForm();

    [GeneratedRegex(@"(?:RRID:)?(AB_\d{6}|CVCL_[0-9A-Z]{4}|SCR_\d{6}|IMSR_JAX:\d{6}|Addgene_\d{5}|SAMN\d{8}|MMRRC_\d{6}-UCD)")]
    private static partial Regex RridForm();
}
