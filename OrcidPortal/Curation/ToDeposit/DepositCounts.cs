using Microsoft.EntityFrameworkCore;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;

namespace OrcidPortal.Curation.ToDeposit;

/// <summary>How many works wait for the repository; counted anew each time, by an index.</summary>
public sealed class DepositCounts(IDbContextFactory<PortalDb> contexts)
{
    /// <summary>The counts now.</summary>
    /// <param name="within">Of works of these departments; null: of all.</param>
    public async Task<DepositSummary> CountAsync(CancellationToken cancellationToken, ValueList<string>? within = null)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return new DepositSummary(await CountAsync(db, DepositState.Waiting, within, cancellationToken), await CountAsync(db, DepositState.Taken, within, cancellationToken), await CountAsync(db, DepositState.Declined, within, cancellationToken));
    }

    /// <summary>How many wait.</summary>
    /// <inheritdoc cref="CountAsync(CancellationToken, ValueList{string})"/>
    public async Task<int> WaitingAsync(CancellationToken cancellationToken, ValueList<string>? within = null)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await CountAsync(db, DepositState.Waiting, within, cancellationToken);
    }

    private static Task<int> CountAsync(PortalDb db, DepositState state, ValueList<string>? within, CancellationToken cancellationToken) =>
        DepositList.Of(db, new DepositFilter(state, Within: within)).CountAsync(cancellationToken);
}

/// <summary>Works that only ORCID has, by what curators did about them.</summary>
public sealed record DepositSummary(int Waiting, int Taken, int Declined)
{
    /// <summary>How many are in a state.</summary>
    public int Of(DepositState state) => state switch { DepositState.Taken => Taken, DepositState.Declined => Declined, _ => Waiting };

    /// <summary>In all.</summary>
    public int All => Waiting + Taken + Declined;
}
