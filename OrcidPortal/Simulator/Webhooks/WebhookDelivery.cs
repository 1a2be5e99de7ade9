using Microsoft.Extensions.Options;
using OrcidPortal.Simulator.Store;

namespace OrcidPortal.Simulator.Webhooks;

/// <summary>Calls back every client that wants to know of a record that has changed. At least once: what is answered is written down after the call.</summary>
internal sealed class WebhookDelivery(Registry registry, WebhookSender sender, IOptions<SimulatorOptions> options) : IDisposable
{
    private const int Batch = 5_000;
    private const int MostBatches = 3;
    private const int AtOnce = 10;

    /// <summary>Doublings of the wait after failures; more would be weeks.</summary>
    private const int MostDoublings = 10;

    private readonly SemaphoreSlim one = new(1, 1);

    /// <summary>One run, after the one that is under way. A record that changes while it is told is told again in the next.</summary>
    public async Task<DeliveryCount> RunAsync(CancellationToken cancelled)
    {
        await one.WaitAsync(cancelled);
        try
        {
            var run = new DeliveryRun();
            for (var i = 0; i < MostBatches; i++)
            {
                var due = FindDue(run);
                await Parallel.ForEachAsync(due, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancelled }, (d, c) => TellAsync(run, d, c));
                if (due.Count < Batch) break;
            }
            return run.Count;
        }
        finally
        {
            one.Release();
        }
    }

    public void Dispose() => one.Dispose();

    private List<Due> FindDue(DeliveryRun run) => registry.Run(state => (
        from webhook in state.Webhooks
        let person = state.FindPerson(webhook.Orcid)
        where webhook.IsDue(person, registry.Now) && run.IsOpen(KeyOf(webhook), webhook.ClientId)
        select new Due(webhook, person.LastModifiedAt)).Take(Batch).ToList());

    private async ValueTask TellAsync(DeliveryRun run, Due due, CancellationToken cancelled)
    {
        var (key, clientId) = (KeyOf(due.Webhook), due.Webhook.ClientId);
        if (!run.Begin(key, clientId)) return;
        var status = await sender.PostAsync(due.Webhook.Url, cancelled);
        run.End(clientId, status);
        registry.Run(state => Note(state, due, status));
    }

    private void Note(RegistryState state, Due due, int status)
    {
        if (state.FindWebhook(due.Webhook.Orcid, due.Webhook.Url) is not { } webhook || webhook.CreatedAt != due.Webhook.CreatedAt) return;
        var known = webhook with { LastStatus = status };
        if (DeliveryRun.IsSuccess(status)) known = known with { KnownState = due.State, LastSentAt = registry.Now, FailedAttempts = 0, NextAttemptAt = null };
        else if (DeliveryRun.IsFailure(status)) known = known with { FailedAttempts = webhook.FailedAttempts + 1, NextAttemptAt = registry.Now + WaitAfter(webhook.FailedAttempts) };
        state.Save(known);
    }

    private TimeSpan WaitAfter(int earlierFailures) => options.Value.WebhookRetryDelay * Math.Pow(2, Math.Min(earlierFailures, MostDoublings));

    private static string KeyOf(Webhook webhook) => Webhook.KeyOf(webhook.Orcid, webhook.Url);

    /// <summary>A client to be called, and when the state was made that it is called about.</summary>
    private sealed record Due(Webhook Webhook, DateTimeOffset State);
}
