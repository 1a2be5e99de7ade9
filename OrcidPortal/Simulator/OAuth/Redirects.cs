namespace OrcidPortal.Simulator.OAuth;

/// <summary>Sends the browser on. Where to has been checked against the client's addresses, or is one of the simulator's own.</summary>
internal static class Redirects
{
    /// <summary>After a page was opened, as ORCID does it.</summary>
    public static Task FoundAsync(HttpContext http, string to) => SendAsync(http, StatusCodes.Status302Found, to);

    /// <summary>After a form was sent, so that going back does not send it again.</summary>
    public static Task SeeOtherAsync(HttpContext http, string to) => SendAsync(http, StatusCodes.Status303SeeOther, to);

    private static Task SendAsync(HttpContext http, int status, string to)
    {
        http.Response.StatusCode = status;
        http.Response.Headers.Location = to;
        http.Response.Headers.CacheControl = "no-store";
        return Task.CompletedTask;
    }
}
