using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;

namespace OrcidPortal.Pull.Webhooks;

/// <summary>ORCID says that a record has changed. It is noted, not read: any number of calls until the reading begins are one reading.</summary>
public sealed partial class WebhookReceipt(Transactions transactions, IDbContextFactory<PortalDb> contexts, IOptions<WebhookOptions> webhooks, TimeProvider time, ILogger<WebhookReceipt> logger)
{
    /// <summary>Calls come in flocks: the reading waits for the last of them.</summary>
    internal static readonly TimeSpan Folding = TimeSpan.FromSeconds(2);

    /// <summary>However often ORCID calls, a record is not read more often than this.</summary>
    internal static readonly TimeSpan BetweenReadings = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan BetweenWarnings = TimeSpan.FromMinutes(1);
    private long _warnedAt = DateTimeOffset.MinValue.UtcTicks;
    private int _unknown;

    /// <summary>Notes that the record of this address is to be read.</summary>
    /// <param name="secret">The end of the address that was called.</param>
    public async Task ReceiveAsync(string secret, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(secret);
        var now = time.GetUtcNow();
        if (!WebhookSecrets.IsOne(secret) || await FindAsync(secret, cancellationToken) is not { } known) Warn(now);
        else if (known.ConnectionId is not { } connection) await EndAsync(known, now, cancellationToken);
        else if (!IsStillToCome(known, now)) await NoteAsync(known, connection, now, cancellationToken);
    }

    private async Task<Known?> FindAsync(string secret, CancellationToken cancellationToken)
    {
        var (hash, states) = (WebhookSecrets.Hash(secret), webhooks.Value.States);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await (from webhook in db.WebhookRegistrations
                      where webhook.SecretHash == hash
                      join c in db.Connections.Where(c => states.Contains(c.State)) on new { webhook.Environment, Orcid = (string?)webhook.Orcid } equals new { c.Environment, c.Orcid } into found
                      from connection in found.DefaultIfEmpty()
                      select new Known(webhook.Id, webhook.Orcid, webhook.State, connection == null ? null : connection.Id, connection == null ? null : connection.ReadWantedAt, connection == null ? null : connection.ReadTriedAt))
            .SingleOrDefaultAsync(cancellationToken);
    }

    /// <summary>Nobody has the iD any more: the registrar takes the registration back.</summary>
    private async Task EndAsync(Known known, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (known.State == WebhookState.Ending) return;
        await transactions.RunAsync((db, ct) => db.WebhookRegistrations.Where(w => w.Id == known.Id && w.State != WebhookState.Ending).ExecuteUpdateAsync(
            s => s.SetProperty(w => w.State, WebhookState.Ending).SetProperty(w => w.CalledAt, now).SetProperty(w => w.Revision, w => w.Revision + 1), ct), cancellationToken);
    }

    /// <summary>
    /// Whether the reading that answers the wish has not begun, so that it will see what changed: that is one whose pull was begun after the time from which on it is wanted.
    /// Then nothing need be written, however often ORCID calls.
    /// </summary>
    private static bool IsStillToCome(Known known, DateTimeOffset now) => known.ReadWantedAt >= now || known.ReadTriedAt <= known.ReadWantedAt;

    private Task NoteAsync(Known known, Guid connection, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var soon = now + Folding;
        var from = known.ReadTriedAt + BetweenReadings is { } rested && rested > soon && rested <= now + BetweenReadings ? rested : soon;
        return transactions.RunAsync(async (db, ct) =>
        {
            var open = db.Connections.Where(c => c.Id == connection && c.Orcid == known.Orcid && (c.ReadWantedAt == null || (c.ReadWantedAt < now && (c.ReadTriedAt == null || c.ReadTriedAt > c.ReadWantedAt))));
            // The revision: a reading that ends at this moment must not take back what it did not see.
            var noted = await open.ExecuteUpdateAsync(
                s => s.SetProperty(c => c.ReadWantedAt, from).SetProperty(c => c.Revision, c => c.Revision + 1), ct);
            if (noted > 0) await db.WebhookRegistrations.Where(w => w.Id == known.Id).ExecuteUpdateAsync(s => s.SetProperty(w => w.CalledAt, now), ct);
        }, cancellationToken);
    }

    /// <summary>Whoever tries thousands of addresses must not fill the log.</summary>
    private void Warn(DateTimeOffset now)
    {
        var count = Interlocked.Increment(ref _unknown);
        var last = Interlocked.Read(ref _warnedAt);
        if (now.UtcTicks - last < BetweenWarnings.Ticks || Interlocked.CompareExchange(ref _warnedAt, now.UtcTicks, last) != last) return;
        Interlocked.Add(ref _unknown, -count);
        LogUnknown(count);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Count} calls of ORCID's webhook came with a secret that is none of ours and were ignored")]
    private partial void LogUnknown(int count);

    private sealed record Known(Guid Id, string Orcid, WebhookState State, Guid? ConnectionId, DateTimeOffset? ReadWantedAt, DateTimeOffset? ReadTriedAt);
}
