using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.OrcidApi;

namespace OrcidPortal.Pull.Webhooks;

/// <summary>How webhooks stand, for admins.</summary>
public sealed class WebhookFigures(IDbContextFactory<PortalDb> contexts, IOptions<WebhookOptions> webhooks, IOptions<OrcidOptions> orcid)
{
    /// <summary>The figures; null where webhooks are off and none is left to be taken back.</summary>
    public async Task<WebhookStanding?> LoadAsync(CancellationToken cancellationToken)
    {
        var (environment, client) = (orcid.Value.EnvironmentName, orcid.Value.ClientId);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var ours = db.WebhookRegistrations.AsNoTracking().Where(w => w.Environment == environment && w.ClientId == client);
        var counts = await ours.GroupBy(w => w.State).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken);
        if (webhooks.Value.Webhooks == WebhooksFor.None && counts.Count == 0) return null;
        return new WebhookStanding(
            webhooks.Value.Webhooks, Count(WebhookState.Registered), Count(WebhookState.Wanted), Count(WebhookState.Refused), Count(WebhookState.Ending),
            await ours.Where(w => w.CalledAt != null).OrderByDescending(w => w.CalledAt).Select(w => w.CalledAt).FirstOrDefaultAsync(cancellationToken),
            await ours.AnyAsync(w => w.Message == WebhookRows.NoScope, cancellationToken),
            await ours.Where(w => w.State == WebhookState.Refused || w.Message!.StartsWith(WebhookRows.NoToken)).OrderByDescending(w => w.DueAt).Select(w => w.Message).FirstOrDefaultAsync(cancellationToken));

        int Count(WebhookState state) => counts.GetValueOrDefault(state);
    }
}

/// <summary>How webhooks stand.</summary>
/// <param name="LastCall">When ORCID last called about anybody; null: never.</param>
/// <param name="IsScopeMissing">Whether ORCID does not give the institution the permission.</param>
/// <param name="Words">ORCID's words about what it refused last; null where it refused nothing.</param>
public sealed record WebhookStanding(WebhooksFor For, int Registered, int Waiting, int Refused, int Ending, DateTimeOffset? LastCall, bool IsScopeMissing, string? Words);
