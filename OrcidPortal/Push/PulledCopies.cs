using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using OrcidPortal.Connect;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.OrcidApi;
using OrcidPortal.Remote;

namespace OrcidPortal.Push;

/// <summary>
/// What a reading by the pull found gone, or there from us without the portal having sent it, is settled with its item, also where nothing else is due for that person. No call is made.
/// </summary>
public sealed partial class PulledCopies(
    Tokens tokens, Leases leases, CopySettling settling, IDbContextFactory<PortalDb> contexts, IOptions<OrcidOptions> orcid, TimeProvider time, ILogger<PulledCopies> logger)
{
    private const int PeopleAtOnce = 100;

    /// <summary>A reading's rows are seen when they are committed, a little later than they are dated.</summary>
    private static readonly TimeSpan Overlap = TimeSpan.FromMinutes(2);

    /// <summary>Copies of no item that were confirmed before this were tried: many belong to no record for good.</summary>
    private DateTimeOffset _triedUntil = DateTimeOffset.UnixEpoch;
    private HashSet<Guid> _again = [];

    /// <summary>Settles it for at most 100 people of either kind; whoever is being sent or read is left to that, and looked at again.</summary>
    public async Task SettleAsync(CancellationToken cancellationToken)
    {
        var began = time.GetUtcNow();
        var (gone, loose) = await FindAsync(cancellationToken);
        var again = new HashSet<Guid>();
        foreach (var person in gone.Concat(loose.Select(l => l.Person)).Concat(_again).Distinct())
            if (!await SettleAsync(person, cancellationToken)) again.Add(person);
        _again = again;
        _triedUntil = loose.Count == PeopleAtOnce ? loose[^1].ConfirmedAt : began - Overlap;
    }

    /// <returns>False where somebody else is at it.</returns>
    private async Task<bool> SettleAsync(Guid person, CancellationToken cancellationToken)
    {
        var openedAt = time.GetUtcNow();
        if (await tokens.OpenAsync(person, cancellationToken) is not { } access) return true;
        await using var hold = await leases.TakeAsync(Leases.KeyOf(access.Environment, access.ClientId, access.Orcid.Value), cancellationToken);
        if (hold is null) return false;
        try
        {
            await settling.SettleAsync(new PersonSession(access, hold, openedAt), cancellationToken);
            return true;
        }
        catch (LeaseLostException)
        {
            LeaseLost(person);
            return false;
        }
    }

    private async Task<(IReadOnlyList<Guid> Gone, IReadOnlyList<LooseCopies> Loose)> FindAsync(CancellationToken cancellationToken)
    {
        var environment = orcid.Value.EnvironmentName;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var connected = db.Connections.Where(c => c.State == ConnectionState.Connected);
        var copies = db.RemoteCopies.Where(c => c.Environment == environment)
            .Join(connected, c => new { c.Environment, Orcid = (string?)c.Orcid, c.ClientId }, c => new { c.Environment, c.Orcid, c.ClientId }, (copy, c) => new { c.PersonId, copy.SyncItemId, copy.MissingSince, copy.ConfirmedAt });
        var gone = await copies.Where(c => c.MissingSince != null).Select(c => c.PersonId).Distinct().OrderBy(id => id).Take(PeopleAtOnce).ToListAsync(cancellationToken);
        var loose = await copies.Where(c => c.SyncItemId == null && c.MissingSince == null && c.ConfirmedAt >= _triedUntil)
            .GroupBy(c => c.PersonId).Select(g => new { Person = g.Key, ConfirmedAt = g.Max(c => c.ConfirmedAt) }).OrderBy(g => g.ConfirmedAt).Take(PeopleAtOnce).ToListAsync(cancellationToken);
        return (gone, [.. loose.Select(l => new LooseCopies(l.Person, l.ConfirmedAt))]);
    }

    private sealed record LooseCopies(Guid Person, DateTimeOffset ConfirmedAt);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The lease for person {PersonId} went to somebody else while their record was settled")]
    private partial void LeaseLost(Guid personId);
}
