using System.Text.Json;
using System.Text.RegularExpressions;

namespace OrcidPortal.Simulator.OAuth;

/// <summary><c>/userStatus.json</c>: tells a client's page whether somebody is signed in at the registry, and signs them out if it asks so.</summary>
internal sealed partial class UserStatusEndpoint(Browsers browsers)
{
    public async Task AnswerAsync(HttpContext http, string prefix)
    {
        var query = http.Request.Query;
        if (string.Equals(query["logUserOut"], "true", StringComparison.OrdinalIgnoreCase)) browsers.SignOut(http, prefix);
        var isSignedIn = browsers.Current(http) is not null;
        var body = JsonSerializer.Serialize(new { loggedIn = isSignedIn });
        var callback = query["callback"].FirstOrDefault();
        if (callback is not null && !FunctionName().IsMatch(callback))
        {
            http.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }
        if (http.Request.Headers.Origin.FirstOrDefault() is { Length: > 0 } origin)
        {
            http.Response.Headers.AccessControlAllowOrigin = origin;
            http.Response.Headers.AccessControlAllowCredentials = "true";
        }
        http.Response.Headers.Vary = "Origin";
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers.XContentTypeOptions = "nosniff";
        http.Response.ContentType = callback is null ? "application/json;charset=UTF-8" : "application/javascript;charset=UTF-8";
        await http.Response.WriteAsync(callback is null ? body : $"{callback}({body})", http.RequestAborted);
    }

    [GeneratedRegex(@"^[A-Za-z_$][A-Za-z0-9_$.]{0,100}\z")]
    private static partial Regex FunctionName();
}
