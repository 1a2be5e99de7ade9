using System.Text.RegularExpressions;
using OrcidPortal.Identifiers;

namespace OrcidPortal.Records.Organizations;

/// <summary>Identifiers of organisations in the form in which ORCID stores them. Pure.</summary>
internal static partial class OrganizationIdForm
{
    /// <summary>The sources ORCID knows, in ORCID's spelling.</summary>
    public static IReadOnlyList<string> Sources { get; } = ["ROR", "FUNDREF", "GRID", "RINGGOLD", "LEI"];

    /// <summary>Brings an identifier to ORCID's form.</summary>
    /// <param name="source">Whose identifier it is, in any case.</param>
    /// <param name="value">As found: with or without resolver and prefix.</param>
    /// <returns>Null where the source is not one of <see cref="Sources"/>, or the value has not its shape.</returns>
    public static (string Source, string Value)? Normalize(string? source, string? value)
    {
        if (string.IsNullOrWhiteSpace(source) || string.IsNullOrWhiteSpace(value) || value.Length > 300) return null;
        var (name, text) = (SourceName(source), value.Trim());
        var form = name switch
        {
            "ROR" => RorId.TryParse(text.StartsWith("ror:", StringComparison.OrdinalIgnoreCase) ? text[4..] : text, out var ror) ? ror.Value : null,
            "FUNDREF" => FundRef().Match(text) is { Success: true } m ? "http://dx.doi.org/10.13039/" + m.Groups[1].Value : null,
            "GRID" => Grid().Match(text) is { Success: true } m ? m.Groups[1].Value.ToLowerInvariant() : null,
            "RINGGOLD" => Ringgold().Match(text) is { Success: true } m ? m.Groups[1].Value : null,
            "LEI" => Lei().Match(text) is { Success: true } m ? m.Groups[1].Value.ToUpperInvariant() : null,
            _ => null,
        };
        return form is null ? null : (name, form);
    }

    /// <summary>Reads an identifier whose source may be left out where its shape shows it.</summary>
    public static (string Source, string Value)? Read(string? source, string? value) => string.IsNullOrWhiteSpace(source) ? Recognize(value) : Normalize(source, value);

    /// <summary>Recognises an identifier that tells by its shape whose it is; digits alone tell nothing.</summary>
    public static (string Source, string Value)? Recognize(string? text) => text is null || text.All(c => char.IsAsciiDigit(c) || c == ' ')
        ? null
        : Normalize("ROR", text) ?? Normalize("FUNDREF", text) ?? Normalize("GRID", text) ?? Normalize("LEI", text);

    /// <summary>ORCID's word for a source, or null where it is none of <see cref="Sources"/>.</summary>
    public static string? SourceOf(string? source) => string.IsNullOrWhiteSpace(source) ? null : SourceName(source) is var name && Sources.Contains(name) ? name : null;

    private static string SourceName(string source) => source.Trim().ToUpperInvariant() switch
    {
        "CROSSREF FUNDER" or "CROSSREF FUNDER ID" or "FUNDER" or "CROSSREF" or "CROSSREFID" => "FUNDREF",
        "RIN" => "RINGGOLD",
        var name => name,
    };

    [GeneratedRegex(@"^(?:(?:(?:https?://)?(?:dx\.)?doi\.org/|doi:)?10\.13039/)?([0-9]{5,15})$", RegexOptions.IgnoreCase)]
    private static partial Regex FundRef();

    [GeneratedRegex(@"^(?:https?://(?:www\.)?grid\.ac/institutes/)?(grid\.[0-9]+\.[0-9a-f]+)$", RegexOptions.IgnoreCase)]
    private static partial Regex Grid();

    [GeneratedRegex("^(?:ringgold:? ?)?([0-9]{1,10})$", RegexOptions.IgnoreCase)]
    private static partial Regex Ringgold();

    [GeneratedRegex("^(?:lei:? ?)?([0-9A-Z]{18}[0-9]{2})$", RegexOptions.IgnoreCase)]
    private static partial Regex Lei();
}
