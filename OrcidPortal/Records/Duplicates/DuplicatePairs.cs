using Microsoft.EntityFrameworkCore;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;

namespace OrcidPortal.Records.Duplicates;

/// <summary>The rows of pairs: one for two records, whichever is named first.</summary>
internal static class DuplicatePairs
{
    /// <summary>A new row for two records.</summary>
    public static DuplicatePair New(Guid one, Guid other, RecordKind kind, DuplicateReason reason, string? key, DateTimeOffset now)
    {
        var (first, second) = InOrder(one, other);
        return new DuplicatePair { FirstId = first, SecondId = second, Kind = kind, Reason = reason, Key = key, FoundAt = now };
    }

    /// <summary>The smaller id first.</summary>
    public static (Guid First, Guid Second) InOrder(Guid one, Guid other) => one.CompareTo(other) < 0 ? (one, other) : (other, one);

    /// <summary>ORCID refused one of them because it has the other: whether they are the same is for a curator to say. What a curator has said stays.</summary>
    public static async Task NoteAsync(PortalDb db, SyncItem one, SyncItem other, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (one.RecordId == other.RecordId || one.Kind != other.Kind) return;
        var (first, second) = InOrder(one.RecordId, other.RecordId);
        if (db.DuplicatePairs.Local.Any(p => p.FirstId == first && p.SecondId == second)) return;
        if (await db.DuplicatePairs.SingleOrDefaultAsync(p => p.FirstId == first && p.SecondId == second, cancellationToken) is { } known)
        {
            // It says more than a title; an identifier says more still.
            if (known is { State: DuplicateState.Open, Reason: DuplicateReason.SameTitle }) known.Reason = DuplicateReason.OrcidSaid;
            return;
        }
        db.DuplicatePairs.Add(New(first, second, one.Kind, DuplicateReason.OrcidSaid, null, now));
    }
}
