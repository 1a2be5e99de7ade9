using System.IO.Compression;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.Records.Vocabularies;

namespace OrcidPortal.Records.Organizations;

/// <summary>
/// Loads a ROR data dump (schema 2) into the directory, streaming: memory does not grow with the file. What is as stored is not written; which organisations
/// are ours stays. A broken file keeps what was read before the break.
/// </summary>
public sealed class RorLoader(IDbContextFactory<PortalDb> contexts, Transactions transactions, TimeProvider time)
{
    // An organisation is about ten rows: itself, names, identifiers.
    private const int PerSqliteTransaction = 25;
    private const int PerTransaction = 500;
    private const int MostReasons = 20;

    /// <summary>Loads a file.</summary>
    /// <param name="path">The JSON file, or the zip archive that holds it.</param>
    /// <param name="progress">Called after each transaction, or null.</param>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public async Task<RorLoad> LoadAsync(string path, Action<RorLoad>? progress, CancellationToken cancellationToken)
    {
        await using var file = File.OpenRead(path);
        if (!path.EndsWith(".zip", StringComparison.OrdinalIgnoreCase)) return await LoadAsync(file, progress, cancellationToken);
        await using var archive = new ZipArchive(file, ZipArchiveMode.Read);
        // The archive holds both schemas in some years; schema 2 says so in its name.
        var entry = archive.Entries.Where(e => e.FullName.EndsWith(".json", StringComparison.OrdinalIgnoreCase)).OrderBy(e => e.FullName.Contains("v2", StringComparison.OrdinalIgnoreCase) ? 0 : 1).FirstOrDefault();
        if (entry is null) return new RorLoad { Failure = "The archive holds no JSON file." };
        await using var content = await entry.OpenAsync(cancellationToken);
        return await LoadAsync(content, progress, cancellationToken);
    }

    /// <summary>Loads a stream: one JSON array of organisations.</summary>
    /// <inheritdoc cref="LoadAsync(string, Action{RorLoad}?, CancellationToken)"/>
    public async Task<RorLoad> LoadAsync(Stream json, Action<RorLoad>? progress, CancellationToken cancellationToken)
    {
        var size = await SizeAsync(cancellationToken);
        var load = new RorLoad();
        var chunk = new List<RorEntry>(size);
        try
        {
            await foreach (var element in JsonSerializer.DeserializeAsyncEnumerable<JsonElement>(json, cancellationToken: cancellationToken))
            {
                load = load with { Read = load.Read + 1 };
                if (Entry(element) is { } entry) chunk.Add(entry);
                else load = load.Reject($"Entry {load.Read} is not an organisation of schema 2.", MostReasons);
                if (chunk.Count < size) continue;
                load = await SaveAsync(chunk, load, cancellationToken);
                chunk.Clear();
                progress?.Invoke(load);
            }
        }
        catch (JsonException e)
        {
            load = load with { Failure = $"The file is broken after {load.Read} organisations: {e.Message} What was read before is saved." };
        }
        if (chunk.Count > 0) load = await SaveAsync(chunk, load, cancellationToken);
        if (load.Added + load.Changed > 0)
            await transactions.RunAsync((db, _) => { PlanRequests.AskTerm(db, VocabularyNames.Organization, null, "organizations.loaded", time.GetUtcNow()); return Task.CompletedTask; }, cancellationToken);
        return load;
    }

