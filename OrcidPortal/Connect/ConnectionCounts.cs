using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.OrcidApi;

namespace OrcidPortal.Connect;

/// <summary>How many people are connected; counted at most every ten seconds, however many pages ask.</summary>
public sealed class ConnectionCounts(IDbContextFactory<PortalDb> contexts, IOptions<OrcidOptions> orcid, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(10);
    private readonly SemaphoreSlim _counting = new(1, 1);
    private ConnectedPeople? _latest;

    /// <summary>The counts, at most ten seconds old.</summary>
    public async Task<ConnectedPeople> LatestAsync(CancellationToken cancellationToken)
    {
        if (_latest is { } known && time.GetUtcNow() - known.At < Fresh) return known;
        await _counting.WaitAsync(cancellationToken);
        try
        {
            if (_latest is { } meanwhile && time.GetUtcNow() - meanwhile.At < Fresh) return meanwhile;
            return _latest = await CountAsync(cancellationToken);
        }
        finally
        {
            _counting.Release();
        }
    }

    private async Task<ConnectedPeople> CountAsync(CancellationToken cancellationToken)
    {
        var (now, environment) = (time.GetUtcNow(), orcid.Value.EnvironmentName);
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

    public void Dispose() => _counting.Dispose();
}

/// <summary>People and their connections, counted.</summary>
/// <param name="People">Everybody the portal knows.</param>
/// <param name="Connected">Those with a working connection.</param>
/// <param name="Unconfirmed">Of the connected, those who have not confirmed the first sync: nothing is sent for them.</param>
/// <param name="Rejected">Those whose token ORCID no longer takes.</param>
/// <param name="NameChecks">Those whose name at ORCID a curator has to confirm.</param>
/// <param name="At">When it was counted.</param>
public sealed record ConnectedPeople(int People, int Connected, int Unconfirmed, int Rejected, int NameChecks, DateTimeOffset At);
