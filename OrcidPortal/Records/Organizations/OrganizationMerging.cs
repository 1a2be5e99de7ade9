using Microsoft.EntityFrameworkCore;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;

namespace OrcidPortal.Records.Organizations;

/// <summary>
/// Two organisations of the directory that are the same: one stays, and the names and identifiers of the other lead to it. All of it is one transaction;
/// it cannot be taken back. Who may do it is the caller's to check.
/// </summary>
public sealed class OrganizationMerging(IDbContextFactory<PortalDb> contexts, Transactions transactions, TimeProvider time)
{
    /// <summary>What follows if they are merged.</summary>
    /// <param name="keepId">The one that stays.</param>
    /// <param name="goneId">The one that goes.</param>
    /// <returns>Null where one of them is not there.</returns>
    public async Task<OrganizationMergePreview?> PreviewAsync(Guid keepId, Guid goneId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await OrganizationSaving.FindAsync(db, keepId, cancellationToken) is not { } kept || await OrganizationSaving.FindAsync(db, goneId, cancellationToken) is not { } gone) return null;
        var counts = await OrganizationUse.CountAsync(db, [kept, gone], cancellationToken);
        var names = NewNames(kept, gone).Select(n => n.Name).Where(n => n != kept.Name).Order(StringComparer.Ordinal).ToList();
        var ids = gone.Identifiers.Select(i => new OrganizationId(i.Source, i.Value)).OrderBy(i => i.Source, StringComparer.Ordinal).ThenBy(i => i.Value, StringComparer.Ordinal).ToList();
        return new OrganizationMergePreview(
            kept.Name, gone.Name, names, ids, kept.City ?? gone.City, kept.Region ?? gone.Region, kept.Country ?? gone.Country, Tie(kept, gone), counts.GetValueOrDefault(keepId), counts.GetValueOrDefault(goneId),
            Refusal(kept, gone), kept.Revision, gone.Revision);
    }

    /// <summary>Merges them; records that named either are planned again.</summary>
    /// <param name="keptRevision">Of the one that stays, as it was shown.</param>
    /// <param name="goneRevision">Of the one that goes, as it was shown.</param>
    /// <param name="actor">Who does it, for the audit.</param>
    public Task<OrganizationMergeResult> MergeAsync(Guid keepId, Guid goneId, int keptRevision, int goneRevision, Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return transactions.RunAsync<OrganizationMergeResult>(async (db, ct) =>
        {
            if (await OrganizationSaving.FindAsync(db, keepId, ct) is not { } kept || await OrganizationSaving.FindAsync(db, goneId, ct) is not { } gone) return new OrganizationMergeResult.Missing();
            if (Refusal(kept, gone) is { } sentence) return new OrganizationMergeResult.Refused(sentence);
            if (kept.Revision != keptRevision || gone.Revision != goneRevision) return new OrganizationMergeResult.Changed();
            var now = time.GetUtcNow();
            var (before, goneBefore) = (OrganizationAudit.Describe(kept), OrganizationAudit.Describe(gone));
            var keys = OrganizationKeys.Of(kept).Union(OrganizationKeys.Of(gone)).ToList();
            PutNames(db, kept, gone);
            MoveIdentifiers(kept, gone);
            (kept.City, kept.Region, kept.Country, kept.Tie) = (kept.City ?? gone.City, kept.Region ?? gone.Region, kept.Country ?? gone.Country, Tie(kept, gone));
            // From now on a load of ROR leaves it as it is: what it got would be taken away.
            db.Entry(kept).Property(o => o.Source).CurrentValue = OrganizationSource.Hand;
            await db.SaveChangesAsync(ct);
            db.Organizations.Remove(gone);
            await db.BulkFixes.Where(f => f.OrganizationId == goneId).ExecuteUpdateAsync(s => s.SetProperty(f => f.OrganizationId, (Guid?)keepId), ct);
            new OrganizationSaving(actor, now).Conclude(db, kept, "organization.merged", before, OrganizationAudit.Describe(kept), keys);
            OrganizationAudit.Add(db, actor, "organization.merged", $"organization:{goneId}", goneBefore, OrganizationAudit.MergedInto + keepId, now);
            return new OrganizationMergeResult.Done(keepId);
        }, cancellationToken);
    }

    /// <summary>Where an organisation is now that was merged into another one, perhaps several times.</summary>
    /// <returns>Null where it was never merged.</returns>
    public async Task<Guid?> MergedIntoAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        for (Guid? into = null; ;)
        {
            var subject = $"organization:{into ?? id}";
            var after = await db.Audit.Where(a => a.Subject == subject && a.Action == "organization.merged" && a.After!.StartsWith(OrganizationAudit.MergedInto)).Select(a => a.After).FirstOrDefaultAsync(cancellationToken);
            if (after is null || !Guid.TryParse(after.AsSpan(OrganizationAudit.MergedInto.Length), out var next)) return into;
            into = next;
        }
    }

    private static string? Refusal(Organization kept, Organization gone)
    {
        if (kept.Id == gone.Id) return "This is the same organisation. Choose another one.";
        if (Ror(kept) is { } stays && Ror(gone) is { } goes)
            return $"ROR knows two organisations, {stays} and {goes}: merged here, each load of ROR would write both into one. Where ROR is wrong, tell ROR (ror.org); where one ROR id is wrong here, take it away on that organisation's page first.";
        return kept.Status == gone.Status ? null
            : $"“{(kept.Status == OrganizationStatus.Active ? gone : kept).Name}” is closed according to ROR and the other one is not: the next load of ROR would say so of what they become. Records that still name the closed one are corrected better.";
    }

    private static string? Ror(Organization organization) => organization.Identifiers.Where(i => i.Source == "ROR").Select(i => i.Value).Min(StringComparer.Ordinal);

    private static OrganizationTie Tie(Organization kept, Organization gone) => kept.Tie == OrganizationTie.None ? gone.Tie : kept.Tie;

    /// <summary>What the one that stays does not have yet; an acronym only, where the other one is recognised by it, is not the same.</summary>
    private static IEnumerable<OrganizationName> NewNames(Organization kept, Organization gone) => gone.Names.Where(n => kept.Names.Find(k => k.SortName == n.SortName) is not { } same
        || (same.Language == OrganizationMatching.Acronym && n.Language != OrganizationMatching.Acronym));

    private static void PutNames(PortalDb db, Organization kept, Organization gone)
    {
        foreach (var name in NewNames(kept, gone).ToList())
            if (kept.Names.Find(n => n.SortName == name.SortName) is { } acronym) db.Entry(acronym).Property(n => n.Language).CurrentValue = name.Language;
            else kept.Names.Add(new OrganizationName { OrganizationId = kept.Id, SortName = name.SortName, Name = name.Name, Language = name.Language });
    }

    /// <summary>The one that stays goes on with the identifier that is sent for it now.</summary>
    private static void MoveIdentifiers(Organization kept, Organization gone)
    {
        foreach (var own in kept.Identifiers.GroupBy(i => i.Source).Where(g => !g.Any(i => i.Preferred))) own.MinBy(i => i.Value, StringComparer.Ordinal)!.Preferred = true;
        foreach (var moved in gone.Identifiers.OrderByDescending(i => i.Preferred).ToList())
        {
            if (kept.Identifiers.Exists(i => i.Source == moved.Source)) moved.Preferred = false;
            gone.Identifiers.Remove(moved);
            kept.Identifiers.Add(moved);
            moved.OrganizationId = kept.Id;
        }
    }
}

