using Microsoft.Extensions.Options;

namespace OrcidPortal.Simulator.Webhooks;

/// <summary>Runs the delivery at intervals, once somebody has used the registry. Until then nothing is opened and no time is kept.</summary>
internal sealed partial class WebhookClock(RegistryUse use, IServiceProvider services, IOptions<SimulatorOptions> options, TimeProvider time, ILogger<WebhookClock> logger)
    : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await use.Begun.WaitAsync(stoppingToken);
        var delivery = services.GetRequiredService<WebhookDelivery>();
        using var timer = new PeriodicTimer(options.Value.WebhookInterval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                var count = await delivery.RunAsync(stoppingToken);
                if (count.Sent > 0) Delivered(logger, count.Sent, count.Ok, count.Failed, count.Skipped);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                RunFailed(logger, e);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Called back {Sent} webhooks: {Ok} succeeded, {Failed} failed, {Skipped} wait for the next run.")]
    private static partial void Delivered(ILogger logger, int sent, int ok, int failed, int skipped);

    [LoggerMessage(Level = LogLevel.Error, Message = "A run of webhooks broke off; the next one takes up what is left.")]
    private static partial void RunFailed(ILogger logger, Exception exception);
}
