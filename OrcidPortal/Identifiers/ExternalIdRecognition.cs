using System.Text.RegularExpressions;

namespace OrcidPortal.Identifiers;

/// <summary>An identifier whose value shows its type.</summary>
/// <param name="Type">ORCID's name of the type.</param>
/// <param name="Value">Normalised.</param>
public readonly record struct RecognisedIdentifier(string Type, string Value);

/// <summary>Tells of what type a text in the wild is by itself. Only what is certain: bare figures are no PubMed number.</summary>
public static partial class ExternalIdRecognition
{
    private const int Longest = 2000;

    /// <summary>Recognises one text.</summary>
    /// <returns>Null where it could be several things, or nothing.</returns>
    public static RecognisedIdentifier? Of(string? text)
    {
        var trimmed = text?.Trim().TrimEnd('.', ',', ';');
        if (string.IsNullOrEmpty(trimmed) || trimmed.Length > Longest || trimmed.Contains('\n', StringComparison.Ordinal)) return null;
        if (DoiForm().IsMatch(trimmed)) return Make("doi", trimmed);
        foreach (var (shape, type) in Shapes)
            if (shape.Match(trimmed) is { Success: true } match) return Make(type, match.Groups[1].Success ? match.Groups[1].Value : trimmed);
        if (IsbnForm().Match(trimmed) is { Success: true } isbn && ExternalIdNormaliser.Normalize("isbn", isbn.Groups[1].Value) is { } digits && CheckDigits.IsIsbn(digits))
            // Printed music has numbers of the same form.
            return digits.StartsWith("9790", StringComparison.Ordinal) ? new RecognisedIdentifier("ismn", digits)
                : digits.Length == 13 && digits[..3] is "978" or "979" || trimmed.StartsWith("isbn", StringComparison.OrdinalIgnoreCase) ? new RecognisedIdentifier("isbn", digits) : null;
        if (IssnForm().Match(trimmed) is { Success: true } issn && ExternalIdNormaliser.Normalize("issn", issn.Groups[1].Value) is { } serial && CheckDigits.IsIssn(serial))
            return new RecognisedIdentifier("issn", serial);
        return OfAddress(trimmed);
    }

    private static (Regex Shape, string Type)[] Shapes { get; } =
    [
        (ArxivForm(), "arxiv"), (PmcForm(), "pmc"), (PmidForm(), "pmid"), (HandleForm(), "handle"), (UrnForm(), "urn"), (ArkForm(), "ark"), (EidForm(), "eid"), (BibcodeForm(), "bibcode"),
    ];

    /// <summary>How addresses of a type begin. The longest first: some begin as others do and go on.</summary>
    private static (string Beginning, string Type)[] Beginnings { get; } =
        [.. ExternalIdTypes.All.Select(t => (Beginning: Plain(ExternalIdTypes.PrefixOf(t)), Type: t)).Where(b => b.Beginning is not null).OrderByDescending(b => b.Beginning!.Length).Select(b => (b.Beginning!, b.Type))];

    /// <summary>An address that begins as those of a type do, in either protocol and with or without www.</summary>
    private static RecognisedIdentifier? OfAddress(string text)
    {
        if (Plain(text) is not { } address) return null;
        foreach (var (beginning, type) in Beginnings)
        {
            if (address.Length > beginning.Length && address.StartsWith(beginning, StringComparison.OrdinalIgnoreCase)) return Make(type, Uri.UnescapeDataString(address[beginning.Length..]));
        }
        return null;
    }

    private static string? Plain(string url)
    {
        var rest = url.StartsWith("https://", StringComparison.OrdinalIgnoreCase) ? url[8..] : url.StartsWith("http://", StringComparison.OrdinalIgnoreCase) ? url[7..] : null;
        return rest?.StartsWith("www.", StringComparison.OrdinalIgnoreCase) == true ? rest[4..] : rest;
    }

    private static RecognisedIdentifier? Make(string type, string value) =>
        ExternalIdNormaliser.Normalize(type, value) is { } normalised && ExternalIdCheck.Of(type, normalised) is null ? new RecognisedIdentifier(type, normalised) : null;

    [GeneratedRegex(@"^(?:(?:https?://)?(?:www\.|dx\.)?doi\.org/|doi:?\s*)?\s*(?:doi:\s*)?10\.[0-9]{4,9}(?:\.[0-9]+)*/\S+\z", RegexOptions.IgnoreCase)]
    private static partial Regex DoiForm();

    [GeneratedRegex(@"^(?:arxiv:\s*|https?://(?:www\.|export\.)?arxiv\.org/(?:abs|pdf)/)([a-z\-.]*/?[0-9.]{7,10}(?:v[0-9])?)(?:\.pdf)?\z", RegexOptions.IgnoreCase)]
    private static partial Regex ArxivForm();

    [GeneratedRegex(@"^(?:https?://[^\s/]+/(?:pmc/)?(?:articles/)?)?(pmc[0-9]{5,9})/?\z", RegexOptions.IgnoreCase)]
    private static partial Regex PmcForm();

    [GeneratedRegex(@"^(?:pmid:?\s*|https?://(?:www\.)?(?:pubmed\.ncbi\.nlm\.nih\.gov|ncbi\.nlm\.nih\.gov/pubmed)/)([0-9]{1,9})/?\z", RegexOptions.IgnoreCase)]
    private static partial Regex PmidForm();

    [GeneratedRegex(@"^(?:https?://(?:www\.)?hdl\.handle\.net/|hdl:\s*|info:hdl/)(\S+/\S+)\z", RegexOptions.IgnoreCase)]
    private static partial Regex HandleForm();

    [GeneratedRegex(@"^(urn:[a-z0-9][a-z0-9-]{1,31}:\S+)\z", RegexOptions.IgnoreCase)]
    private static partial Regex UrnForm();

    [GeneratedRegex(@"^(ark:/?[0-9b-df-hj-np-tv-z]{5,9}/\S+)\z", RegexOptions.IgnoreCase)]
    private static partial Regex ArkForm();

    [GeneratedRegex(@"^(2-s2\.0-[0-9]{8,12})\z", RegexOptions.IgnoreCase)]
    private static partial Regex EidForm();

    [GeneratedRegex(@"^bibcode:?\s*([0-9]{4}[.a-zA-Z0-9&]{15})\z")]
    private static partial Regex BibcodeForm();

    [GeneratedRegex(@"^(?:isbn(?:-1[03])?:?\s*)?([0-9][-0-9 ]{8,15}[0-9x])(?:\s*\([^()]{0,30}\))?\z", RegexOptions.IgnoreCase)]
    private static partial Regex IsbnForm();

    [GeneratedRegex(@"^(?:e-?issn|issn)?(?:\s*\([^()]{0,20}\))?:?\s*([0-9]{4}-[0-9]{3}[0-9x])\z", RegexOptions.IgnoreCase)]
    private static partial Regex IssnForm();
}
