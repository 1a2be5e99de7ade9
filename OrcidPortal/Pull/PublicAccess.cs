using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using OrcidPortal.Connect;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.Identifiers;
using OrcidPortal.OrcidApi;
using OrcidPortal.Remote;

namespace OrcidPortal.Pull;

/// <summary>With what a record is read whose person's permission ORCID no longer takes: the institution's own token, which shows what is public. Who disconnected is not read at all.</summary>
public sealed partial class PublicAccess(
    InstitutionTokens tokens, IDbContextFactory<PortalDb> contexts, [FromKeyedServices(CallBudget.Public)] CallBudget budget, IOptions<OrcidOptions> orcid, TimeProvider time, ILogger<PublicAccess> logger)
{
    internal const string Scope = "/read-public";

    /// <summary>ORCID hardly changes its mind about what these credentials may do.</summary>
    private static readonly TimeSpan WithoutToken = TimeSpan.FromHours(1);
    private static readonly TimeSpan WithoutAnswer = TimeSpan.FromMinutes(1);
    private long _askAgainAt;
    private int _isSaid;

    /// <summary>What a reading needs.</summary>
    /// <returns>Null where the person's permission was not rejected, or nobody can be read without one now.</returns>
    internal async Task<ConnectionAccess?> OpenAsync(Guid personId, CancellationToken cancellationToken)
    {
        if (await FindAsync(personId, cancellationToken) is not { } connection || !OrcidId.TryParse(connection.Orcid, out var id) || !await MayReadAsync(cancellationToken)) return null;
        var grant = await tokens.GetAsync(Scope, cancellationToken);
        if (grant.Value is not { } token)
        {
            Rest(grant.Result);
            return null;
        }
        Volatile.Write(ref _isSaid, 0);
        return new ConnectionAccess(personId, id, token.AccessToken, connection.Environment, connection.ClientId, Scope) { IsPublic = true };
    }

    /// <summary>Whether ORCID's public API can be asked now: it answers, its calls of the day are not used up, and the institution has a token or may ask for one.</summary>
    internal async Task<bool> MayReadAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        return now.UtcTicks >= Interlocked.Read(ref _askAgainAt) && !(await budget.ClosedAsync(cancellationToken) is { } closed && closed.ProbeAt > now);
    }

    /// <summary>ORCID did not take the institution's token for a reading: the next one is made with another.</summary>
    internal void Refused(OrcidResult result)
    {
        tokens.Forget(Scope);
        Rest(result);
    }

    private void Rest(OrcidResult because)
    {
        var isLasting = because is not (OrcidResult.Busy or OrcidResult.Unreachable or OrcidResult.OutcomeUnknown or OrcidResult.TokenRejected);
        Interlocked.Exchange(ref _askAgainAt, (time.GetUtcNow() + (isLasting ? WithoutToken : WithoutAnswer)).UtcTicks);
        if (isLasting && Interlocked.Exchange(ref _isSaid, 1) == 0) LogNoToken(because.Name, because.Message);
    }

    private async Task<Connection?> FindAsync(Guid personId, CancellationToken cancellationToken)
    {
        var environment = orcid.Value.EnvironmentName;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Connections.AsNoTracking().SingleOrDefaultAsync(c => c.PersonId == personId && c.Environment == environment && c.State == ConnectionState.TokenRejected && c.Orcid != null, cancellationToken);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "ORCID gave the institution no token for what is public: {Result}, {Message}. Records of people whose permission was rejected are not read; the portal asks again every hour")]
    private partial void LogNoToken(string result, string? message);
}
