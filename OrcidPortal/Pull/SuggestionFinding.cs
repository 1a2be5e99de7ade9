using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using OrcidPortal.Connect;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.Identifiers;
using OrcidPortal.Live;
using OrcidPortal.Mapping.Messages;
using OrcidPortal.OrcidApi;
using OrcidPortal.Records;
using OrcidPortal.Records.Vocabularies;
using OrcidPortal.Remote;

namespace OrcidPortal.Pull;

/// <summary>
/// Compares what ORCID holds of a person from others with their records, a hundred entries at a time, and writes what they are asked. Only what is none of their records for
/// sure is read whole: a hundred works in one call.
/// </summary>
public sealed class SuggestionFinding(RecordCalls calls, IDbContextFactory<PortalDb> contexts, VocabularyStore vocabularies, RecordCorrections corrections, IOptions<PullOptions> pull, TimeProvider time)
{
    private const string Works = "work";

    /// <summary>Compares all of it.</summary>
    /// <param name="readAt">The reading that is compared.</param>
    /// <returns>Null where it is done; else ORCID's answer that stopped it: what was found so far stays.</returns>
    /// <exception cref="LeaseLostException">Somebody else holds the lease now.</exception>
    internal async Task<OrcidResult?> FindAsync(ConnectionAccess access, LeaseHold hold, DateTimeOffset readAt, CancellationToken cancellationToken)
    {
        var began = time.GetUtcNow();
        OwnRecords own;
        VocabularySnapshot words;
        await using (var db = await contexts.CreateDbContextAsync(cancellationToken))
        {
            words = await vocabularies.CurrentAsync(db, cancellationToken);
            own = await OwnRecords.LoadAsync(db, access.PersonId, words, cancellationToken);
        }
        var changed = false;
        foreach (var section in await SectionsAsync(access, cancellationToken))
        {
            var after = 0L;
            while (await NextAsync(access, section, after, cancellationToken) is { Count: > 0 } copies)
            {
                after = copies[^1].PutCode;
                if (await ReadWholeAsync(access, hold, own, copies, cancellationToken) is { } failure) return failure;
                var known = await InLibraryAsync(access.PersonId, copies, words, cancellationToken);
                changed |= await hold.RunAsync((db, ct) => new SuggestionWriting(db, access, own, known, corrections, pull.Value.FillEmpty, time.GetUtcNow()).WriteAsync(copies, ct), cancellationToken);
            }
        }
        while (await hold.RunAsync((db, ct) => ForgetAsync(db, access, ct), cancellationToken) > 0) changed = true;
        await hold.RunAsync((db, ct) => EndAsync(db, access, readAt, began, changed, ct), cancellationToken);
        return null;
    }

    private async Task<List<string>> SectionsAsync(ConnectionAccess access, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await Of(db, access).Select(c => c.Section).Distinct().ToListAsync(cancellationToken);
    }

    private async Task<List<ForeignCopy>> NextAsync(ConnectionAccess access, string section, long after, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await Of(db, access).Where(c => c.Section == section && c.PutCode > after).OrderBy(c => c.PutCode).Take(OrcidMemberClient.BulkLimit).ToListAsync(cancellationToken);
    }

    private static IQueryable<ForeignCopy> Of(PortalDb db, ConnectionAccess access) =>
        db.ForeignCopies.AsNoTracking().Where(c => c.Environment == access.Environment && c.Orcid == access.Orcid.Value);

    /// <summary>Reads what a list shows in part only, where it is none of ours for sure.</summary>
    private async Task<OrcidResult?> ReadWholeAsync(ConnectionAccess access, LeaseHold hold, OwnRecords own, List<ForeignCopy> copies, CancellationToken cancellationToken)
    {
        var part = copies.Where(c => c.DetailsAt is null && own.Find(c).Match != SuggestionMatch.Same).ToList();
        if (part.Count == 0) return null;
        var whole = new List<StoredItem>();
        if (part[0].Section == Works)
        {
            var answer = await calls.WorksAsync(access, hold, [.. part.Select(c => new PutCode(c.PutCode))], cancellationToken);
            if (answer.Value is not { } works) return answer.Result;
            whole.AddRange(works);
        }
        else
        {
            foreach (var copy in part)
            {
                if (!OrcidSections.TryParse(copy.Section, out var section)) continue;
                var answer = await calls.ItemAsync(access, hold, section, new PutCode(copy.PutCode), cancellationToken);
                if (answer.Value is { } item) whole.Add(item);
                // What was removed a moment ago is not there at the next reading.
                else if (answer.Result is not OrcidResult.NotFound) return answer.Result;
            }
        }
        var now = time.GetUtcNow();
        var read = whole.DistinctBy(CopyWriting.Place).ToDictionary(CopyWriting.Place);
        foreach (var copy in part)
            if (read.TryGetValue((copy.Section, copy.PutCode), out var item)) (copy.Fields, copy.DetailsAt, copy.LastModified) = (MessageFields.Of(item.Message).Fields, now, item.LastModified ?? copy.LastModified);
        await hold.RunAsync((db, ct) => KeepAsync(db, part, ct), cancellationToken);
        // What was not among the answers was removed meanwhile.
        copies.RemoveAll(c => c.DetailsAt is null && part.Contains(c));
        return null;
    }

