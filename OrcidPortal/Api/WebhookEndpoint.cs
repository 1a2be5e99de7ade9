using OrcidPortal.Pull.Webhooks;

namespace OrcidPortal.Api;

/// <summary>
/// <c>POST /webhooks/orcid/{secret}</c>: ORCID calls when a record has changed. It sends no body and no credentials; who does not know a secret is told
/// nothing and changes nothing. Where the database is away the answer is an error, and ORCID calls again.
/// </summary>
internal static class WebhookEndpoint
{
    public static void MapWebhook(this WebApplication app) =>
        app.MapPost("/webhooks/orcid/{secret}", ReceiveAsync).AllowAnonymous().DisableAntiforgery().ExcludeFromDescription();

    private static async Task<IResult> ReceiveAsync(string secret, WebhookReceipt receipt, CancellationToken cancellationToken)
    {
        await receipt.ReceiveAsync(secret, cancellationToken);
        return TypedResults.NoContent();
    }
}
