using Microsoft.EntityFrameworkCore;
using OrcidPortal.Connect;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.History;
using OrcidPortal.Identifiers;
using OrcidPortal.Mapping;
using OrcidPortal.Mapping.Messages;
using OrcidPortal.OrcidApi;
using OrcidPortal.Records;

namespace OrcidPortal.Remote;

/// <summary>Writes one complete reading into the tables, in fenced transactions of at most 200 rows; what is as stored is not touched.</summary>
internal sealed class CopyWriting(LeaseHold hold, ConnectionAccess access, DateTimeOffset began, TimeProvider time)
{
    private const int Rows = 200;

    /// <summary>Confirms our copies, adds unknown ones, and marks as missing what was confirmed before the reading began and is not in it.</summary>
    /// <returns>False where something is not in it that was confirmed since: only a later reading can tell whether it is missing.</returns>
    public async Task<bool> WriteOursAsync(IReadOnlyList<StoredItem> items, CancellationToken cancellationToken)
    {
        await ConfirmAsync(items, cancellationToken);
        return await MarkMissingAsync(items, null, cancellationToken);
    }

    /// <summary>Confirms our copies and adds unknown ones.</summary>
    public async Task ConfirmAsync(IEnumerable<StoredItem> items, CancellationToken cancellationToken)
    {
        foreach (var chunk in items.DistinctBy(Place).Chunk(Rows)) await hold.RunAsync((db, ct) => ConfirmAsync(db, chunk, ct), cancellationToken);
    }

    /// <summary>Marks as missing what was confirmed before the reading began and is not in it.</summary>
    /// <param name="items">All of ours that the reading showed.</param>
    /// <param name="only">Only those of these places; null: all.</param>
    /// <returns>False where something is neither in it nor could be marked.</returns>
    public async Task<bool> MarkMissingAsync(IReadOnlyList<StoredItem> items, IReadOnlySet<(string Section, long PutCode)>? only, CancellationToken cancellationToken)
    {
        var seen = items.Select(Place).ToHashSet();
        while (true)
        {
            var (marked, isAll) = await hold.RunAsync((db, ct) => MarkMissingAsync(db, seen, only, ct), cancellationToken);
            if (marked < Rows) return isAll;
        }
    }

    /// <summary>Replaces what was stored of other sources.</summary>
    public async Task WriteOthersAsync(IReadOnlyList<StoredItem> items, CancellationToken cancellationToken)
    {
        var seen = items.Select(Place).ToHashSet();
        while (await hold.RunAsync((db, ct) => ForgetAsync(db, seen, ct), cancellationToken) == Rows)
        {
        }
        foreach (var chunk in items.DistinctBy(Place).Chunk(Rows)) await hold.RunAsync((db, ct) => PutOthersAsync(db, chunk, ct), cancellationToken);
    }

    private async Task ConfirmAsync(PortalDb db, StoredItem[] items, CancellationToken cancellationToken)
    {
        var codes = items.Select(i => i.PutCode.Value).ToArray();
        var known = await Ours(db).Where(c => codes.Contains(c.PutCode)).ToDictionaryAsync(c => (c.Section, c.PutCode), cancellationToken);
        foreach (var item in items)
        {
            if (!known.TryGetValue(Place(item), out var copy))
            {
                copy = new RemoteCopy
                {
                    Environment = access.Environment, ClientId = access.ClientId, Orcid = access.Orcid.Value, Section = item.Message.Section.Name(), PutCode = item.PutCode.Value,
                };
                db.RemoteCopies.Add(copy);
            }
            // A list shows positions and profile items whole, works and fundings not: of these the content is looked at before anything is sent.
            if (copy.SyncItemId is null && item.Message is not (WorkMessage or FundingMessage)) copy.Fingerprint = Fingerprints.Of(item.Message);
            copy.SelfKeys = [.. SelfKeys.Of(item.Message)];
            copy.Title = Cut(TitleOf(item), 1000);
            await NoteVisibilityAsync(db, copy, item.Visibility, cancellationToken);
            copy.PreferredFrom = item.PreferredFrom is { } other ? Cut(other, 300) : null;
            copy.ConfirmedAt = time.GetUtcNow();
            copy.MissingSince = null;
        }
    }

    /// <summary>Who may see it is the person's to say; that they changed it stands in the history.</summary>
    private async Task NoteVisibilityAsync(PortalDb db, RemoteCopy copy, string visibility, CancellationToken cancellationToken)
    {
        if (visibility.Length == 0 || copy.Visibility == visibility) return;
        if (copy.Visibility is { } before)
        {
            var record = await db.SyncItems.Where(i => i.Id == copy.SyncItemId).Select(i => (Guid?)i.RecordId).FirstOrDefaultAsync(cancellationToken);
            Ledger.Add(db, new HistoryEntry
            {
                At = time.GetUtcNow(), PersonId = access.PersonId, RecordId = record, SyncItemId = copy.SyncItemId, Orcid = access.Orcid.Value, Operation = SyncOperation.Read, Outcome = HistoryOutcome.Done, Section = copy.Section,
                PutCode = copy.PutCode, Title = copy.Title, Message = $"Who may see it was changed at ORCID from {before} to {visibility}.", By = Actor.System("read").Name,
            });
        }
        copy.Visibility = Cut(visibility, 30);
    }

