using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.Identifiers;
using OrcidPortal.Live;
using OrcidPortal.OrcidApi;

namespace OrcidPortal.Pull.Webhooks;

/// <summary>The table of registrations: what should be registered, what is to be done about it now, and what came of that.</summary>
public sealed class WebhookRows(
    Transactions transactions, IDbContextFactory<PortalDb> contexts, IOptions<WebhookOptions> webhooks, IOptions<OrcidOptions> orcid, IDataProtectionProvider protection, TimeProvider time)
{
    /// <summary>How the message of a row begins that waits because ORCID gave the institution no token: as long as one does, nothing is called.</summary>
    internal const string NoToken = "ORCID gave no token for webhooks. ";

    /// <summary>The same where the credentials are not allowed to have one.</summary>
    internal const string NoScope = NoToken + "The permission /webhook is missing.";

    private const int PageSize = 100;
    private const int MessageLength = 2000;

    private readonly WebhookSecrets _secrets = new(protection);

    /// <summary>Adds rows for iDs that are new, ends those of iDs that are gone or stand under another address, and wants back those that are needed after all.</summary>
    /// <returns>Whether anything changed.</returns>
    internal async Task<bool> KeepAsync(CancellationToken cancellationToken)
    {
        var (environment, states, address) = (orcid.Value.EnvironmentName, webhooks.Value.States, webhooks.Value.Base);
        var ended = await PagesAsync(db => Ours(db).Where(w => w.State != WebhookState.Ending && (w.Base != address || !db.Connections.Any(c => c.Environment == environment && c.Orcid == w.Orcid && states.Contains(c.State)))).OrderBy(w => w.Id), End, cancellationToken);
        var again = await PagesAsync(db => Ours(db).Where(w => w.State == WebhookState.Ending && w.Base == address && db.Connections.Any(c => c.Environment == environment && c.Orcid == w.Orcid && states.Contains(c.State))).OrderBy(w => w.Id), WantAgain, cancellationToken);
        var added = await PagesAsync(db => db.Connections.AsNoTracking().Where(c => c.Environment == environment && c.Orcid != null && states.Contains(c.State) && !Ours(db).Any(w => w.Orcid == c.Orcid)).OrderBy(c => c.Id), Add, cancellationToken);
        return ended || again || added;
    }

    /// <summary>Whether ORCID gave no token a while ago, and it is not time to ask again.</summary>
    internal async Task<bool> AreStoppedAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await Ours(db).AnyAsync(w => w.Message != null && w.Message.StartsWith(NoToken) && w.DueAt > now, cancellationToken);
    }

    /// <summary>What is to be registered or taken back now, at most 100.</summary>
    internal async Task<IReadOnlyList<Guid>> DueAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await Due(db).OrderBy(w => w.DueAt).ThenBy(w => w.Id).Select(w => w.Id).Take(PageSize).ToListAsync(cancellationToken);
    }

    /// <summary>Moves the due time on before the call, so that two processes do not call about the same iD, and a stop does not lose it.</summary>
    /// <returns>Null where it is not due any more.</returns>
    internal Task<WebhookTask?> TakeAsync(Guid id, CancellationToken cancellationToken) => transactions.RunAsync(async (db, ct) =>
    {
        if (await Due(db).SingleOrDefaultAsync(w => w.Id == id, ct) is not { } row) return null;
        row.Attempts++;
        row.DueAt = time.GetUtcNow() + Wait(row.Attempts);
        var secret = _secrets.Open(row.Orcid, row.SealedSecret);
        if (OrcidId.TryParse(row.Orcid, out var iD) && (secret is not null || row.State != WebhookState.Ending))
            return new WebhookTask(row.Id, iD, new Uri(row.Base + (secret ??= Renew(row))), secret, row.State == WebhookState.Ending);
        // With the keys the address is lost. ORCID goes on calling there, and nobody listens.
        db.WebhookRegistrations.Remove(row);
        return null;
    }, cancellationToken);

    /// <summary>Writes what came of the call.</summary>
    internal Task SettleAsync(WebhookTask task, OrcidResult result, CancellationToken cancellationToken) => transactions.RunAsync(async (db, ct) =>
    {
        if (await Ours(db).SingleOrDefaultAsync(w => w.Id == task.Id, ct) is not { } row) return;
        var now = time.GetUtcNow();
        switch (result)
        {
            // What another client registered is not ours to take back.
            case OrcidResult.Ok or OrcidResult.NotFound or OrcidResult.NotSource when task.IsEnding:
                if (row.State == WebhookState.Ending) db.WebhookRegistrations.Remove(row);
                // Wanted again while it was taken back.
                else (row.State, row.DueAt) = (WebhookState.Wanted, null);
                return;
            case OrcidResult.Ok:
                (row.RegisteredAt, row.Attempts, row.DueAt, row.Message) = (now, 0, null, null);
                if (row.State != WebhookState.Ending) row.State = WebhookState.Registered;
                return;
            case OrcidResult.Busy or OrcidResult.Unreachable or OrcidResult.OutcomeUnknown or OrcidResult.ClientLocked or OrcidResult.TokenRejected or OrcidResult.MissingScope:
                break;
            default:
                row.DueAt = now + WaitRefused(row.Attempts);
                if (row.State == WebhookState.Wanted) row.State = WebhookState.Refused;
                break;
        }
        row.Message = Cut(result.Message ?? result.Name);
    }, cancellationToken);

    /// <summary>Remembers that ORCID gives no token: what is due waits, and with it all the rest.</summary>
    /// <param name="words">Begins with <see cref="NoToken"/>.</param>
    /// <param name="wait">How long.</param>
    /// <param name="taken">What was under way when it was found out.</param>
    internal Task StopAsync(string words, TimeSpan wait, Guid taken, CancellationToken cancellationToken) => transactions.RunAsync(async (db, ct) =>
    {
        var until = time.GetUtcNow() + wait;
        var due = await Due(db).OrderBy(w => w.Id).Take(PageSize).ToListAsync(ct);
        due.AddRange(await Ours(db).Where(w => w.Id == taken).ToListAsync(ct));
        foreach (var row in due) (row.Message, row.DueAt) = (Cut(words), until);
    }, cancellationToken);

    /// <summary>Pages that show the figures look again.</summary>
    internal Task TellAsync(CancellationToken cancellationToken) => transactions.RunAsync((db, ct) => Topics.TouchAsync(db, Topics.Overview, ct), cancellationToken);

    private IQueryable<WebhookRegistration> Ours(PortalDb db)
    {
        var (environment, client) = (orcid.Value.EnvironmentName, orcid.Value.ClientId);
        return db.WebhookRegistrations.Where(w => w.Environment == environment && w.ClientId == client);
    }

    private IQueryable<WebhookRegistration> Due(PortalDb db)
    {
        var now = time.GetUtcNow();
        return Ours(db).Where(w => w.State != WebhookState.Registered && (w.DueAt == null || w.DueAt <= now));
    }

    /// <summary>Changes what is found, a page in each transaction, until nothing is found.</summary>
    private async Task<bool> PagesAsync<T>(Func<PortalDb, IQueryable<T>> find, Action<PortalDb, T> change, CancellationToken cancellationToken)
    {
        for (var any = false; ; any = true)
        {
            await using (var db = await contexts.CreateDbContextAsync(cancellationToken))
                if (!await find(db).AnyAsync(cancellationToken)) return any;
            await transactions.RunAsync(async (db, ct) => (await find(db).Take(PageSize).ToListAsync(ct)).ForEach(row => change(db, row)), cancellationToken);
        }
    }

    private void End(PortalDb db, WebhookRegistration row)
    {
        // Never called about: there is nothing to take back.
        if (row is { Attempts: 0, RegisteredAt: null }) db.WebhookRegistrations.Remove(row);
        else (row.State, row.DueAt) = (WebhookState.Ending, Soon(row));
    }

    private void WantAgain(PortalDb db, WebhookRegistration row) => (row.State, row.DueAt) = (WebhookState.Wanted, Soon(row));

    private void Add(PortalDb db, Connection connection)
    {
        var row = new WebhookRegistration { Environment = orcid.Value.EnvironmentName, ClientId = orcid.Value.ClientId, Orcid = connection.Orcid!, State = WebhookState.Wanted, Base = webhooks.Value.Base };
        Renew(row);
        db.WebhookRegistrations.Add(row);
    }

    private string Renew(WebhookRegistration row)
    {
        var secret = WebhookSecrets.New();
        (row.SealedSecret, row.SecretHash) = (_secrets.Close(row.Orcid, secret), WebhookSecrets.Hash(secret));
        return secret;
    }

    /// <summary>At once; but not before a call that may be under way has ended, since the opposite one must not overtake it.</summary>
    private DateTimeOffset? Soon(WebhookRegistration row)
    {
        var ended = time.GetUtcNow() + orcid.Value.CallTimeout + TimeSpan.FromSeconds(30);
        return row.DueAt > ended && row.Message?.StartsWith(NoToken, StringComparison.Ordinal) != true ? ended : row.DueAt;
    }

    // 1, 2, 4 ... minutes, then every six hours.
    private static TimeSpan Wait(int attempts) => TimeSpan.FromMinutes(Math.Min(360, Math.Pow(2, Math.Min(attempts, 10) - 1)));

    // 1, 2, 4 days, then every week.
    private static TimeSpan WaitRefused(int attempts) => TimeSpan.FromDays(Math.Min(7, Math.Pow(2, Math.Min(attempts, 4) - 1)));

    private static string Cut(string text) => text.Length <= MessageLength ? text : text[..MessageLength];
}

/// <summary>One call to be made. Prints without its secret.</summary>
/// <param name="Callback">The address, with the secret.</param>
/// <param name="IsEnding">Whether it is to be taken back; else to be registered.</param>
internal sealed record WebhookTask(Guid Id, OrcidId Orcid, Uri Callback, string Secret, bool IsEnding)
{
    public override string ToString() => $"{(IsEnding ? "End" : "Register")} {Orcid}";
}
