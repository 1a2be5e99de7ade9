using Microsoft.EntityFrameworkCore;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;

namespace OrcidPortal.Records.Vocabularies;

/// <summary>A vocabulary as pages and the API show it: what records use first, then what the institution changed, then the defaults.</summary>
public sealed class VocabularyList(IDbContextFactory<PortalDb> contexts, VocabularyStore store)
{
    private const int Most = 200;
    private const int MostCounted = 1000;

    /// <summary>How many values that records use have no entry, by vocabulary; those without any are left out.</summary>
    public async Task<IReadOnlyDictionary<string, int>> MissingAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var words = await store.CurrentAsync(db, cancellationToken);
        var used = await db.RecordTerms.AsNoTracking().Where(t => t.Vocabulary != VocabularyNames.Organization).Select(t => new { t.Vocabulary, t.Value }).Distinct().ToListAsync(cancellationToken);
        return used.Where(t => words.Resolve(t.Vocabulary, t.Value) is null).GroupBy(t => t.Vocabulary).ToDictionary(g => g.Key, g => g.Count());
    }

    /// <summary>Values of one vocabulary, at most 200: what is not shown is found by its text.</summary>
    /// <param name="vocabulary">A name of <see cref="VocabularyNames.All"/>.</param>
    /// <param name="text">A part of the value or of ORCID's word; empty: all.</param>
    /// <param name="onlyMissing">Only what records use and has no entry.</param>
    public async Task<VocabularyPage> ListAsync(string vocabulary, string? text, bool onlyMissing, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = (await RowsAsync(db, vocabulary, text, onlyMissing, cancellationToken)).Take(Most + 1).Select(r => r with { Records = Math.Min(r.Records, MostCounted) }).ToList();
        return new VocabularyPage(rows.Count <= Most ? rows : rows[..Most], rows.Count > Most);
    }

    /// <summary>All values of a vocabulary that <see cref="ListAsync"/> would show page after page, with the exact number of records.</summary>
    /// <param name="vocabulary">A name of <see cref="VocabularyNames.All"/>.</param>
    /// <param name="text">A part of the value or of ORCID's word; empty: all.</param>
    /// <param name="onlyMissing">Only what records use and has no entry.</param>
    public async Task<IReadOnlyList<VocabularyRow>> AllAsync(string vocabulary, string? text, bool onlyMissing, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return [.. await RowsAsync(db, vocabulary, text, onlyMissing, cancellationToken)];
    }

    private async Task<IEnumerable<VocabularyRow>> RowsAsync(PortalDb db, string vocabulary, string? text, bool onlyMissing, CancellationToken cancellationToken)
    {
        var words = await store.CurrentAsync(db, cancellationToken);
        var used = await db.RecordTerms.AsNoTracking().Where(t => t.Vocabulary == vocabulary).GroupBy(t => t.Value).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(t => t.Key, t => t.Count, cancellationToken);
        var own = await db.VocabularyEntries.AsNoTracking().Where(v => v.Vocabulary == vocabulary).ToDictionaryAsync(v => v.Value, cancellationToken);
        var part = VocabularyKeys.Of(text);
        var values = used.Keys.Union(own.Keys).Union(onlyMissing ? [] : VocabularyDefaults.All(vocabulary).Select(d => d.Key)).Distinct();
        return values.Select(v => new VocabularyRow(v, VocabularyDefaults.Resolve(vocabulary, v), own.GetValueOrDefault(v), words.Resolve(vocabulary, v), used.GetValueOrDefault(v)))
            .Where(r => !onlyMissing || (r.Target is null && r.Records > 0))
            .Where(r => part.Length == 0 || r.Value.Contains(part, StringComparison.Ordinal) || r.Target?.Contains(part, StringComparison.OrdinalIgnoreCase) == true)
            .OrderBy(r => r is { Records: > 0, Target: null } ? 0 : r.Own is not null ? 1 : r.Records > 0 ? 2 : 3).ThenByDescending(r => r.Records).ThenBy(r => r.Value, StringComparer.Ordinal);
    }
}

/// <summary>Some values of a vocabulary.</summary>
/// <param name="More">There are more than are shown.</param>
public sealed record VocabularyPage(IReadOnlyList<VocabularyRow> Rows, bool More);

/// <summary>A value of a vocabulary.</summary>
/// <param name="Value">Its key, as it is looked up.</param>
/// <param name="Default">What the portal says of it; null: nothing.</param>
/// <param name="Own">What the institution says of it; null: nothing.</param>
/// <param name="Target">ORCID's value that counts; null: none.</param>
/// <param name="Records">How many records use it; 1,000 stands for 1,000 and more.</param>
public sealed record VocabularyRow(string Value, string? Default, VocabularyEntry? Own, string? Target, int Records);
