using System.Text.RegularExpressions;

namespace OrcidPortal.Sources;

/// <summary>The address of a work as a file gives it.</summary>
internal static partial class WebAddress
{
    /// <summary>The first web address in the text; else the text, where it could be one without its scheme.</summary>
    /// <returns>Null for none, and for another scheme than http, https or ftp: such an address must never become a link.</returns>
    public static string? Of(string? text)
    {
        if (CleanText.Line(text) is not { } given || given.Length > 100_000) return null;
        if (Absolute().Match(given) is { Success: true } found) return found.Value.TrimEnd(',', ';');
        return OtherScheme().IsMatch(given) || !given.Contains('.', StringComparison.Ordinal) || given.Contains(' ', StringComparison.Ordinal) ? null : given;
    }

    [GeneratedRegex("""(?:https?|ftp)://[^\s<>"]+""", RegexOptions.IgnoreCase)]
    private static partial Regex Absolute();

    [GeneratedRegex(@"^[\w+.-]*:", RegexOptions.None)]
    private static partial Regex OtherScheme();
}
