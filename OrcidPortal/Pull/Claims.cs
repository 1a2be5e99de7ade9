using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.Live;
using OrcidPortal.OrcidApi;
using OrcidPortal.Records;
using OrcidPortal.Security;

namespace OrcidPortal.Pull;

/// <summary>"This is mine": what stands in a person's ORCID record becomes a record of theirs, through the one door. It is not sent back to where it came from.</summary>
public sealed class Claims(RecordStore store, Transactions transactions, IDbContextFactory<PortalDb> contexts, IOptions<OrcidOptions> orcid, TimeProvider time)
{
    private const int AtOnce = 100;

    /// <summary>Takes over what the person chose; what was decided meanwhile, or no longer stands at ORCID, is left out.</summary>
    /// <param name="suggestionIds">Of this person; others are ignored.</param>
    /// <returns>How many were taken over.</returns>
    public async Task<int> ClaimAsync(Guid personId, IReadOnlyCollection<Guid> suggestionIds, Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(suggestionIds);
        ArgumentNullException.ThrowIfNull(actor);
        var claimed = 0;
        foreach (var chunk in suggestionIds.Distinct().Chunk(AtOnce)) claimed += await ClaimChunkAsync(personId, chunk, actor, cancellationToken);
        return claimed;
    }

    /// <summary>Takes over all that is new in a group and that everybody may see at ORCID.</summary>
    /// <returns>How many were taken over.</returns>
    public async Task<int> ClaimAllAsync(Guid personId, SuggestionGroup group, Actor actor, CancellationToken cancellationToken)
    {
        var environment = orcid.Value.EnvironmentName;
        if (group is SuggestionGroup.Maybe or SuggestionGroup.Differences or SuggestionGroup.Dismissed) return 0;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var ids = await SuggestionList.In(db.Suggestions.Where(s => s.PersonId == personId && s.Environment == environment && !s.IsGone), group).Where(s => s.Visibility == "public").OrderBy(s => s.Id).Select(s => s.Id).ToListAsync(cancellationToken);
        return await ClaimAsync(personId, ids, actor, cancellationToken);
    }

    private async Task<int> ClaimChunkAsync(Guid personId, Guid[] ids, Actor actor, CancellationToken cancellationToken)
    {
        var asked = await LoadAsync(personId, ids, cancellationToken);
        if (asked.Count == 0) return 0;
        var saved = await store.SaveAsync([.. asked.Select(a => a.Draft)], Origin.Orcid, "claim", null, actor, cancellationToken);
        // Who is stopped here finds them next time as records they have.
        var records = asked.Zip(saved).Where(p => p.Second.RecordId is not null).ToDictionary(p => p.First.SuggestionId, p => p.Second.RecordId!.Value);
        return await transactions.RunAsync((db, ct) => NoteAsync(db, personId, records, actor, ct), cancellationToken);
    }

    private async Task<List<Asked>> LoadAsync(Guid personId, Guid[] ids, CancellationToken cancellationToken)
    {
        var environment = orcid.Value.EnvironmentName;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var found = await db.Suggestions.AsNoTracking()
            .Where(s => ids.Contains(s.Id) && s.PersonId == personId && s.Environment == environment && !s.IsGone && s.State == SuggestionState.Open && s.Match != SuggestionMatch.Same
                && db.Connections.Any(c => c.PersonId == personId && c.Environment == environment && c.Orcid == s.Orcid && (c.State == ConnectionState.Connected || (c.State == ConnectionState.TokenRejected && s.Visibility == "public"))))
            .Join(db.ForeignCopies, s => new { s.Environment, s.Orcid, s.Section, s.PutCode }, c => new { c.Environment, c.Orcid, c.Section, c.PutCode }, (s, c) => new { s.Id, s.Kind, s.Orcid, s.Section, s.PutCode, s.RecordId, c.Visibility, c.Fields })
            .OrderBy(s => s.Id).ToListAsync(cancellationToken);
        return [.. found.Select(f => new Asked(f.Id, new RecordDraft(
            f.Kind, OrcidSource.Of(environment, f.Orcid), OrcidSource.LocalId(f.Section, f.PutCode),
            // What only some may see adds nothing to a record that others have: only that it is the person's, too.
            f.Visibility == "public" || f.RecordId is null ? WithoutOthersIds(f.Fields, f.Orcid) : new RecordFields { ExternalIds = f.Fields.ExternalIds }, personId)))];
    }

    /// <summary>Nobody's iD is known here before they have signed in at ORCID themselves.</summary>
    private static RecordFields WithoutOthersIds(RecordFields fields, string orcid) =>
        fields with { Contributors = [.. fields.Contributors.Select(c => c.Orcid == orcid ? c : c with { Orcid = null })] };

    private async Task<int> NoteAsync(PortalDb db, Guid personId, Dictionary<Guid, Guid> records, Actor actor, CancellationToken cancellationToken)
    {
        var (now, ids) = (time.GetUtcNow(), records.Keys.ToArray());
        var rows = await db.Suggestions.Where(s => ids.Contains(s.Id) && s.PersonId == personId && s.State == SuggestionState.Open).ToListAsync(cancellationToken);
        foreach (var row in rows)
        {
            (row.State, row.Match, row.RecordId, row.Candidates) = (SuggestionState.Claimed, SuggestionMatch.Same, records[row.Id], []);
            (row.DecidedAt, row.DecidedBy) = (now, actor.Name);
            AuditLog.Add(db, actor, "suggestion.claimed", $"record:{records[row.Id]}", null, $"person {personId}: {row.Section} {row.PutCode} of their ORCID record, added by {row.SourceName}", now);
        }
        if (rows.Count == 0) return 0;
        await Topics.TouchAsync(db, Topics.Person(personId), cancellationToken);
        await Topics.TouchAsync(db, Topics.Curation, cancellationToken);
        return rows.Count;
    }

    private sealed record Asked(Guid SuggestionId, RecordDraft Draft);
}