    private async Task<(int Marked, bool IsAll)> MarkMissingAsync(PortalDb db, HashSet<(string, long)> seen, IReadOnlySet<(string, long)>? only, CancellationToken cancellationToken)
    {
        var stored = await Ours(db).Where(c => c.MissingSince == null).Select(c => new { c.Id, c.Section, c.PutCode, c.ConfirmedAt }).ToListAsync(cancellationToken);
        var unseen = stored.Where(c => !seen.Contains((c.Section, c.PutCode)) && only?.Contains((c.Section, c.PutCode)) != false).ToList();
        // What was sent while it was read is not in it, and is there all the same.
        var missing = unseen.Where(c => c.ConfirmedAt < began).Take(Rows).Select(c => c.Id).ToArray();
        foreach (var copy in await db.RemoteCopies.Where(c => missing.Contains(c.Id)).ToListAsync(cancellationToken)) copy.MissingSince = time.GetUtcNow();
        return (missing.Length, unseen.TrueForAll(c => c.ConfirmedAt < began));
    }

    private async Task<int> ForgetAsync(PortalDb db, HashSet<(string, long)> seen, CancellationToken cancellationToken)
    {
        var stored = await Others(db).Select(c => new { c.Id, c.Section, c.PutCode }).ToListAsync(cancellationToken);
        var gone = stored.Where(c => !seen.Contains((c.Section, c.PutCode))).Take(Rows).Select(c => c.Id).ToArray();
        await db.ForeignCopies.Where(c => gone.Contains(c.Id)).ExecuteDeleteAsync(cancellationToken);
        return gone.Length;
    }

    private async Task PutOthersAsync(PortalDb db, StoredItem[] items, CancellationToken cancellationToken)
    {
        var codes = items.Select(i => i.PutCode.Value).ToArray();
        var known = await Others(db).Where(c => codes.Contains(c.PutCode)).ToDictionaryAsync(c => (c.Section, c.PutCode), cancellationToken);
        foreach (var item in items)
        {
            if (!known.TryGetValue(Place(item), out var copy))
            {
                copy = new ForeignCopy { Environment = access.Environment, Orcid = access.Orcid.Value, Section = item.Message.Section.Name(), PutCode = item.PutCode.Value };
                db.ForeignCopies.Add(copy);
            }
            if (copy.LastModified is null || copy.LastModified != item.LastModified)
            {
                (copy.Kind, copy.Fields) = MessageFields.Of(item.Message);
                copy.LastModified = item.LastModified;
                // A list shows positions and profile items whole, works and fundings not.
                copy.DetailsAt = item.Message is WorkMessage or FundingMessage ? null : time.GetUtcNow();
                copy.ReadAt = time.GetUtcNow();
            }
            copy.SourceName = item.SourceOrcid == access.Orcid.Value ? ForeignCopy.Themselves : Cut(item.SourceName ?? (item.SourceOrcid is null ? item.SourceClientId : null) ?? ForeignCopy.Themselves, 300);
            copy.Title = Cut(TitleOf(item), 1000);
            var (type, year) = TypeAndYear(item.Message);
            copy.Type = type is null ? null : Cut(type, 60);
            copy.Year = year;
            copy.Visibility = Cut(item.Visibility, 30);
            copy.SelfKeys = [.. SelfKeys.Of(item.Message)];
        }
    }

    private IQueryable<RemoteCopy> Ours(PortalDb db) => db.RemoteCopies.Where(c =>
        c.Environment == access.Environment && c.ClientId == access.ClientId && c.Orcid == access.Orcid.Value);

    private IQueryable<ForeignCopy> Others(PortalDb db) => db.ForeignCopies.Where(c =>
        c.Environment == access.Environment && c.Orcid == access.Orcid.Value);

    internal static (string Section, long PutCode) Place(StoredItem item) => (item.Message.Section.Name(), item.PutCode.Value);

    internal static string TitleOf(StoredItem item)
    {
        var (kind, fields) = MessageFields.Of(item.Message);
        return RecordTitles.Of(kind, fields);
    }

    private static (string? Type, int? Year) TypeAndYear(OrcidMessage message) => message switch
    {
        WorkMessage work => (work.Type.Length == 0 ? null : work.Type, work.PublicationDate?.Year),
        FundingMessage funding => (funding.Type.Length == 0 ? null : funding.Type, funding.StartDate?.Year),
        AffiliationMessage position => (null, position.StartDate?.Year),
        _ => (null, null),
    };

    private static string Cut(string text, int length) => text.Length <= length ? text : text[..(length - 1)] + "…";
}
