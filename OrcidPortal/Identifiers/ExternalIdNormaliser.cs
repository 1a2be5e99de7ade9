using System.Text.RegularExpressions;

namespace OrcidPortal.Identifiers;

/// <summary>Brings identifier values to the form in which ORCID compares them; a handle also loses its resolver, which ORCID would leave.</summary>
public static partial class ExternalIdNormaliser
{
    /// <summary>ORCID's limit of a value. Beyond it nothing is looked for: some shapes may begin anywhere, and the time to look for them grows with the square.</summary>
    private const int Longest = 2084;

    /// <summary>Normalises one value.</summary>
    /// <param name="type">ORCID's name of the type.</param>
    /// <param name="value">The value as found in the wild: with a resolver, a prefix, blanks.</param>
    /// <returns>The normalised value, or null where the value does not have the shape the type asks for, or more than 2084 characters.</returns>
    public static string? Normalize(string type, string? value)
    {
        if (string.IsNullOrWhiteSpace(value) || value.Length > Longest) return null;
        var text = value.Trim();
        return type switch
        {
            "doi" => Doi.TryParse(text, out var doi) ? doi.Value : null,
            "arxiv" => Arxiv().Match(text) is { Success: true } m ? "arXiv:" + m.Groups[1].Value.ToLowerInvariant() : null,
            "isbn" => Isbn(text),
            "issn" => Issn().Match(text) is { Success: true } m ? IssnForm(m.Groups[1].Value) : null,
            "pmid" => Pmid().Match(text) is { Success: true } m ? m.Groups[1].Value : null,
            "pmc" => Pmc().Match(text) is { Success: true } m ? m.Groups[1].Value : null,
            "bibcode" => Bibcode().Match(text) is { Success: true } m ? m.Groups[1].Value : null,
            "rrid" => Rrid().Match(text) is { Success: true } m ? "RRID:" + m.Groups[1].Value : null,
            "handle" => HandleResolver().Replace(text, "") is { Length: > 0 } handle ? handle.ToLowerInvariant() : null,
            "uri" => text.Contains("://", StringComparison.Ordinal) ? text : "http://" + text,
            _ => ExternalIdTypes.IsCaseSensitive(type) ? text : text.ToLowerInvariant(),
        };
    }

    private static string? Isbn(string text)
    {
        var match = IsbnShape().Match(text);
        if (!match.Success) return null;
        var digits = match.Groups[1].Value.Replace("-", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant();
        return digits.Length is 10 or 13 ? digits : null;
    }

    private static string IssnForm(string found)
    {
        var digits = string.Concat(found.Where(char.IsLetterOrDigit)).ToUpperInvariant();
        return $"{digits[..4]}-{digits[4..]}";
    }

    [GeneratedRegex(@"(?:(?:arXiv:)?)([0-9]{4}\.[0-9]{4,5}(?:v[0-9])?|[\w\-.]+/[0-9]{7}(?:v[0-9])?)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Arxiv();

    [GeneratedRegex(@"^(?:https?://(?:dx\.)?hdl\.handle\.net/|info:hdl/|hdl:)\s*", RegexOptions.IgnoreCase)]
    private static partial Regex HandleResolver();

    [GeneratedRegex("([0-9][-0-9 ]{8,15}[0-9xX])(?:$|[^0-9])")]
    private static partial Regex IsbnShape();

    [GeneratedRegex(@"(?:^|[^0-9])([0-9]{4} {0,1}[-–]{0,1} {0,1}[0-9]{3}[0-9Xx])(?:$|[^-0-9])")]
    private static partial Regex Issn();

    [GeneratedRegex(@"(?:^\s*|PMID:?\s*|pubmed/|med/|pubmed.ncbi.nlm.nih.gov/)([0-9]+)(?:$|[^a-zA-Z0-9.\-])", RegexOptions.IgnoreCase)]
    private static partial Regex Pmid();

    [GeneratedRegex(@"(?:^|[Pp][Mm][Cc]-?/?)\s*([0-9]{5,9}(?!.+PMC))(?:$|\b)")]
    private static partial Regex Pmc();

    [GeneratedRegex(@"(?:^|bibcode:?\s*|[^a-zA-Z0-9.])([0-9]{4}[.a-zA-Z0-9]{15})(?:$|[^a-zA-Z0-9.])")]
    private static partial Regex Bibcode();

    [GeneratedRegex("(?:RRID:)?(AB_[0-9]{6}|CVCL_[0-9A-Z]{4}|SCR_[0-9]{6}|IMSR_JAX:[0-9]{6}|Addgene_[0-9]{5}|SAMN[0-9]{8}|MMRRC_[0-9]{6}-UCD)")]
    private static partial Regex Rrid();
}
