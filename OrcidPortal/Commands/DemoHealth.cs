using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace OrcidPortal.Commands;

/// <summary>Ready only once the demo's people are prepared: who waits for <c>/readyz</c> finds them. They need the portal itself, so this comes after it listens.</summary>
internal sealed class DemoHealth : IHealthCheck
{
    private volatile bool _prepared;

    /// <summary>Says that there is nothing left to prepare.</summary>
    public void Prepared() => _prepared = true;

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(_prepared ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy("The demo's people are being prepared."));
}
