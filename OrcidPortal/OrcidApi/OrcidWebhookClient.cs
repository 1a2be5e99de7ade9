using System.Net.Http.Headers;
using Microsoft.Extensions.Options;
using OrcidPortal.Identifiers;

namespace OrcidPortal.OrcidApi;

/// <summary>ORCID's webhooks: it calls an address whenever a record has changed. Needs a token of the institution with <c>/webhook</c>, which premium members get, and nobody's permission.</summary>
public sealed class OrcidWebhookClient(HttpClient http, OrcidEndpoints endpoints, IOptions<OrcidOptions> options, TimeProvider time, ILogger<OrcidWebhookClient> logger)
{
    /// <summary>The scope a token needs.</summary>
    public const string Scope = "/webhook";

    private readonly OrcidCall _call = new(http, options.Value.CallTimeout, time, logger);

    /// <summary>Registers an address, or finds it registered. May be repeated safely.</summary>
    /// <param name="orcid">Whose record.</param>
    /// <param name="token">The institution's token.</param>
    /// <param name="callback">What ORCID is to call, with a POST without a body.</param>
    /// <param name="secret">The part of the address that no message and no log line may show.</param>
    /// <param name="cancellationToken">Ends the waiting with an exception; it may have been registered.</param>
    /// <returns><see cref="OrcidResult.NotFound"/> where ORCID does not know the iD.</returns>
    public Task<OrcidAnswer<bool>> RegisterAsync(OrcidId orcid, string token, Uri callback, string secret, CancellationToken cancellationToken) =>
        SendAsync(HttpMethod.Put, orcid, token, callback, secret, cancellationToken);

    /// <summary>Takes an address back. May be repeated safely; <see cref="OrcidResult.NotFound"/> means that it is not registered.</summary>
    /// <inheritdoc cref="RegisterAsync"/>
    public Task<OrcidAnswer<bool>> RemoveAsync(OrcidId orcid, string token, Uri callback, string secret, CancellationToken cancellationToken) =>
        SendAsync(HttpMethod.Delete, orcid, token, callback, secret, cancellationToken);

    private Task<OrcidAnswer<bool>> SendAsync(HttpMethod method, OrcidId orcid, string token, Uri callback, string secret, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(callback);
        var request = new HttpRequestMessage(method, new Uri(endpoints.Webhooks, $"{orcid}/webhook/{Uri.EscapeDataString(callback.AbsoluteUri)}"));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/xml"));
        // ORCID wants to be told that there is no body.
        request.Content = new ByteArrayContent([]);
        return _call.SendAsync(request, CallEffect.Write, (OrcidReply _, out bool done) => done = true, Explain, [token, secret], cancellationToken);
    }

    private static OrcidResult Explain(OrcidReply reply)
    {
        var error = OrcidError.Parse(reply.Body);
        return OrcidResults.Of(reply.Status, error, CallEffect.Write, reply.Location, reply.RetryAfter) with { Message = error.Message };
    }
}
