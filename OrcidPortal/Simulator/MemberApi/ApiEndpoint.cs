using Microsoft.Extensions.Options;
using OrcidPortal.Simulator.Rules;
using OrcidPortal.Simulator.Store;
using OrcidPortal.Simulator.Traffic;

namespace OrcidPortal.Simulator.MemberApi;

/// <summary>The member API and the public API: finds out who asks, in which language, for what.</summary>
internal sealed class ApiEndpoint(Bearer bearer, Clients clients, Gatekeeper gatekeeper, Routes routes, IOptions<SimulatorOptions> options)
{
    /// <param name="http">The request.</param>
    /// <param name="prefix">Where the simulator is mounted: <c>/simulator</c> or nothing.</param>
    /// <param name="isPublic">Whether it is the public API, which answers GET only.</param>
    public Task HandleAsync(HttpContext http, string prefix, bool isPublic)
    {
        var rest = (http.GetRouteValue("rest") as string ?? "").Trim('/');
        var root = isPublic ? "/pub/v3.0" : "/v3.0";
        var segments = rest.Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (isPublic) http.Response.Headers.AccessControlAllowOrigin = "*";
        var orcid = segments.Length > 0 && OrcidIds.IsValid(segments[0]) ? segments[0] : null;
        return gatekeeper.PassAsync(http, rest.Length == 0 ? root : $"{root}/{rest}", orcid, async context =>
        {
            var (token, refusal) = await bearer.ReadAsync(http.Request, isPublic);
            context.ClientId = token?.ClientId;
            if (refusal is not null) return refusal;
            var media = MediaType.Negotiate(http.Request.GetTypedHeaders().Accept);
            var call = new ApiCall(
                segments.FirstOrDefault() ?? "", token, isPublic, media ?? MediaType.Default, clients.NameOf(token?.ClientId),
                $"{http.Request.Scheme}://{http.Request.Host}{http.Request.PathBase}{prefix}{root}", http.Request.Method)
            {
                Rest = string.Concat(segments.Skip(1).Select(s => "/" + s)), Query = http.Request.Query,
            };
            if (options.Value.RequireHttps && !http.Request.IsHttps) return call.Error(ErrorTexts.Of(9012, "This API Version only allows HTTPS calls."));
            if (clients.Find(token?.ClientId) is { IsLocked: true } or { IsDeactivated: true }) return call.Error(ErrorTexts.Of(9057));
            return media is null ? call.Error(ErrorTexts.Web(406, "HTTP 406 Not Acceptable")) : await RouteAsync(http, call, segments);
        });
    }

    private async Task<Reply> RouteAsync(HttpContext http, ApiCall call, string[] segments)
    {
        var found = routes.Find(segments, call.IsPublic);
        if (found.Count == 0) return call.Error(ErrorTexts.Web(404, "HTTP 404 Not Found"));
        var method = call.IsReading ? "GET" : call.Method;
        if (!found.TryGetValue(method, out var act) || (call.IsPublic && method != "GET")) return call.Error(ErrorTexts.Web(405, "HTTP 405 Method Not Allowed"));
        if (method is not ("POST" or "PUT")) return act(call);
        var media = MediaType.OfBody(http.Request.ContentType);
        if (media is null) return call.Error(ErrorTexts.Web(415, "HTTP 415 Unsupported Media Type"));
        return await ReadAsync(http) is { } body ? act(call with { Body = new(body, media.IsJson) }) : call.Error(ErrorTexts.Web(413, "HTTP 413 Request Entity Too Large"));
    }

    /// <returns>Null when it is larger than the server takes.</returns>
    private static async Task<byte[]?> ReadAsync(HttpContext http)
    {
        try
        {
            using var body = new MemoryStream();
            await http.Request.Body.CopyToAsync(body, http.RequestAborted);
            return body.ToArray();
        }
        catch (BadHttpRequestException e) when (e.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return null;
        }
    }
}
