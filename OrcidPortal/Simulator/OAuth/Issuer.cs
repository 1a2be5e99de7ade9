namespace OrcidPortal.Simulator.OAuth;

/// <summary>The name the registry has in OpenID Connect: the address at which it is reached, as clients compare the two.</summary>
internal static class Issuer
{
    /// <returns>For example <c>http://localhost:5080/simulator</c>.</returns>
    public static string Of(HttpContext http, string prefix) => $"{http.Request.Scheme}://{http.Request.Host}{http.Request.PathBase}{prefix}";

    /// <summary>The same for a call of the control API, which lies beside it.</summary>
    public static string OfControl(HttpContext http)
    {
        var path = http.Request.Path.Value ?? "";
        return Of(http, path[..Math.Max(0, path.IndexOf("/_control", StringComparison.OrdinalIgnoreCase))]);
    }
}
