using Hangfire;
using OrcidPortal.Pull.Webhooks;

namespace OrcidPortal.Pull;

/// <summary>Keeps the registrations at ORCID as they should be, as Hangfire runs it. Doubled, lost or replayed it changes nothing.</summary>
[AutomaticRetry(Attempts = 0)]
public sealed class WebhookJob(WebhookRegistrar registrar, IBackgroundJobClient jobs)
{
    /// <summary>Starts a run as soon as a worker is free.</summary>
    public void StartNow() => jobs.Enqueue<WebhookJob>(job => job.RunAsync(CancellationToken.None));

    /// <summary>Works off what is due.</summary>
    public Task RunAsync(CancellationToken cancellationToken) => registrar.RunAsync(cancellationToken);
}