    private static RorEntry? Entry(JsonElement element)
    {
        try
        {
            return element.ValueKind == JsonValueKind.Object ? element.Deserialize<RorEntry>() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private Task<RorLoad> SaveAsync(List<RorEntry> entries, RorLoad load, CancellationToken cancellationToken) => transactions.RunAsync(async (db, ct) =>
    {
        var result = load;
        var ids = entries.Select(e => OrganizationIdentifiers.Normalize("ROR", e.Id)).OfType<string>().Distinct().ToArray();
        var owners = await db.OrganizationIdentifiers.AsNoTracking().Where(i => i.Source == "ROR" && ids.Contains(i.Value)).ToDictionaryAsync(i => i.Value, i => i.OrganizationId, ct);
        var known = owners.Values.Distinct().ToArray();
        var rows = await db.Organizations.Include(o => o.Identifiers).Include(o => o.Names).AsSplitQuery().Where(o => known.Contains(o.Id)).ToDictionaryAsync(o => o.Id, ct);
        var wanted = new List<(RorOrganization Place, Organization Row)>();
        foreach (var entry in entries)
        {
            var row = OrganizationIdentifiers.Normalize("ROR", entry.Id) is { } ror && owners.TryGetValue(ror, out var owner) ? rows[owner] : null;
            var id = row?.Id ?? Guid.CreateVersion7();
            if (RorOrganization.Read(entry, id, out var reason) is not { } place)
            {
                result = result.Reject(reason!, MostReasons);
                continue;
            }
            if (row is not null && place.IsIn(row))
            {
                result = result with { Unchanged = result.Unchanged + 1 };
                continue;
            }
            result = row is null ? result with { Added = result.Added + 1 } : result with { Changed = result.Changed + 1 };
            if (row is null)
            {
                db.Organizations.Add(row = new Organization { Id = id, Name = place.Name, Source = "ror" });
                rows[id] = row;
                owners[place.RorId] = id;
            }
            wanted.Add((place, row));
        }
        await WriteAsync(db, wanted, ct);
        return result;
    }, cancellationToken);

    private async Task WriteAsync(PortalDb db, List<(RorOrganization Place, Organization Row)> wanted, CancellationToken cancellationToken)
    {
        // An identifier that another organisation has stays there: two cannot be told apart by it.
        var values = wanted.SelectMany(w => w.Place.Identifiers.Select(i => i.Value)).Distinct().ToArray();
        var taken = new Dictionary<(string, string), Guid>();
        foreach (var chunk in values.Chunk(500))
            foreach (var id in await db.OrganizationIdentifiers.AsNoTracking().Where(i => chunk.Contains(i.Value)).ToListAsync(cancellationToken)) taken[(id.Source, id.Value)] = id.OrganizationId;
        foreach (var (place, row) in wanted)
        {
            (row.Name, row.SortName, row.City, row.Region, row.Country, row.Status, row.ChangedAt) =
                (place.Name, RecordUpdate.SortForm(place.Name), place.City, place.Region, place.Country, place.Status, time.GetUtcNow());
            foreach (var name in place.Names)
                if (!row.Names.Exists(n => n.SortName == name.SortName)) row.Names.Add(new OrganizationName { OrganizationId = row.Id, Name = name.Name, SortName = name.SortName, Language = name.Language });
            foreach (var (source, value, preferred) in place.Identifiers)
            {
                if (row.Identifiers.Find(i => i.Source == source && i.Value == value) is { } own) own.Preferred = preferred;
                else if (taken.TryAdd((source, value), row.Id)) row.Identifiers.Add(new OrganizationIdentifier { Source = source, Value = value, OrganizationId = row.Id, Preferred = preferred });
            }
        }
    }

    private async Task<int> SizeAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return db is SqlitePortalDb ? PerSqliteTransaction : PerTransaction;
    }
}

/// <summary>How far a load is.</summary>
/// <param name="Failure">Why it ended early; null: it did not.</param>
public sealed record RorLoad(int Read = 0, int Added = 0, int Changed = 0, int Unchanged = 0, int Rejected = 0, string? Failure = null)
{
    /// <summary>Why single entries were left out; the first 20.</summary>
    public IReadOnlyList<string> Reasons { get; init; } = [];

    internal RorLoad Reject(string reason, int most) => this with { Rejected = Rejected + 1, Reasons = Reasons.Count < most ? [.. Reasons, reason] : Reasons };
}
