using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using OrcidPortal.Connect;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.OrcidApi;
using OrcidPortal.Remote;

namespace OrcidPortal.Push;

/// <summary>What a reading by the pull found gone is noted with its item, also where nothing else is due for that person. No call is made.</summary>
public sealed partial class RemovedCopies(
    Tokens tokens, Leases leases, CopySettling settling, IDbContextFactory<PortalDb> contexts, IOptions<OrcidOptions> orcid, TimeProvider time, ILogger<RemovedCopies> logger)
{
    private const int PeopleAtOnce = 100;

    /// <summary>Notes it for at most 100 people; whoever is being sent or read is left to that.</summary>
    public async Task SettleAsync(CancellationToken cancellationToken)
    {
        foreach (var person in await FindAsync(cancellationToken))
        {
            var openedAt = time.GetUtcNow();
            if (await tokens.OpenAsync(person, cancellationToken) is not { } access) continue;
            await using var hold = await leases.TakeAsync(Leases.KeyOf(access.Environment, access.ClientId, access.Orcid.Value), cancellationToken);
            if (hold is null) continue;
            try
            {
                await settling.SettleAsync(new PersonSession(access, hold, openedAt), cancellationToken);
            }
            catch (LeaseLostException)
            {
                LeaseLost(person);
            }
        }
    }

    private async Task<List<Guid>> FindAsync(CancellationToken cancellationToken)
    {
        var environment = orcid.Value.EnvironmentName;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.RemoteCopies.Where(c => c.MissingSince != null && c.Environment == environment)
            .Join(db.Connections.Where(c => c.State == ConnectionState.Connected), c => new { c.Environment, Orcid = (string?)c.Orcid, c.ClientId }, c => new { c.Environment, c.Orcid, c.ClientId }, (_, c) => c.PersonId)
            .Distinct().OrderBy(id => id).Take(PeopleAtOnce).ToListAsync(cancellationToken);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The lease for person {PersonId} went to somebody else while their record was settled")]
    private partial void LeaseLost(Guid personId);
}
