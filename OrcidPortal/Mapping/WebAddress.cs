using System.Diagnostics.CodeAnalysis;
using OrcidPortal.OrcidApi;

namespace OrcidPortal.Mapping;

/// <summary>Absolute addresses a browser can follow.</summary>
internal static class WebAddress
{
    private const int Longest = 2000;

    /// <summary>Reads an address; blanks and letters it cannot carry are escaped.</summary>
    /// <returns>False for what is not absolute, not http, https or ftp, or longer than 2,000 characters.</returns>
    internal static bool TryRead(string? text, [NotNullWhen(true)] out string? url)
    {
        url = null;
        var trimmed = PlainText.Fold(OrcidXml.Clean(text ?? ""));
        if (trimmed.Length is 0 or > Longest || !Uri.TryCreate(trimmed, UriKind.Absolute, out var uri)) return false;
        if (uri.Scheme is not ("http" or "https" or "ftp") || uri.Host.Length == 0) return false;
        var written = Uri.IsWellFormedUriString(trimmed, UriKind.Absolute) ? trimmed : uri.AbsoluteUri;
        if (written.Length > Longest || !IsEscaped(written)) return false;
        url = written;
        return true;
    }

    /// <summary>Whether nothing is left that an address cannot carry. .NET's own test (IsWellFormedUriString) refuses escaped letters beside escaped blanks.</summary>
    private static bool IsEscaped(string url)
    {
        for (var i = 0; i < url.Length; i++)
        {
            if (url[i] is '%' && !(i + 2 < url.Length && char.IsAsciiHexDigit(url[i + 1]) && char.IsAsciiHexDigit(url[i + 2]))) return false;
            if (url[i] is <= ' ' or '<' or '>' or '"' or '{' or '}' or '|' or '\\' or '^' or '`' or '\x7F') return false;
        }
        return true;
    }

    /// <summary>The address somebody may have meant who left out the beginning, or null.</summary>
    internal static string? Suggest(string? text) =>
        text is not null && !text.Contains("://", StringComparison.Ordinal) && text.Contains('.', StringComparison.Ordinal) && !text.Trim().Contains(' ', StringComparison.Ordinal)
        && TryRead("https://" + text.Trim().TrimStart('/'), out var url) ? url : null;
}
