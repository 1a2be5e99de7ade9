namespace OrcidPortal.Simulator.OAuth;

/// <summary>ORCID's rule: scheme, user, host and port equal; the path begins with the registered one; the query does not count.</summary>
internal static class RedirectUris
{
    private const string AnyPort = ":*";

    public static bool IsRegistered(SimulatorClient client, string asked) =>
        asked.All(c => c is > ' ' and < '\u007f') && Uri.TryCreate(asked, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && client.RedirectUris.Any(registered => Matches(registered, uri));

    private static bool Matches(string registered, Uri asked)
    {
        var anyPort = registered.Contains(AnyPort, StringComparison.Ordinal);
        return Uri.TryCreate(registered.Replace(AnyPort, "", StringComparison.Ordinal), UriKind.Absolute, out var known)
            && known.Scheme == asked.Scheme && known.UserInfo == asked.UserInfo && known.Host == asked.Host
            && (anyPort || known.Port == asked.Port)
            && asked.AbsolutePath.StartsWith(known.AbsolutePath, StringComparison.Ordinal);
    }
}
