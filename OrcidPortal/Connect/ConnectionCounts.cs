using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.OrcidApi;

namespace OrcidPortal.Connect;

/// <summary>How many people are connected; counted at most every ten seconds, however many pages ask.</summary>
public sealed class ConnectionCounts(IDbContextFactory<PortalDb> contexts, IOptions<OrcidOptions> orcid, TimeProvider time) : IDisposable
{
    private readonly Summary<ConnectedPeople> _summary = new(time);

    /// <summary>The counts, at most ten seconds old.</summary>
    public Task<ConnectedPeople> LatestAsync(CancellationToken cancellationToken) => _summary.GetAsync(CountAsync, cancellationToken);

    private async Task<ConnectedPeople> CountAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var environment = orcid.Value.EnvironmentName;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var people = await db.People.CountAsync(cancellationToken);
        var connections = db.Connections.Where(c => c.Environment == environment);
        return new ConnectedPeople(
            people,
            await connections.CountAsync(c => c.State == ConnectionState.Connected, cancellationToken),
            await connections.CountAsync(c => c.State == ConnectionState.Connected && c.FirstSyncConfirmedAt == null, cancellationToken),
            await connections.CountAsync(c => c.State == ConnectionState.TokenRejected, cancellationToken),
            await connections.CountAsync(c => c.NameCheckOpen && c.Orcid != null, cancellationToken),
            now);
    }

    public void Dispose() => _summary.Dispose();
}

/// <summary>People and their connections, counted.</summary>
/// <param name="People">Everybody the portal knows.</param>
/// <param name="Connected">Those with a working connection.</param>
/// <param name="Unconfirmed">Of the connected, those who have not confirmed the first sync: nothing is sent for them.</param>
/// <param name="Rejected">Those whose token ORCID no longer takes.</param>
/// <param name="NameChecks">Those whose name at ORCID a curator has to confirm.</param>
/// <param name="At">When it was counted.</param>
public sealed record ConnectedPeople(int People, int Connected, int Unconfirmed, int Rejected, int NameChecks, DateTimeOffset At);
