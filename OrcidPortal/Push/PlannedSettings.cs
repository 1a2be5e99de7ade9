using Microsoft.Extensions.Options;
using Microsoft.EntityFrameworkCore;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.OrcidApi;
using OrcidPortal.Records;

namespace OrcidPortal.Push;

/// <summary>Plans everything again where the portal was started with other settings of who and what is sent.</summary>
public sealed class PlannedSettings(Transactions transactions, IOptions<PushOptions> push, IOptions<OrcidOptions> orcid, TimeProvider time)
{
    /// <summary>What planning does since this version that it did not do before; a portal that is brought up to date does it once for all.</summary>
    private const string Looks = "duplicates";

    private bool _looked;

    /// <summary>Looks once in the life of the process.</summary>
    internal async Task LookAsync(CancellationToken cancellationToken)
    {
        if (_looked) return;
        var now = string.Join('\n', [Looks, .. push.Value.OnlyFor, orcid.Value.Scopes, push.Value.RemovalDelay.ToString(), push.Value.QuietTime.ToString(), push.Value.DailyAt.ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture)]);
        await transactions.RunAsync(async (db, ct) =>
        {
            if (await db.Instances.SingleOrDefaultAsync(ct) is not { } instance || instance.PlannedWith == now) return;
            if (instance.PlannedWith is not null) PlanRequests.Ask(db, PlanScope.Everything, null, "settings", time.GetUtcNow());
            instance.PlannedWith = now;
        }, cancellationToken);
        _looked = true;
    }
}
