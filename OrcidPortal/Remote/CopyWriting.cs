using Microsoft.EntityFrameworkCore;
using OrcidPortal.Connect;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.Identifiers;
using OrcidPortal.OrcidApi;

namespace OrcidPortal.Remote;

/// <summary>Writes one complete reading into the tables, in fenced transactions of at most 200 rows; what is as stored is not touched.</summary>
internal sealed class CopyWriting(LeaseHold hold, ConnectionAccess access, DateTimeOffset began, TimeProvider time)
{
    private const string Work = "work";
    private const int Rows = 200;

    /// <summary>Confirms our copies, adds unknown ones, and marks as missing what was confirmed before the reading began and is not in it.</summary>
    public async Task WriteOursAsync(IReadOnlyList<WorkSummary> works, CancellationToken cancellationToken)
    {
        foreach (var chunk in works.DistinctBy(w => w.PutCode).Chunk(Rows)) await hold.RunAsync((db, ct) => ConfirmAsync(db, chunk, ct), cancellationToken);
        var seen = works.Select(w => w.PutCode.Value).ToHashSet();
        while (await hold.RunAsync((db, ct) => MarkMissingAsync(db, seen, ct), cancellationToken) == Rows)
        {
        }
    }

    /// <summary>Replaces what was stored of other sources.</summary>
    public async Task WriteOthersAsync(IReadOnlyList<WorkSummary> works, CancellationToken cancellationToken)
    {
        var seen = works.Select(w => w.PutCode.Value).ToHashSet();
        while (await hold.RunAsync((db, ct) => ForgetAsync(db, seen, ct), cancellationToken) == Rows)
        {
        }
        foreach (var chunk in works.DistinctBy(w => w.PutCode).Chunk(Rows)) await hold.RunAsync((db, ct) => PutOthersAsync(db, chunk, ct), cancellationToken);
    }

    private async Task ConfirmAsync(PortalDb db, WorkSummary[] works, CancellationToken cancellationToken)
    {
        var codes = works.Select(w => w.PutCode.Value).ToArray();
        var known = await Ours(db).Where(c => codes.Contains(c.PutCode)).ToDictionaryAsync(c => c.PutCode, cancellationToken);
        foreach (var work in works)
        {
            if (!known.TryGetValue(work.PutCode.Value, out var copy))
            {
                copy = new RemoteCopy
                {
                    Environment = access.Environment, ClientId = access.ClientId, Orcid = access.Orcid.Value, Section = Work, PutCode = work.PutCode.Value,
                };
                db.RemoteCopies.Add(copy);
            }
            copy.SelfKeys = SelfKeys(work);
            copy.Title = Cut(work.Title, 1000);
            copy.ConfirmedAt = time.GetUtcNow();
            copy.MissingSince = null;
        }
    }

    private async Task<int> MarkMissingAsync(PortalDb db, HashSet<long> seen, CancellationToken cancellationToken)
    {
        var stored = await Ours(db).Where(c => c.ConfirmedAt < began && c.MissingSince == null).Select(c => new { c.Id, c.PutCode }).ToListAsync(cancellationToken);
        var missing = stored.Where(c => !seen.Contains(c.PutCode)).Take(Rows).Select(c => c.Id).ToArray();
        foreach (var copy in await db.RemoteCopies.Where(c => missing.Contains(c.Id)).ToListAsync(cancellationToken)) copy.MissingSince = time.GetUtcNow();
        return missing.Length;
    }

    private async Task<int> ForgetAsync(PortalDb db, HashSet<long> seen, CancellationToken cancellationToken)
    {
        var stored = await Others(db).Select(c => new { c.Id, c.PutCode }).ToListAsync(cancellationToken);
        var gone = stored.Where(c => !seen.Contains(c.PutCode)).Take(Rows).Select(c => c.Id).ToArray();
        await db.ForeignCopies.Where(c => gone.Contains(c.Id)).ExecuteDeleteAsync(cancellationToken);
        return gone.Length;
    }

    private async Task PutOthersAsync(PortalDb db, WorkSummary[] works, CancellationToken cancellationToken)
    {
        var codes = works.Select(w => w.PutCode.Value).ToArray();
        var known = await Others(db).Where(c => codes.Contains(c.PutCode)).ToDictionaryAsync(c => c.PutCode, cancellationToken);
        foreach (var work in works)
        {
            if (!known.TryGetValue(work.PutCode.Value, out var copy))
            {
                copy = new ForeignCopy { Environment = access.Environment, Orcid = access.Orcid.Value, Section = Work, PutCode = work.PutCode.Value };
                db.ForeignCopies.Add(copy);
            }
            copy.SourceName = Cut(work.SourceName ?? (work.SourceOrcid is null ? work.SourceClientId : null) ?? "the person themselves", 300);
            copy.Title = Cut(work.Title, 1000);
            copy.Type = work.Type is { } type ? Cut(type, 60) : null;
            copy.Year = work.Date?.Year;
            copy.Visibility = Cut(work.Visibility, 30);
            copy.SelfKeys = SelfKeys(work);
            copy.ReadAt = time.GetUtcNow();
        }
    }

    private IQueryable<RemoteCopy> Ours(PortalDb db) => db.RemoteCopies.Where(c =>
        c.Environment == access.Environment && c.ClientId == access.ClientId && c.Orcid == access.Orcid.Value && c.Section == Work);

    private IQueryable<ForeignCopy> Others(PortalDb db) => db.ForeignCopies.Where(c =>
        c.Environment == access.Environment && c.Orcid == access.Orcid.Value && c.Section == Work);

    private static ValueList<string> SelfKeys(WorkSummary work) =>
        [.. work.ExternalIds.Where(i => i.Relationship == Relationship.Self).Select(i => i.Key).Distinct(StringComparer.Ordinal)];

    private static string Cut(string text, int length) => text.Length <= length ? text : text[..(length - 1)] + "…";
}
