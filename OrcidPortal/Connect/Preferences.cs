using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.Live;
using OrcidPortal.OrcidApi;
using OrcidPortal.Records;
using OrcidPortal.Security;

namespace OrcidPortal.Connect;

/// <summary>What people want sent, and how.</summary>
public sealed class Preferences(Transactions transactions, IDbContextFactory<PortalDb> contexts, IOptions<OrcidOptions> orcid, TimeProvider time)
{
    /// <summary>The person's preference; once a day, all works and "leave what is there" where they never chose.</summary>
    public async Task<Preference> GetAsync(Guid personId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Preferences.AsNoTracking().SingleOrDefaultAsync(p => p.PersonId == personId, cancellationToken) ?? new Preference { PersonId = personId };
    }

    /// <summary>Stores the choice with an agreement and has the person planned again. What is at ORCID stays there when less is chosen. The same choice again changes nothing.</summary>
    /// <param name="personId">Whose preference; the caller has checked that the actor may.</param>
    /// <param name="mode">When to send.</param>
    /// <param name="kinds">What to send.</param>
    /// <param name="actor">Who chose.</param>
    /// <param name="language">The language of the page, for example <c>en</c>.</param>
    public Task SaveAsync(Guid personId, SendMode mode, KindPreferences kinds, Actor actor, string language, CancellationToken cancellationToken) =>
        transactions.RunAsync(async (db, ct) =>
        {
            var (now, environment) = (time.GetUtcNow(), orcid.Value.EnvironmentName);
            var preference = await db.Preferences.SingleOrDefaultAsync(p => p.PersonId == personId, ct);
            if (preference is not null && preference.Mode == mode && KindPreferences.Of(preference) == kinds) return;
            var before = preference is null ? null : Describe(preference);
            if (preference is null) db.Preferences.Add(preference = new Preference { PersonId = personId });
            (preference.Mode, preference.ChangedAt) = (mode, now);
            kinds.WriteTo(preference);
            var connection = await db.Connections.AsNoTracking().SingleOrDefaultAsync(c => c.PersonId == personId && c.Environment == environment, ct);
            db.Agreements.Add(Agreements.New(AgreementKind.Preferences, personId, connection?.Orcid, language, connection?.Scopes ?? "", preference, actor, now));
            AuditLog.Add(db, actor, "preferences.changed", $"person:{personId}", before, Describe(preference), now);
            PlanRequests.Ask(db, PlanScope.Person, personId, "preferences", now);
            await Topics.TouchAsync(db, Topics.Person(personId), ct);
        }, cancellationToken);

    /// <summary>The preference in words of the settings, as agreements and audit keep it.</summary>
    internal static string Describe(Preference p) => $"mode={p.Mode}; {KindPreferences.Of(p)}; already-there={p.AlreadyThere}";
}
