using Microsoft.EntityFrameworkCore;
using OrcidPortal.Connect;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.Mapping.Matching;
using OrcidPortal.Records;

namespace OrcidPortal.Pull;

/// <summary>Writes what a person is asked about some entries at ORCID, in the caller's fenced transaction. What they have said already stands.</summary>
/// <param name="own">Their records.</param>
/// <param name="inLibrary">Records of others that an entry is, by the entry's id.</param>
/// <param name="fillEmpty">Fields that are taken over without asking where we have nothing.</param>
internal sealed class SuggestionWriting(PortalDb db, ConnectionAccess access, OwnRecords own, IReadOnlyDictionary<Guid, Guid> inLibrary, RecordCorrections corrections, ICollection<string> fillEmpty, DateTimeOffset now)
{
    private const string Public = "public";

    /// <summary>Writes.</summary>
    /// <returns>Whether anything changed.</returns>
    public async Task<bool> WriteAsync(IReadOnlyList<ForeignCopy> copies, CancellationToken cancellationToken)
    {
        var codes = copies.Select(c => c.PutCode).ToArray();
        var rows = await Mine().Where(s => codes.Contains(s.PutCode)).ToDictionaryAsync(s => (s.Section, s.PutCode), cancellationToken);
        var answered = await AnsweredBeforeAsync(cancellationToken);
        var found = copies.Select(c => (Copy: c, Row: rows.GetValueOrDefault((c.Section, c.PutCode)) ?? TakeAgain(answered, c), Found: own.Find(c))).ToList();
        var said = found.Select(f => f.Row?.RecordId ?? Guid.Empty).Concat(found.Select(f => f.Found.RecordId ?? Guid.Empty)).Distinct().ToArray();
        var fields = await db.Records.AsNoTracking().Where(r => said.Contains(r.Id) && r.MergedInto == null && r.People.Any(p => p.PersonId == access.PersonId && p.EndedAt == null)).ToDictionaryAsync(r => r.Id, r => r.Fields, cancellationToken);
        foreach (var (copy, row, match) in found) await WriteAsync(copy, row, match, fields, cancellationToken);
        return db.ChangeTracker.Entries<Suggestion>().Any(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted);
    }

    private IQueryable<Suggestion> Mine() => db.Suggestions.Where(s => s.PersonId == access.PersonId && s.Environment == access.Environment && s.Orcid == access.Orcid.Value);

    /// <summary>What the person said of entries that no longer stand in this record, or stood in one that they had before: ORCID merged it into this one, or they connected another.</summary>
    private async Task<List<Suggestion>> AnsweredBeforeAsync(CancellationToken cancellationToken)
    {
        var before = await db.Suggestions.Where(s => s.PersonId == access.PersonId && s.Environment == access.Environment && s.Orcid != access.Orcid.Value && s.DecidedAt != null).ToListAsync(cancellationToken);
        return [.. await Mine().Where(s => s.IsGone).ToListAsync(cancellationToken), .. before];
    }

    /// <summary>An answer is about one entry: the next like it finds the next answer.</summary>
    private static Suggestion? TakeAgain(List<Suggestion> answered, ForeignCopy copy)
    {
        var again = answered.Find(a => IsAgain(a, copy));
        if (again is not null) answered.Remove(again);
        return again;
    }

    /// <summary>Whether it was there before under another number: somebody removed it and added it again.</summary>
    private static bool IsAgain(Suggestion gone, ForeignCopy copy) => gone.Section == copy.Section
        && (gone.SelfKeys.Any(copy.SelfKeys.Contains) || (copy.SelfKeys.Count == 0 && RecordUpdate.SortForm(gone.Title) == RecordUpdate.SortForm(copy.Title) && gone.Year == copy.Year));

