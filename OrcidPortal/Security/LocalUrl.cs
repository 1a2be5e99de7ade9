namespace OrcidPortal.Security;

/// <summary>Where to go after signing in: within the portal, whatever the address says.</summary>
internal static class LocalUrl
{
    /// <summary>The path where it is one of this portal, else the home page.</summary>
    public static string Clean(string? url)
    {
        if (string.IsNullOrEmpty(url) || url.Length > 2000 || url[0] != '/') return "/";
        if (url.StartsWith("//", StringComparison.Ordinal)) return "/";
        return url.Any(c => char.IsControl(c) || c is '\\') ? "/" : url;
    }
}
