using OrcidPortal.Simulator.Store;
using OrcidPortal.Simulator.Webhooks;

namespace OrcidPortal.Simulator.Control;

/// <summary>Shows who is called back about which record, and calls them at once.</summary>
internal sealed class WebhookControl(Registry registry, WebhookDelivery delivery)
{
    public Task ListAsync(HttpContext http) => ControlJson.WriteAsync(http, 200, new
    {
        items = registry.Run(state => state.Webhooks.Select(w => new
        {
            w.Orcid, w.ClientId, w.Url, w.CreatedAt, w.LastSentAt, w.LastStatus, w.FailedAttempts, w.NextAttemptAt, IsDue = w.IsDue(state.FindPerson(w.Orcid), registry.Now),
        }).ToList()),
    });

    public async Task DeliverAsync(HttpContext http) => await ControlJson.WriteAsync(http, 200, await delivery.RunAsync(http.RequestAborted));
}
