using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Text.RegularExpressions;

namespace OrcidPortal.Identifiers;

/// <summary>A DOI in lower case without a resolver, <c>10.1000/xyz</c>.</summary>
public readonly partial record struct Doi
{
    /// <summary>No source writes more around a DOI, and the time to look for one grows with the square.</summary>
    private const int Longest = 2084;

    private Doi(string value) => Value = value;

    public string Value { get; }

    /// <summary>The DOI at its resolver, escaped where an address cannot carry it.</summary>
    public string Url => ExternalIdTypes.UrlOf("doi", Value)!;

    /// <summary>Finds the DOI in a text: bare, with <c>doi:</c>, or behind any resolver; entity references are read.</summary>
    /// <returns>False where the text holds none, or is longer than 2084 characters.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, out Doi doi)
    {
        doi = default;
        if (string.IsNullOrWhiteSpace(text) || text.Length > Longest) return false;
        var match = Shape().Match(WebUtility.HtmlDecode(text).ToLowerInvariant());
        if (!match.Success) return false;
        doi = new Doi(match.Value);
        return true;
    }

    public override string ToString() => Value;

    [GeneratedRegex("""10(?:\.[0-9a-z]+)+/(?:(?!["&'])\S)+""")]
    private static partial Regex Shape();
}
