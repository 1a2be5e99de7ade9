using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;

namespace OrcidPortal.Records.Organizations;

/// <summary>Finds the organisations that records refer to: by identifier first, by name where only one has it.</summary>
public sealed class OrganizationDirectory(IDbContextFactory<PortalDb> contexts, IOptions<OrganizationsOptions> options)
{
    private const int PageSize = 50;
    private const int Chunk = 500;

    /// <summary>Looks up many records at once.</summary>
    /// <param name="db">The caller's context.</param>
    /// <param name="fields">Of records with or without an organisation.</param>
    /// <returns>By key of <see cref="OrganizationKeys"/>; a name that several active organisations have is not in it.</returns>
    public async Task<IReadOnlyDictionary<string, OrganizationMatch>> MatchAsync(PortalDb db, IReadOnlyCollection<RecordFields> fields, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        var keys = fields.SelectMany(OrganizationKeys.Of).ToHashSet(StringComparer.Ordinal);
        if (keys.Count == 0) return new Dictionary<string, OrganizationMatch>();
        var found = new Dictionary<string, Guid>(StringComparer.Ordinal);
        foreach (var chunk in keys.Where(k => !k.StartsWith("name:", StringComparison.Ordinal)).Select(k => k[(k.IndexOf(':', StringComparison.Ordinal) + 1)..]).Chunk(Chunk))
        {
            foreach (var id in await db.OrganizationIdentifiers.AsNoTracking().Where(i => chunk.Contains(i.Value)).ToListAsync(cancellationToken))
                found[$"{id.Source}:{id.Value}"] = id.OrganizationId;
        }
        foreach (var chunk in keys.Where(k => k.StartsWith("name:", StringComparison.Ordinal)).Select(k => k[5..]).Chunk(Chunk))
        {
            var named = await db.OrganizationNames.AsNoTracking().Where(n => chunk.Contains(n.SortName))
                .Join(db.Organizations, n => n.OrganizationId, o => o.Id, (n, o) => new { n.SortName, o.Id, o.Status, o.Tie }).ToListAsync(cancellationToken);
            foreach (var name in named.Where(n => n.Status != OrganizationStatus.Withdrawn).GroupBy(n => n.SortName))
            {
                // Our own come before namesakes elsewhere.
                var ours = name.Where(n => n.Tie != OrganizationTie.None).DistinctBy(n => n.Id).ToList();
                if (ours is [var own]) found["name:" + name.Key] = own.Id;
                else if (ours.Count == 0 && name.DistinctBy(n => n.Id).ToList() is [var only]) found["name:" + name.Key] = only.Id;
            }
        }
        var matches = await LoadAsync(db, [.. found.Values.Distinct()], cancellationToken);
        return found.Where(f => matches.ContainsKey(f.Value)).ToDictionary(f => f.Key, f => matches[f.Value], StringComparer.Ordinal);
    }

    /// <summary>The organisation of one record among those found; null: none.</summary>
    public static OrganizationMatch? Of(IReadOnlyDictionary<string, OrganizationMatch> found, RecordFields fields)
    {
        ArgumentNullException.ThrowIfNull(found);
        foreach (var key in OrganizationKeys.Of(fields))
            if (found.TryGetValue(key, out var match)) return match;
        return null;
    }

    /// <summary>Organisations by words of any of their names, ours first; 50 a page.</summary>
    /// <param name="text">Words or beginnings of words, in any order and case; an identifier; empty: all.</param>
    /// <param name="onlyTied">Only ours and related ones.</param>
    /// <exception cref="InvalidCursorException">The cursor is not one of this list.</exception>
    public async Task<Page<OrganizationRow>> SearchAsync(string? text, bool onlyTied, string? cursor, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var query = db.Organizations.AsNoTracking();
        if (onlyTied) query = query.Where(o => o.Tie != OrganizationTie.None);
        var trimmed = (text ?? "").Trim();
        if (OrganizationKeys.OfId(null, trimmed) is { } id)
        {
            var value = id[(id.IndexOf(':', StringComparison.Ordinal) + 1)..];
            query = query.Where(o => o.Identifiers.Any(i => i.Value == value));
        }
        else
        {
            foreach (var word in RecordUpdate.SortForm(trimmed).Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(6))
            {
                var (inside, beginning) = (" " + word, word + "%");
                query = query.Where(o => o.Names.Any(n => EF.Functions.Like(n.SortName, beginning) || n.SortName.Contains(inside)));
            }
        }
        if (Cursor.Read(cursor, 2) is [var name, var last])
        {
            if (!Guid.TryParse(last, out var lastId)) throw new InvalidCursorException(null);
            query = query.Where(o => o.SortName.CompareTo(name) > 0 || (o.SortName == name && o.Id > lastId));
        }
        var found = await query.OrderBy(o => o.SortName).ThenBy(o => o.Id).Take(PageSize + 1).Include(o => o.Identifiers).AsSplitQuery().ToListAsync(cancellationToken);
        return Page<OrganizationRow>.Cut([.. found.Select(OrganizationRow.Of)], PageSize, r => Cursor.Of(RecordUpdate.SortForm(r.Name), r.Id.ToString()));
    }

    private async Task<Dictionary<Guid, OrganizationMatch>> LoadAsync(PortalDb db, Guid[] ids, CancellationToken cancellationToken)
    {
        var order = options.Value.Order;
        var matches = new Dictionary<Guid, OrganizationMatch>(ids.Length);
        foreach (var chunk in ids.Chunk(Chunk))
        {
            foreach (var place in await db.Organizations.AsNoTracking().Include(o => o.Identifiers).Where(o => chunk.Contains(o.Id)).ToListAsync(cancellationToken))
            {
                var id = place.Identifiers.Where(i => order.Contains(i.Source)).OrderBy(i => Array.IndexOf(order, i.Source)).ThenByDescending(i => i.Preferred).ThenBy(i => i.Value, StringComparer.Ordinal).FirstOrDefault();
                matches[place.Id] = new OrganizationMatch(place.Id, place.Name, place.City, place.Region, place.Country, id?.Source, id?.Value, place.Tie);
            }
        }
        return matches;
    }
}

/// <summary>An organisation in a list.</summary>
/// <param name="Identifiers">All of them, as ORCID stores them.</param>
public sealed record OrganizationRow(
    Guid Id, string Name, string? City, string? Region, string? Country, OrganizationStatus Status, OrganizationTie Tie, string Source, IReadOnlyList<OrganizationIdentifier> Identifiers)
{
    internal static OrganizationRow Of(Organization o) => new(o.Id, o.Name, o.City, o.Region, o.Country, o.Status, o.Tie, o.Source, [.. o.Identifiers.OrderBy(i => i.Source, StringComparer.Ordinal)]);
}
