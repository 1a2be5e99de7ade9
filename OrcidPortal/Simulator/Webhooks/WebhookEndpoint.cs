using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;
using OrcidPortal.Simulator.MemberApi;
using OrcidPortal.Simulator.Rules;
using OrcidPortal.Simulator.Store;
using OrcidPortal.Simulator.Traffic;

namespace OrcidPortal.Simulator.Webhooks;

/// <summary>Registers and removes webhooks: the one call of the member API without a version in its path.</summary>
internal sealed class WebhookEndpoint(Registry registry, Clients clients, Bearer bearer, Gatekeeper gatekeeper, IOptions<SimulatorOptions> options)
{
    private static readonly string[] Scope = ["/webhook"];

    /// <param name="http">The request.</param>
    /// <param name="prefix">Where the simulator is mounted: <c>/simulator</c> or nothing.</param>
    public Task HandleAsync(HttpContext http, string prefix)
    {
        var orcid = (string)http.GetRouteValue("orcid")!;
        var encoded = CallbackUrl.Encoded(http.Features.Get<IHttpRequestFeature>()?.RawTarget, http.GetRouteValue("callback") as string);
        var path = $"/{orcid}/webhook/{encoded}";
        return gatekeeper.PassAsync(http, path, OrcidIds.IsValid(orcid) ? orcid : null, async context =>
        {
            var (token, refusal) = await bearer.ReadAsync(http.Request, isPublicApi: false);
            context.ClientId = token?.ClientId;
            if (refusal is not null) return refusal;
            var media = MediaType.Negotiate(http.Request.GetTypedHeaders().Accept);
            var call = new ApiCall(
                orcid, token, false, media ?? MediaType.Default, clients.NameOf(token!.ClientId),
                $"{http.Request.Scheme}://{http.Request.Host}{http.Request.PathBase}{prefix}", http.Request.Method);
            if (options.Value.RequireHttps && !http.Request.IsHttps) return call.Error(ErrorTexts.Of(9012, "This API Version only allows HTTPS calls."));
            if (clients.Find(token.ClientId) is { IsLocked: true } or { IsDeactivated: true }) return call.Error(ErrorTexts.Of(9057));
            return media is null ? call.Error(ErrorTexts.Web(406, "HTTP 406 Not Acceptable")) : Answer(call, token, path, Uri.UnescapeDataString(encoded));
        });
    }

    private Reply Answer(ApiCall call, AccessToken token, string path, string url)
    {
        if (call.Method is not ("PUT" or "DELETE")) return call.Error(ErrorTexts.Web(405, "HTTP 405 Method Not Allowed"));
        if (Access.CheckScope(token, Scope) is { } scope) return call.Error(scope);
        if (CallbackUrl.Read(url) is null) return call.Error(ErrorTexts.Of(9012, $"Webhook uri: {url} is syntactically incorrect"));
        return registry.Run(state => state.FindPerson(call.Orcid) is not { } person ? call.Error(ErrorTexts.Of(9011))
            : call.Method == "PUT" ? Register(state, call, token, person, path, url)
            : Remove(state, call, token, url));
    }

    /// <summary>What is registered stays as it is, whoever registered it: the address is called once for all of them.</summary>
    private Reply Register(RegistryState state, ApiCall call, AccessToken token, Person person, string path, string url)
    {
        if (state.FindWebhook(person.Orcid, url) is not null) return new(204);
        state.Save(new Webhook { Orcid = person.Orcid, ClientId = token.ClientId, Url = url, CreatedAt = registry.Now, KnownState = person.LastModifiedAt });
        return new(201) { Headers = new Dictionary<string, string> { ["Location"] = call.ApiBase + path } };
    }

    private static Reply Remove(RegistryState state, ApiCall call, AccessToken token, string url)
    {
        if (state.FindWebhook(call.Orcid, url) is not { } webhook) return call.Error(ErrorTexts.Of(9028, null, ("orcid", call.Orcid), ("uri", url)));
        if (webhook.ClientId != token.ClientId) return call.Error(ErrorTexts.Of(9014, "Unable to unregister webhook: Only the client that register the webhook can unregister it."));
        state.RemoveWebhook(call.Orcid, url);
        return new(204);
    }
}
