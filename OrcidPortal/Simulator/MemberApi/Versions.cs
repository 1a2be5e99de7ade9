using OrcidPortal.Simulator.Rules;
using OrcidPortal.Simulator.Traffic;

namespace OrcidPortal.Simulator.MemberApi;

/// <summary>Addresses of the API with another version than 3.0, or with none; and whether the registry is up.</summary>
internal sealed class Versions(Gatekeeper gatekeeper)
{
    private const string Current = "v3.0";

    /// <summary>Reading goes on at the current version; for writing one has to say which.</summary>
    public Task MissingAsync(HttpContext http, string prefix, string root) => AnswerAsync(http, prefix, root, call => call.IsReading
        ? new Reply(302) { Headers = Location($"{call.ApiBase}/{Current}/{http.GetRouteValue("orcid")}/{http.GetRouteValue("rest")}{http.Request.QueryString}") }
        : call.Error(ErrorTexts.Of(9012, $"Please specify the API Version you want to {call.Method} to ")));

    /// <summary>Release candidates of 3.0 lead to 3.0; others are not offered.</summary>
    public Task OtherAsync(HttpContext http, string prefix, string root) => AnswerAsync(http, prefix, root, call =>
    {
        var (version, rest) = ((string)http.GetRouteValue("version")!, http.GetRouteValue("rest"));
        if (version.StartsWith(Current + "_rc", StringComparison.Ordinal))
            return call.Error(ErrorTexts.Of(9056)) with { Headers = Location($"{call.ApiBase}/{Current}/{rest}{http.Request.QueryString}") };
        return version is "v1.1" or "v1.2"
            ? call.Error(ErrorTexts.Of(9012, $"API Version {version[1..]} is no longer available. please upgrade to the 2.0 API https://members.orcid.org/api/news/xsd-20-update"))
            : call.Error(ErrorTexts.Web(404, "HTTP 404 Not Found"));
    });

    public static Task StatusAsync(HttpContext http) =>
        http.Response.WriteAsJsonAsync(new { tomcatUp = true, dbConnectionOk = true, readOnlyDbConnectionOk = true, overallOk = true }, http.RequestAborted);

    private Task AnswerAsync(HttpContext http, string prefix, string root, Func<ApiCall, Reply> answer)
    {
        var path = http.Request.Path.Value![prefix.Length..];
        return gatekeeper.PassAsync(http, path, null, _ => Task.FromResult(answer(new ApiCall(
            "", null, root.Length > 0, MediaType.Negotiate(http.Request.GetTypedHeaders().Accept) ?? MediaType.Default, "the client application",
            $"{http.Request.Scheme}://{http.Request.Host}{http.Request.PathBase}{prefix}{root}", http.Request.Method))));
    }

    private static Dictionary<string, string> Location(string to) => new() { ["Location"] = to };
}
