using System.Text.RegularExpressions;
using OrcidPortal.Data.Entities;
using OrcidPortal.Identifiers;

namespace OrcidPortal.Sources;

/// <summary>Collects the identifiers of one entry: from their own fields, and out of addresses and notes where a field is missing.</summary>
internal sealed partial class IdentifierFinder
{
    private const int LongestValue = 2_000;
    private readonly List<FieldIdentifier> _found = [];
    private readonly HashSet<string> _keys = new(StringComparer.Ordinal);

    public ValueList<FieldIdentifier> Found => new(_found);

    public bool Has(string type) => _found.Exists(f => f.Type == type);

    /// <summary>One identifier, as given. Words such as "n/a" are none.</summary>
    public IdentifierFinder Add(string type, string? value)
    {
        var given = CleanText.Line(value);
        if (given is null || given.Length > LongestValue || !given.Any(char.IsLetterOrDigit) || Nothing().IsMatch(given)) return this;
        var identifier = new FieldIdentifier(type, given);
        if (_keys.Add(identifier.Key)) _found.Add(identifier);
        return this;
    }

    /// <summary>Several in one field: <c>978-3-..., 978-1-... (print)</c>. A part that has not the type's shape goes, unless none has it.</summary>
    public IdentifierFinder AddEach(string type, string? values)
    {
        if (CleanText.Line(values) is not { } given) return this;
        var parts = given.Split([',', ';', '/'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (parts.Length == 1) parts = given.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var valid = parts.Where(p => ExternalIdNormaliser.Normalize(type, p) is not null).ToList();
        if (valid.Count == 0) return Add(type, given);
        foreach (var part in valid) Add(type, part);
        return this;
    }

    /// <summary>An identifier that a repository's name goes with: arXiv, PubMed, Handle ...</summary>
    public IdentifierFinder AddEprint(string? repository, string? value)
    {
        if (CleanText.Line(value) is not { } given) return this;
        return repository?.Trim().ToLowerInvariant() switch
        {
            "arxiv" => Add("arxiv", given),
            "pubmed" or "pmid" or "medline" => Add("pmid", given),
            "pmc" or "pmcid" or "pubmedcentral" => Add("pmc", given),
            "hdl" or "handle" => Add("handle", given),
            "jstor" => Add("jstor", given),
            "hal" => Add("hal", given),
            "ssrn" => Add("ssrn", given),
            "urn" => Add("urn", given),
            _ => ArxivShape().IsMatch(given) ? Add("arxiv", given) : this,
        };
    }

    /// <summary>What an address says: a resolver of DOIs, Handles, arXiv, PubMed. A type that has its own field is left alone.</summary>
    public IdentifierFinder AddFromUrl(string? url)
    {
        if (CleanText.Line(url) is not { Length: <= LongestValue } given || Resolver().Match(given) is not { Success: true } match) return this;
        foreach (var type in (ReadOnlySpan<string>)["doi", "handle", "arxiv", "pmc", "pmid"])
            if (match.Groups[type] is { Success: true, Value: var value } && !Has(type)) Add(type, Uri.UnescapeDataString(value));
        return this;
    }

    /// <summary>What a note says: <c>doi:10...</c>, <c>arXiv:1234.56789</c>, <c>PMID: 123</c>.</summary>
    public IdentifierFinder AddFromNote(string? note)
    {
        if (CleanText.Line(note) is not { } given) return this;
        if (given.Length > LongestValue) given = given[..LongestValue];
        if (!Has("doi") && DoiInNote().Match(given) is { Success: true } doi) Add("doi", doi.Groups[1].Value.TrimEnd('.', ',', ';', ')', ']', '}'));
        if (!Has("arxiv") && ArxivInNote().Match(given) is { Success: true } arxiv) Add("arxiv", arxiv.Groups[1].Value);
        if (!Has("pmid") && PmidInNote().Match(given) is { Success: true } pmid) Add("pmid", pmid.Groups[1].Value);
        if (!Has("pmc") && PmcInNote().Match(given) is { Success: true } pmc) Add("pmc", pmc.Groups[1].Value);
        return this;
    }

    [GeneratedRegex(@"^(?:n\.?/?a\.?|none|null|unknown|no doi|not available|tba|tbd|forthcoming)$", RegexOptions.IgnoreCase)]
    private static partial Regex Nothing();

    [GeneratedRegex(@"^(?:arxiv:)?(?:\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?/\d{7})(?:v\d+)?$", RegexOptions.IgnoreCase)]
    private static partial Regex ArxivShape();

    [GeneratedRegex("""
        ^(?:https?://)?(?:(?:dx\.)?doi\.org/(?<doi>10\.[^\s?#]+)
        |hdl\.handle\.net/(?<handle>[^\s?#]+/[^\s?#]+)
        |(?:www\.|export\.)?arxiv\.org/(?:abs|pdf)/(?<arxiv>[^\s?#]+?)(?:\.pdf)?(?=$|[\s?#])
        |(?:www\.)?(?:pmc\.)?ncbi\.nlm\.nih\.gov/(?:pmc/)?articles/(?<pmc>PMC\d+)
        |pubmed\.ncbi\.nlm\.nih\.gov/(?<pmid>\d+)
        |(?:www\.)?ncbi\.nlm\.nih\.gov/pubmed/(?<pmid>\d+))
        """, RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Resolver();

    [GeneratedRegex(@"(?:\bdoi\s*[:=]\s*|doi\.org/)(10\.\d{3,9}/\S+)", RegexOptions.IgnoreCase)]
    private static partial Regex DoiInNote();

    [GeneratedRegex(@"\barxiv\s*:\s*(\d{4}\.\d{4,5}(?:v\d+)?|[a-z-]+(?:\.[A-Z]{2})?/\d{7})", RegexOptions.IgnoreCase)]
    private static partial Regex ArxivInNote();

    [GeneratedRegex(@"\bPMID\s*:\s*(\d{1,9})\b")]
    private static partial Regex PmidInNote();

    [GeneratedRegex(@"\bPMCID\s*:\s*(PMC\d{1,9})\b")]
    private static partial Regex PmcInNote();
}
