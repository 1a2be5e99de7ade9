using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using OrcidPortal.Curation.ToRepository;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.Mapping.Citations;
using OrcidPortal.Push;

namespace OrcidPortal.Curation.ToDeposit;

/// <summary>Files for the repository of works that only ORCID has: new items as DSpace's metadata import takes them, or BibTeX. A file consists of what was taken at one moment.</summary>
public sealed class DepositFiles(IDbContextFactory<PortalDb> contexts, DspaceColumns columns, MappingContexts mapping, IOptions<CurationOptions> options)
{
    private const int Chunk = 500;

    /// <summary>What DSpace's import reads as "a new item".</summary>
    public const string NewItem = "+";

    private readonly IReadOnlyList<DspaceColumn> _columns = [.. columns.All.Where(c => c.Kind == RecordKind.Work)];

    /// <summary>The file for DSpace: the names of its columns, and a line for each work. A column that no work needs is left out, as DSpace refuses a file that names a field it does not have.</summary>
    /// <param name="takenAt">When they were taken.</param>
    /// <param name="within">Of works of these departments; null: of all.</param>
    public async Task<(string[] Names, IAsyncEnumerable<string[]> Lines)> DspaceAsync(DateTimeOffset takenAt, ValueList<string>? within, CancellationToken cancellationToken)
    {
        var used = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var cells in CellsAsync(takenAt, within, cancellationToken)) used.UnionWith(cells.Keys);
        string[] fields = [.. _columns.Select(c => c.Name).Append(DepositCells.OtherIdentifiers).Distinct().Where(used.Contains)];
        return (["id", "collection", .. fields], CellsAsync(takenAt, within, cancellationToken).Select(cells => (string[])[NewItem, options.Value.DepositCollection?.Trim() ?? "", .. fields.Select(f => cells.GetValueOrDefault(f, ""))]));
    }

    /// <summary>The entries of the BibTeX file, each with a key of its own.</summary>
    /// <inheritdoc cref="DspaceAsync" path="/param"/>
    public async IAsyncEnumerable<string> BibTeXAsync(DateTimeOffset takenAt, ValueList<string>? within, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var keys = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        await foreach (var records in RecordsAsync(takenAt, within, cancellationToken))
        {
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            var known = await mapping.LoadAsync(db, records, cancellationToken);
            // It has no page here that a repository could link to.
            foreach (var record in records) yield return WithOwnKey(WorkCitation.BibTeX(record.Fields, known[record.Id] with { LandingPage = null }), keys);
        }
    }

    private static string WithOwnKey(string entry, HashSet<string> keys)
    {
        var (from, to) = (entry.IndexOf('{', StringComparison.Ordinal) + 1, entry.IndexOf(',', StringComparison.Ordinal));
        // An entry without any field has no comma.
        if (to < from) to = entry.IndexOf('\n', from);
        var key = entry[from..to];
        var own = key;
        for (var n = 2; !keys.Add(own); n++) own = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{key}No{n}");
        return own == key ? entry : string.Concat(entry.AsSpan(0, from), own, entry.AsSpan(to));
    }

    private async IAsyncEnumerable<IReadOnlyDictionary<string, string>> CellsAsync(DateTimeOffset takenAt, ValueList<string>? within, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var records in RecordsAsync(takenAt, within, cancellationToken))
            foreach (var record in records) yield return DepositCells.Of(_columns, record.Fields);
    }

    private async IAsyncEnumerable<IReadOnlyList<Record>> RecordsAsync(DateTimeOffset takenAt, ValueList<string>? within, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var after = Guid.Empty; ;)
        {
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            var records = await DepositList.Of(db, new DepositFilter(DepositState.Taken, TakenAt: takenAt, Within: within)).Where(r => r.Id > after).OrderBy(r => r.Id).Take(Chunk).ToListAsync(cancellationToken);
            if (records.Count == 0) yield break;
            await NameAsync(db, records.FindAll(r => r.Fields.Contributors.Count == 0), cancellationToken);
            yield return records;
            after = records[^1].Id;
        }
    }

    /// <summary>Where ORCID names nobody, those who said that it is theirs made it.</summary>
    private static async Task NameAsync(PortalDb db, List<Record> nameless, CancellationToken cancellationToken)
    {
        if (nameless.Count == 0) return;
        var ids = nameless.ConvertAll(r => r.Id);
        var people = (await db.RecordPeople.Where(p => ids.Contains(p.RecordId) && p.EndedAt == null).Join(db.People, p => p.PersonId, p => p.Id, (link, person) => new { link.RecordId, Person = person })
            .OrderBy(p => p.Person.SortName).ThenBy(p => p.Person.Id).ToListAsync(cancellationToken)).ToLookup(p => p.RecordId, p => p.Person);
        foreach (var record in nameless)
            record.Fields = record.Fields with { Contributors = [.. people[record.Id].Select(p => new FieldContributor(p.LocalId, $"{p.GivenNames} {p.FamilyName}".Trim(), "author", p.GivenNames, p.FamilyName))] };
    }
}