    private async Task WriteAsync(ForeignCopy copy, Suggestion? row, Found match, Dictionary<Guid, RecordFields> fields, CancellationToken cancellationToken)
    {
        // What the person said counts as long as that record is theirs.
        if (row is { DecidedAt: not null, Match: SuggestionMatch.Same, RecordId: { } said } && fields.ContainsKey(said)) match = new Found(SuggestionMatch.Same, said, []);
        if (row is { DecidedAt: not null, State: SuggestionState.Open, Match: SuggestionMatch.New } && match.Match == SuggestionMatch.Maybe) match = new Found(SuggestionMatch.New, null, []);
        if (row is { DecidedAt: not null, State: SuggestionState.Dismissed } && match.Match != SuggestionMatch.Same) match = new Found(row.Match == SuggestionMatch.Same ? SuggestionMatch.New : row.Match, row.RecordId, []);
        else if (match.Match == SuggestionMatch.New) match = match with { RecordId = inLibrary.TryGetValue(copy.Id, out var record) ? record : null };
        // What only the person may see says nothing about a record that others see.
        IReadOnlyList<FieldDifference> differences = match is { Match: SuggestionMatch.Same, RecordId: { } same } && copy.Visibility == Public && fields.TryGetValue(same, out var ours) ? FieldDifferences.Of(copy.Kind, ours, copy.Fields) : [];
        if (row is not null) differences = [.. differences.Where(d => !row.Decided.Contains(d.Digest))];
        IReadOnlyList<FieldDifference> filled = match.RecordId is { } of ? await FillAsync(of, copy, differences, fields, cancellationToken) : [];
        if (row is null)
        {
            if (match is { Match: SuggestionMatch.Same, RecordId: { } id } && differences.Count == 0 && own.ShareKey(id, copy)) return;
            row = new Suggestion
            {
                PersonId = access.PersonId, Environment = access.Environment, Orcid = access.Orcid.Value, Section = copy.Section, PutCode = copy.PutCode, Kind = copy.Kind, FoundAt = now,
            };
            db.Suggestions.Add(row);
        }
        (row.Orcid, row.PutCode, row.IsGone) = (copy.Orcid, copy.PutCode, false);
        (row.Title, row.Year, row.SourceName, row.Visibility, row.SelfKeys) = (copy.Title, copy.Year, copy.SourceName, copy.Visibility, copy.SelfKeys);
        (row.Match, row.RecordId, row.Candidates) = (match.Match, match.RecordId, [.. match.Candidates.Select(c => c.ToString("N"))]);
        // What is taken back here is not taken over again.
        row.Decided = [.. row.Decided.Concat(filled.Select(d => d.Digest)).Distinct()];
        row.Differences = [.. differences.Except(filled).Select(d => d.Id)];
        row.State = StateOf(row);
    }

    /// <summary>Takes over what the institution's rule says: where we have nothing, and not on the word of one person.</summary>
    private async Task<IReadOnlyList<FieldDifference>> FillAsync(Guid recordId, ForeignCopy copy, IReadOnlyList<FieldDifference> differences, Dictionary<Guid, RecordFields> fields, CancellationToken cancellationToken)
    {
        var missing = differences.Where(d => d.Ours is null && fillEmpty.Contains(d.Field)).ToList();
        if (missing.Count == 0 || copy.SourceName == ForeignCopy.Themselves) return [];
        var record = await RecordUpdate.Tracked(db).FirstAsync(r => r.Id == recordId, cancellationToken);
        var made = await corrections.CorrectAsync(db, record, [.. missing.Select(d => d.ToCorrection())], null, $"It was missing here and stands at ORCID, added by {copy.SourceName} (rule Pull:FillEmpty).", Actor.System("pull"), null, cancellationToken);
        if (made is not CorrectionResult.Saved) return [];
        fields[recordId] = record.Fields;
        return missing;
    }

    private static SuggestionState StateOf(Suggestion row)
    {
        if (row.Match != SuggestionMatch.Same) return row.State == SuggestionState.Dismissed ? SuggestionState.Dismissed : SuggestionState.Open;
        if (row.Differences.Count > 0) return SuggestionState.Open;
        return row.State == SuggestionState.Open ? SuggestionState.Settled : row.State;
    }
}
