using Hangfire;
using Microsoft.Extensions.Options;
using OrcidPortal.Curation;
using OrcidPortal.Data;
using OrcidPortal.Pull;
using OrcidPortal.Pull.Webhooks;
using OrcidPortal.Push;

namespace OrcidPortal.Jobs;

/// <summary>Writes down which job runs when, as soon as the storage of the jobs answers.</summary>
internal sealed partial class Timetable(
    IRecurringJobManager recurring, IOptions<PushOptions> push, IOptions<InstitutionOptions> institution, TimeProvider time, ILogger<Timetable> logger) : BackgroundService
{
    private const string AtNight = "30 3 * * *";

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                Write();
                return;
            }
            catch (Exception e) when (e is System.Data.Common.DbException or BackgroundJobClientException or TimeoutException)
            {
                LogStorageSilent(e);
                await Task.Delay(TimeSpan.FromSeconds(5), time, stoppingToken);
            }
        }
    }

    private void Write()
    {
        recurring.AddOrUpdate<PushJob>("push", job => job.RunAsync(null, CancellationToken.None), EverySeconds(push.Value.EverySeconds));
        // What waits since the portal was stopped does not wait for the clock, too.
        recurring.Trigger("push");
        recurring.AddOrUpdate<Upkeep>("read", job => job.ReadRecordsAsync(CancellationToken.None), EverySeconds(20));
        recurring.AddOrUpdate<PullJob>("pull", job => job.RunDueAsync(CancellationToken.None), EverySeconds(10));
        // Also where webhooks are off: those of before are taken back.
        recurring.AddOrUpdate<WebhookJob>("webhooks", job => job.RunAsync(CancellationToken.None), EverySeconds(60));
        recurring.AddOrUpdate<Upkeep>("imports", job => job.ResumeImportsAsync(CancellationToken.None), EverySeconds(15));
        recurring.AddOrUpdate<ReconcileJob>("reconcile", job => job.RunWaitingAsync(CancellationToken.None), EverySeconds(15));
        recurring.AddOrUpdate<BulkFixJob>("bulk-fixes", job => job.RunWaitingAsync(CancellationToken.None), EverySeconds(15));
        recurring.AddOrUpdate<Upkeep>("revocations", job => job.RevokeAsync(CancellationToken.None), EverySeconds(60));
        recurring.AddOrUpdate<Upkeep>("history", job => job.RemoveOldHistoryAsync(CancellationToken.None), AtNight, new RecurringJobOptions { TimeZone = TimeZoneInfo.FindSystemTimeZoneById(institution.Value.TimeZone) });
    }

    /// <summary>A cron expression with seconds; from a minute on, in whole minutes.</summary>
    internal static string EverySeconds(int seconds) =>
        seconds < 60 ? $"*/{seconds} * * * * *" : seconds < 3600 ? $"*/{seconds / 60} * * * *" : "0 * * * *";

    [LoggerMessage(Level = LogLevel.Warning, Message = "The storage of the jobs does not answer; trying again in 5 seconds")]
    private partial void LogStorageSilent(Exception exception);
}
