using Microsoft.Extensions.Options;
using OrcidPortal.OrcidApi;
using OrcidPortal.Remote;

namespace OrcidPortal.Pull.Webhooks;

/// <summary>Registers at ORCID what is to be registered, and takes back the rest; also when webhooks were switched off. Several at a time, one run in a process.</summary>
public sealed partial class WebhookRegistrar(
    WebhookRows rows, InstitutionTokens tokens, OrcidWebhookClient client, CallBudget budget, IOptions<PullOptions> options, ILogger<WebhookRegistrar> logger)
{
    /// <summary>Premium membership does not come overnight.</summary>
    private static readonly TimeSpan WithoutScope = TimeSpan.FromDays(1);
    private static readonly TimeSpan WithoutToken = TimeSpan.FromHours(1);
    private int _busy;

    /// <summary>Works off what is due, until nothing is, or ORCID does not answer.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (Interlocked.Exchange(ref _busy, 1) == 1) return;
        try
        {
            var (changed, stopped) = (false, false);
            IReadOnlyList<Guid> due;
            do
            {
                changed |= await rows.KeepAsync(cancellationToken);
                due = await rows.AreStoppedAsync(cancellationToken) ? [] : await rows.DueAsync(cancellationToken);
                changed |= due.Count > 0;
                stopped = !await WorkOffAsync(due, cancellationToken);
            }
            while (due.Count > 0 && !stopped);
            if (changed) await rows.TellAsync(cancellationToken);
        }
        finally
        {
            Volatile.Write(ref _busy, 0);
        }
    }

    /// <summary>The first one alone: what is wrong with the token, or with ORCID, shows there.</summary>
    /// <returns>False where the next ones would fare the same.</returns>
    private async Task<bool> WorkOffAsync(IReadOnlyList<Guid> due, CancellationToken cancellationToken)
    {
        if (due.Count > 0 && !await WorkOffAsync(due[0], cancellationToken)) return false;
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await Parallel.ForEachAsync(due.Skip(1), new ParallelOptions { MaxDegreeOfParallelism = options.Value.PeopleAtOnce, CancellationToken = cancellationToken }, async (id, ct) =>
        {
            if (!stop.IsCancellationRequested && !await WorkOffAsync(id, ct)) await stop.CancelAsync();
        });
        return !stop.IsCancellationRequested;
    }

    /// <returns>False where the next ones would fare the same.</returns>
    private async Task<bool> WorkOffAsync(Guid id, CancellationToken cancellationToken)
    {
        var grant = await tokens.GetAsync(OrcidWebhookClient.Scope, cancellationToken);
        if (grant.Value is null) return await StopAsync(grant.Result, id, cancellationToken);
        if (await rows.TakeAsync(id, cancellationToken) is not { } task) return true;
        var result = await CallAsync(task, grant.Value, cancellationToken);
        if (result is OrcidResult.TokenRejected)
        {
            tokens.Forget(OrcidWebhookClient.Scope);
            grant = await tokens.GetAsync(OrcidWebhookClient.Scope, cancellationToken);
            if (grant.Value is null) return await StopAsync(grant.Result, id, cancellationToken);
            result = await CallAsync(task, grant.Value, cancellationToken);
        }
        await rows.SettleAsync(task, result, cancellationToken);
        if (result is not (OrcidResult.TokenRejected or OrcidResult.MissingScope))
            return result is not (OrcidResult.Busy or OrcidResult.Unreachable or OrcidResult.OutcomeUnknown or OrcidResult.ClientLocked);
        tokens.Forget(OrcidWebhookClient.Scope);
        return await StopAsync(result, id, cancellationToken);
    }

    private async Task<OrcidResult> CallAsync(WebhookTask task, ClientGrant grant, CancellationToken cancellationToken)
    {
        var answer = await budget.CallAsync(null, () => task.IsEnding
            ? client.RemoveAsync(task.Orcid, grant.AccessToken, task.Callback, task.Secret, cancellationToken)
            : client.RegisterAsync(task.Orcid, grant.AccessToken, task.Callback, task.Secret, cancellationToken), cancellationToken);
        if (answer.Result is not (OrcidResult.Ok or OrcidResult.NotFound)) LogNotDone(task.ToString(), answer.Result.Name, answer.Result.Message);
        return answer.Result;
    }

    private async Task<bool> StopAsync(OrcidResult because, Guid id, CancellationToken cancellationToken)
    {
        switch (because)
        {
            case OrcidResult.Busy or OrcidResult.Unreachable or OrcidResult.OutcomeUnknown:
                return false;
            case OrcidResult.MissingScope:
                LogNoScope(because.Message);
                await rows.StopAsync(WebhookRows.NoScope, WithoutScope, id, cancellationToken);
                return false;
            default:
                LogNoToken(because.Name, because.Message);
                await rows.StopAsync(WebhookRows.NoToken + (because.Message ?? because.Name), WithoutToken, id, cancellationToken);
                return false;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Webhook not settled ({Task}): {Result}, {Message}")]
    private partial void LogNotDone(string task, string result, string? message);

    [LoggerMessage(Level = LogLevel.Warning, Message = "ORCID does not give the institution's credentials the permission /webhook, which premium members have ({Message}). Records are read by the timetable alone; the portal asks again in a day")]
    private partial void LogNoScope(string? message);

    [LoggerMessage(Level = LogLevel.Warning, Message = "ORCID gave the institution no token for webhooks: {Result}, {Message}. The portal asks again in an hour")]
    private partial void LogNoToken(string result, string? message);
}
