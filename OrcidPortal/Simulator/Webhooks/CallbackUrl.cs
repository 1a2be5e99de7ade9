namespace OrcidPortal.Simulator.Webhooks;

/// <summary>An address that a client wants to be called at.</summary>
internal static class CallbackUrl
{
    private const string Colon = "://";

    /// <summary>What stands behind <c>/webhook/</c>, as it was sent: what the server makes of a path no longer tells an encoded slash from a plain one.</summary>
    public static string Encoded(string? rawTarget, string? routed)
    {
        const string Marker = "/webhook/";
        var path = (rawTarget ?? "").Split('?')[0];
        var at = path.IndexOf(Marker, StringComparison.Ordinal);
        return at >= 0 ? path[(at + Marker.Length)..] : Uri.EscapeDataString(routed ?? "");
    }

    /// <summary>Where a text leads; one without a scheme gets <c>http://</c>.</summary>
    /// <returns>Null when it is no address of the web, or one with a name and password.</returns>
    public static Uri? Read(string text)
    {
        if (text.Length == 0 || text.Any(c => char.IsWhiteSpace(c) || char.IsControl(c))) return null;
        if (!Uri.TryCreate(HasScheme(text) ? text : "http" + Colon + text, UriKind.Absolute, out var uri)) return null;
        return uri.Scheme is "http" or "https" && uri.Host.Length > 0 && uri.UserInfo.Length == 0 ? uri : null;
    }

    private static bool HasScheme(string text) =>
        text.IndexOf(Colon, StringComparison.Ordinal) is > 0 and var end && text[..end].All(c => char.IsAsciiLetterOrDigit(c) || c is '+' or '-' or '.');
}
