using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace OrcidPortal.OrcidApi;

/// <summary>The reason in an answer's body, whoever wrote it.</summary>
/// <param name="Status">The status the body names; null where it names none.</param>
/// <param name="Code">ORCID's error code; null where there is none.</param>
/// <param name="Message">The words.</param>
/// <param name="Author">Who wrote it.</param>
internal sealed partial record OrcidError(int? Status, int? Code, string? Message, ErrorAuthor Author)
{
    /// <summary>The word of an OAuth error, such as <c>invalid_scope</c>; null for others.</summary>
    public string? Reason { get; private init; }

    internal static OrcidError Parse(byte[] body)
    {
        var text = Encoding.UTF8.GetString(body.AsSpan(0, Math.Min(body.Length, 200_000))).Trim('\uFEFF', ' ', '\t', '\r', '\n');
        if (text.Length == 0) return new OrcidError(null, null, null, ErrorAuthor.Nobody);
        if (text[0] == '{' && TryReadJson(text, out var error)) return error;
        if (text[0] == '<' && OrcidXml.TryParse(body, out var root) && TryRead(root, out error)) return error;
        return text[0] == '<'
            ? new OrcidError(null, null, PageTitle().Match(text) is { Success: true } m ? m.Groups[1].Value.Trim() : "An HTML page", ErrorAuthor.Proxy)
            : new OrcidError(null, null, text, ErrorAuthor.Orcid);
    }

    internal static bool TryRead(XElement element, [NotNullWhen(true)] out OrcidError? error)
    {
        error = null;
        if (element.Name.LocalName != "error") return false;
        error = new OrcidError(
            Number(Child(element, "response-code")),
            Number(Child(element, "error-code")),
            Child(element, "developer-message") ?? Child(element, "user-message"),
            ErrorAuthor.Orcid);
        return true;
    }

    private static bool TryReadJson(string text, [NotNullWhen(true)] out OrcidError? error)
    {
        error = null;
        try
        {
            using var document = JsonDocument.Parse(text);
            var root = document.RootElement;
            error = Property(root, "error") is { } oauth
                ? new OrcidError(null, null, Property(root, "error_description") ?? Property(root, "error-description") ?? oauth, ErrorAuthor.OAuth) { Reason = oauth }
                : new OrcidError(
                    Number(Property(root, "response-code")),
                    Number(Property(root, "error-code")),
                    Property(root, "developer-message") ?? Property(root, "user-message"),
                    ErrorAuthor.Orcid);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static string? Child(XElement element, string name) =>
        element.Elements().FirstOrDefault(e => e.Name.LocalName == name)?.Value.Trim() is { Length: > 0 } text ? text : null;

    private static string? Property(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String or JsonValueKind.Number ? value.ToString() : null;

    private static int? Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    [GeneratedRegex(@"<title>([^<]{1,200})", RegexOptions.IgnoreCase)]
    private static partial Regex PageTitle();
}

/// <summary>Who wrote the body of an answer.</summary>
internal enum ErrorAuthor
{
    /// <summary>It is empty.</summary>
    Nobody,

    /// <summary>ORCID's API.</summary>
    Orcid,

    /// <summary>The part of ORCID that checks tokens.</summary>
    OAuth,

    /// <summary>A server in front of ORCID that answered with a page: what it says about a record proves nothing.</summary>
    Proxy,
}
