using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using OrcidPortal.Connect;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.Live;
using OrcidPortal.OrcidApi;
using OrcidPortal.Records;
using OrcidPortal.Security;

namespace OrcidPortal.Push;

/// <summary>The first sync: what would be sent, and the person's confirmation. Nothing is sent before it.</summary>
public sealed class FirstSync(Transactions transactions, FirstSyncReading reading, IOptions<OrcidOptions> orcid, TimeProvider time)
{
    /// <summary>Why a work that was not ticked is left out; it can be included again.</summary>
    internal const string LeftOut = "left at first sync";
    private const int ItemsPerTransaction = 200;

    /// <summary>What the person is asked to confirm.</summary>
    /// <returns>Null where the person is not connected or has confirmed already.</returns>
    public Task<FirstSyncView?> LoadAsync(Guid personId, CancellationToken cancellationToken) => reading.LoadAsync(personId, cancellationToken);

    /// <summary>Saves the confirmation. The caller then starts <see cref="PushJob"/> for the person.</summary>
    /// <param name="sendItemIds">What the person ticked; what is not ticked is left out and can be included again.</param>
    /// <param name="addOursWhereAlreadyThere">The rule for works ORCID has from another source: add the library as a further source.</param>
    /// <param name="language">The language of the text confirmed, for example <c>en</c>.</param>
    /// <returns>How many works go now.</returns>
    public async Task<int> ConfirmAsync(
        Guid personId, IReadOnlySet<Guid> sendItemIds, bool addOursWhereAlreadyThere, Actor actor, string language, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(sendItemIds);
        ArgumentNullException.ThrowIfNull(actor);
        if (await LoadAsync(personId, cancellationToken) is not { Reading: false, ReadFailure: null } view) return 0;
        var offered = view.NotThereYet.Concat(view.LooksTheSame).Select(r => r.ItemId).ToList();
        List<Guid> send = [.. offered.Where(sendItemIds.Contains), .. addOursWhereAlreadyThere ? view.AlreadyThere.Select(r => r.ItemId) : []];
        List<Guid> leave = [.. offered.Where(id => !sendItemIds.Contains(id))];
        // Items first, the confirmation last: whoever is stopped in between confirms again, and nothing has been sent.
        foreach (var part in send.Chunk(ItemsPerTransaction)) await transactions.RunAsync((db, ct) => DecideAsync(db, personId, part, true, actor, ct), cancellationToken);
        foreach (var part in leave.Chunk(ItemsPerTransaction)) await transactions.RunAsync((db, ct) => DecideAsync(db, personId, part, false, actor, ct), cancellationToken);
        var confirmed = await transactions.RunAsync((db, ct) => ConfirmAsync(db, personId, addOursWhereAlreadyThere, actor, language, ct), cancellationToken);
        return confirmed ? send.Count : 0;
    }

    private async Task DecideAsync(PortalDb db, Guid personId, Guid[] ids, bool send, Actor actor, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        foreach (var item in await db.SyncItems.Where(i => i.PersonId == personId && ids.Contains(i.Id)).ToListAsync(cancellationToken))
        {
            if (item.ExcludedByLibrary || (send && item.ExcludedAt is not null && item.ExcludedReason != LeftOut)) continue;
            // A name goes only once the person has said so of it; not ticked it waits for their word.
            if (item.Kind == RecordKind.OtherName)
            {
                item.ConfirmedVersion = send ? item.DesiredVersion : null;
                if (!send) continue;
            }
            item.ExcludedAt = send ? null : now;
            item.ExcludedBy = send ? null : actor.Name;
            item.ExcludedReason = send ? null : LeftOut;
            item.SendNowAt = send ? now : null;
            item.SendNowBy = send ? actor.Name : null;
            SyncStates.Settle(item, now);
        }
    }

    private async Task<bool> ConfirmAsync(PortalDb db, Guid personId, bool addOurs, Actor actor, string language, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var connection = await db.Connections.SingleOrDefaultAsync(c => c.PersonId == personId && c.Environment == orcid.Value.EnvironmentName, cancellationToken);
        if (connection is not { State: ConnectionState.Connected, FirstSyncConfirmedAt: null, ReadAt: not null }) return false;
        connection.FirstSyncConfirmedAt = now;
        var preference = await db.Preferences.SingleOrDefaultAsync(p => p.PersonId == personId, cancellationToken);
        if (preference is null) db.Preferences.Add(preference = new Preference { PersonId = personId });
        preference.AlreadyThere = addOurs ? AlreadyThereRule.AddOurs : AlreadyThereRule.Leave;
        preference.ChangedAt = now;
        db.Agreements.Add(Agreements.New(AgreementKind.FirstSync, personId, connection.Orcid, language, connection.Scopes, preference, actor, now));
        AuditLog.Add(db, actor, "first-sync.confirmed", $"person:{personId}", null, $"already-there={preference.AlreadyThere}", now);
        PlanRequests.Ask(db, PlanScope.Person, personId, "first-sync", now);
        await Topics.TouchAsync(db, Topics.Person(personId), cancellationToken);
        await Topics.TouchAsync(db, Topics.People, cancellationToken);
        return true;
    }
}