    private static async Task KeepAsync(PortalDb db, List<ForeignCopy> read, CancellationToken cancellationToken)
    {
        var ids = read.Where(c => c.DetailsAt is not null).Select(c => c.Id).ToArray();
        var stored = await db.ForeignCopies.Where(c => ids.Contains(c.Id)).ToDictionaryAsync(c => c.Id, cancellationToken);
        foreach (var copy in read)
            if (stored.TryGetValue(copy.Id, out var row)) (row.Fields, row.DetailsAt, row.LastModified) = (copy.Fields, copy.DetailsAt, copy.LastModified);
    }

    /// <summary>Records of others that an identifier names: a colleague's work is the same work.</summary>
    private async Task<IReadOnlyDictionary<Guid, Guid>> InLibraryAsync(Guid personId, List<ForeignCopy> copies, VocabularySnapshot words, CancellationToken cancellationToken)
    {
        var keys = copies.Where(c => c.Kind is RecordKind.Work or RecordKind.Funding).SelectMany(c => MatchKeys.Of(c.Kind, c.Fields, words).Where(k => !MatchKeys.AsksForTitle(k.Type, k.Value)).Select(k => (c.Id, c.Kind, k.Type, k.Value))).ToList();
        if (keys.Count == 0) return new Dictionary<Guid, Guid>();
        var values = keys.Select(k => k.Value).Distinct().ToArray();
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var found = (await db.RecordKeys.AsNoTracking().Where(k => values.Contains(k.Value) && !db.RecordPeople.Any(p => p.RecordId == k.RecordId && p.PersonId == personId && p.EndedAt == null)).ToListAsync(cancellationToken))
            .ToLookup(k => (k.Kind, k.Type, k.Value), k => k.RecordId);
        return keys.Select(k => (k.Id, Record: found[(k.Kind, k.Type, k.Value)].FirstOrDefault())).Where(k => k.Record != Guid.Empty).DistinctBy(k => k.Id).ToDictionary(k => k.Id, k => k.Record);
    }

    /// <summary>What no longer stands there is not asked any more; what the person said of it is kept, should it come back.</summary>
    private static async Task<int> ForgetAsync(PortalDb db, ConnectionAccess access, CancellationToken cancellationToken)
    {
        var gone = await db.Suggestions.Where(s => s.PersonId == access.PersonId && s.Environment == access.Environment && !s.IsGone
                && (s.Orcid != access.Orcid.Value || !db.ForeignCopies.Any(c => c.Environment == s.Environment && c.Orcid == s.Orcid && c.Section == s.Section && c.PutCode == s.PutCode)))
            .OrderBy(s => s.Id).Take(100).ToListAsync(cancellationToken);
        foreach (var suggestion in gone)
        {
            if (suggestion.DecidedAt is null) db.Suggestions.Remove(suggestion);
            else suggestion.IsGone = true;
        }
        return gone.Count;
    }

    private async Task EndAsync(PortalDb db, ConnectionAccess access, DateTimeOffset readAt, DateTimeOffset began, bool changed, CancellationToken cancellationToken)
    {
        var connection = await db.Connections.FirstOrDefaultAsync(c => c.PersonId == access.PersonId && c.Environment == access.Environment && c.Orcid == access.Orcid.Value, cancellationToken);
        if (connection is null) return;
        (connection.ComparedAt, connection.WorkedOutAt) = (readAt, began);
        if (changed)
        {
            PlanRequests.Ask(db, PlanScope.Person, access.PersonId, "suggestions", time.GetUtcNow());
            await Topics.TouchAsync(db, Topics.Person(access.PersonId), cancellationToken);
        }
        if (ReadFailures.Forget(connection)) await Topics.TouchAsync(db, Topics.Overview, cancellationToken);
    }
}
