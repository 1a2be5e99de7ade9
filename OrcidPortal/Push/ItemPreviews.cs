using Microsoft.EntityFrameworkCore;
using OrcidPortal.Connect;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.Identifiers;
using OrcidPortal.Mapping;
using OrcidPortal.OrcidApi;
using OrcidPortal.Remote;

namespace OrcidPortal.Push;

/// <summary>
/// Shows what would be sent of one item beside what ORCID holds of it now, read live with the person's token. The lease orders writes to a record and what is kept of it; here
/// nothing is written there and nothing of what is read is kept, so that a preview neither takes the lease nor waits for a push.
/// </summary>
public sealed class ItemPreviews(
    IDbContextFactory<PortalDb> databases, Transactions transactions, MappingContexts mapping, Tokens tokens, OrcidMemberClient client, CallBudget budget,
    ConnectionTransitions transitions, TimeProvider time)
{
    private const string ReadScope = "/read-limited";

    /// <summary>Maps the record as it is now and makes at most one call. A registry that is down is a state, not an exception.</summary>
    /// <param name="personId">Whose item; who may ask for whose, the caller decides.</param>
    /// <param name="recordId">Of which record.</param>
    /// <returns>Null where the person has no such item.</returns>
    public async Task<ItemPreview?> LoadAsync(Guid personId, Guid recordId, CancellationToken cancellationToken)
    {
        var openedAt = time.GetUtcNow();
        if (await FindAsync(personId, recordId, cancellationToken) is not var (item, record)) return null;
        if (await tokens.OpenAsync(personId, cancellationToken) is not { } access) return Show(item, record, new ItemPreviewState.NotConnected(), null, null);
        if (await PutCodeAsync(item, access, cancellationToken) is not { } putCode) return Show(item, record, new ItemPreviewState.NothingThere(), null, null);
        var answer = await budget.CallAsync(null, () => client.ReadItemAsync(access.Orcid, access.AccessToken, KindSections.Of(item.Kind), putCode, cancellationToken), cancellationToken);
        if (answer.Value is not { } stored) return Show(item, record, await MissedAsync(access, answer.Result, openedAt), null, putCode);
        return Show(item, record, new ItemPreviewState.Held(RecordPreview.Of(stored.Message), time.GetUtcNow()), stored.Message, putCode);
    }

    private async Task<(SyncItem, MappedRecord)?> FindAsync(Guid personId, Guid recordId, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var item = await db.SyncItems.AsNoTracking().SingleOrDefaultAsync(i => i.PersonId == personId && i.RecordId == recordId, cancellationToken);
        if (item is null) return null;
        var record = await db.Records.AsNoTracking().SingleAsync(r => r.Id == recordId, cancellationToken);
        var contexts = await mapping.LoadAsync(db, [record], cancellationToken);
        return (item, RecordMapper.Map(record.Kind, record.Fields, contexts[recordId]));
    }

    /// <summary>The number in the record the token opens: after a change of iD the item may stand in another one.</summary>
    private async Task<PutCode?> PutCodeAsync(SyncItem item, ConnectionAccess access, CancellationToken cancellationToken)
    {
        var section = KindSections.NameOf(item.Kind);
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var found = await db.RemoteCopies
            .Where(c => c.SyncItemId == item.Id && c.Environment == access.Environment && c.ClientId == access.ClientId && c.Orcid == access.Orcid.Value && c.Section == section)
            .OrderByDescending(c => c.Id).Select(c => (long?)c.PutCode).FirstOrDefaultAsync(cancellationToken);
        return found is { } code ? new PutCode(code) : null;
    }

    /// <summary>What an answer says about the connection is kept, as wherever a call is made: it guards itself by the connection's revision and by when the token was taken.</summary>
    private async Task<ItemPreviewState> MissedAsync(ConnectionAccess access, OrcidResult result, DateTimeOffset openedAt)
    {
        if (result is OrcidResult.NotFound) return new ItemPreviewState.NothingThere();
        var about = await transactions.RunAsync((db, ct) => transitions.ApplyAsync(db, access, result, ReadScope, openedAt, ct), CancellationToken.None);
        return Unreadable(about ?? result switch
        {
            OrcidResult.Busy => "ORCID is busy at the moment. Try again in a minute.",
            OrcidResult.Unreachable or OrcidResult.OutcomeUnknown => "ORCID does not answer at the moment. Try again in a minute.",
            OrcidResult.ClientLocked => "ORCID has locked the portal's access. Its administrators have to ask ORCID.",
            OrcidResult.TokenRejected or OrcidResult.Moved => "The connection changed while ORCID was asked. Try again.",
            _ => "ORCID refused to show this entry.",
        });
    }

    private static ItemPreviewState.Unreadable Unreadable(string sentence) => new(sentence);

    private static ItemPreview Show(SyncItem item, MappedRecord record, ItemPreviewState state, OrcidMessage? held, PutCode? putCode)
    {
        var sent = item.Desired == Desired.Absent ? null : record;
        bool? differs = state switch
        {
            ItemPreviewState.Held => sent is null || Fingerprints.Of(held!) != sent.Fingerprint,
            ItemPreviewState.NothingThere => sent is not null,
            _ => null,
        };
        return new(state, item.Desired, record.CanBeSent, RecordPreview.Compare(sent is null ? null : AsRead(sent.Message), held), sent is null ? "" : ItemPreviewXml.Of(sent, putCode), differs, putCode);
    }

    /// <summary>What a reader of the message gets to see: white space at the ends of a text travels, and is no difference.</summary>
    private static OrcidMessage AsRead(OrcidMessage message) => OrcidMessages.TryRead(OrcidMessages.ToXml(message), out var read) ? read : message;
}
