using System.Text.RegularExpressions;
using OrcidPortal.Identifiers;

namespace OrcidPortal.Records.Organizations;

/// <summary>Identifiers of organisations in the form ORCID stores them (9045 for any other).</summary>
public static partial class OrganizationIdentifiers
{
    /// <summary>ORCID's word for a source as a record writes it, or as its identifier shows.</summary>
    /// <returns>Null where it is none of the five.</returns>
    public static string? SourceOf(string? given, string? value)
    {
        if (string.IsNullOrWhiteSpace(given)) return Recognise(value);
        return given.Trim().ToLowerInvariant() switch
        {
            "ror" => "ROR",
            "fundref" or "crossref" or "crossref funder" or "crossref funder id" or "funder" or "crossrefid" => "FUNDREF",
            "grid" => "GRID",
            "ringgold" or "rin" => "RINGGOLD",
            "lei" => "LEI",
            _ => null,
        };
    }

    /// <summary>The identifier as ORCID stores it; null where it has not the shape of its source.</summary>
    public static string? Normalize(string source, string? value)
    {
        var text = (value ?? "").Trim();
        return source switch
        {
            "ROR" => RorId.TryParse(text, out var ror) ? ror.Value : null,
            "FUNDREF" => Fundref().Match(text) is { Success: true } m ? "http://dx.doi.org/10.13039/" + m.Groups[1].Value : null,
            "GRID" => Grid().Match(text) is { Success: true } m ? m.Groups[1].Value.ToLowerInvariant() : null,
            "RINGGOLD" => Digits().IsMatch(text) ? text : null,
            "LEI" => Lei().IsMatch(text) ? text.ToUpperInvariant() : null,
            _ => null,
        };
    }

    private static string? Recognise(string? value)
    {
        var text = (value ?? "").Trim();
        if (text.Contains("ror.org/", StringComparison.OrdinalIgnoreCase) && RorId.TryParse(text, out _)) return "ROR";
        if (text.Contains("10.13039/", StringComparison.Ordinal) && Fundref().IsMatch(text)) return "FUNDREF";
        return text.StartsWith("grid.", StringComparison.OrdinalIgnoreCase) && Grid().IsMatch(text) ? "GRID" : null;
    }

    [GeneratedRegex(@"^(?:https?://(?:dx\.|www\.)?doi\.org/|doi:\s*)?(?:10\.13039/)?([0-9]{3,14})\z", RegexOptions.IgnoreCase)]
    private static partial Regex Fundref();

    [GeneratedRegex(@"^(?:https?://(?:www\.)?grid\.ac/institutes/)?(grid\.[0-9]{1,7}\.[0-9a-f]{1,3})\z", RegexOptions.IgnoreCase)]
    private static partial Regex Grid();

    [GeneratedRegex(@"^[0-9]{1,8}\z")]
    private static partial Regex Digits();

    [GeneratedRegex(@"^[0-9A-Z]{18}[0-9]{2}\z", RegexOptions.IgnoreCase)]
    private static partial Regex Lei();
}