/// <summary>What follows if two organisations are merged.</summary>
/// <param name="Kept">The name of the one that stays.</param>
/// <param name="Gone">The name of the one that goes.</param>
/// <param name="Names">The names that come to the one that stays.</param>
/// <param name="Identifiers">The identifiers that come to the one that stays.</param>
/// <param name="KeptRecords">How many records name the one that stays.</param>
/// <param name="GoneRecords">How many records name the one that goes.</param>
/// <param name="Refused">Why it cannot be, for people; else null.</param>
public sealed record OrganizationMergePreview(
    string Kept, string Gone, IReadOnlyList<string> Names, IReadOnlyList<OrganizationId> Identifiers, string? City, string? Region, string? Country, OrganizationTie Tie,
    int KeptRecords, int GoneRecords, string? Refused, int KeptRevision, int GoneRevision);

/// <summary>What came of merging two organisations.</summary>
public abstract record OrganizationMergeResult
{
    private OrganizationMergeResult() { }

    /// <summary>They are one now.</summary>
    public sealed record Done(Guid KeptId) : OrganizationMergeResult;

    /// <summary>It cannot be; nothing was changed.</summary>
    public sealed record Refused(string Sentence) : OrganizationMergeResult;

    /// <summary>Somebody changed one of them since they were shown; nothing was changed.</summary>
    public sealed record Changed : OrganizationMergeResult;

    /// <summary>One of them is not there any more.</summary>
    public sealed record Missing : OrganizationMergeResult;
}
