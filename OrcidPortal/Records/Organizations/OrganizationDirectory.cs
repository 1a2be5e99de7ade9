using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;

namespace OrcidPortal.Records.Organizations;

/// <summary>The directory of organisations that fundings and affiliations refer to. Who may ask and change is the caller's to check.</summary>
public sealed class OrganizationDirectory(
    IDbContextFactory<PortalDb> contexts, Transactions transactions, IOptions<OrganizationsOptions> options, TimeProvider time)
{
    private readonly OrganizationMatching _matching = new(options.Value.Order);
    private readonly OrganizationSearch _search = new(options.Value.Order);

    /// <summary>Looks up the organisations that records name: by identifier, and by name only where exactly one active organisation has it (in the record's country, if it gives one).</summary>
    /// <param name="db">The context to read with.</param>
    /// <param name="fields">The effective fields of up to 500 records of any kind.</param>
    /// <returns>Organisations by key; ask it with <see cref="Of"/>. What is not in it is not in the directory, or not certain.</returns>
    public Task<IReadOnlyDictionary<string, OrganizationMatch>> MatchAsync(PortalDb db, IReadOnlyCollection<RecordFields> fields, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(fields);
        return _matching.RunAsync(db, fields, cancellationToken);
    }

    /// <summary>The organisation a record names, out of what <see cref="MatchAsync"/> gave for it; null where it is not certain.</summary>
    public static OrganizationMatch? Of(IReadOnlyDictionary<string, OrganizationMatch> matches, RecordFields fields)
    {
        ArgumentNullException.ThrowIfNull(matches);
        ArgumentNullException.ThrowIfNull(fields);
        if (OrganizationKeys.OfId(fields.OrganizationIdSource, fields.OrganizationId) is { } id && matches.TryGetValue(id, out var byId)) return byId;
        if (OrganizationKeys.OfName(fields.OrganizationName) is not { } name) return null;
        var key = OrganizationMatching.Country(fields) is { } country ? $"{name}{OrganizationMatching.CountryMark}{country}" : name;
        return matches.GetValueOrDefault(key);
    }

    /// <summary>Organisations by name, 50 at a time: ours first, then related ones; exact names first, then the shortest; those that ended last.</summary>
    /// <param name="text">Beginnings of words of one name, in any case, or an identifier; null or blank: all, by name.</param>
    /// <param name="country">ISO 3166, two letters; null: any.</param>
    /// <param name="onlyOurs">Only ours and related ones.</param>
    /// <param name="cursor">From the page before; null: the first page.</param>
    /// <exception cref="InvalidCursorException">The cursor was not made by this list.</exception>
    public async Task<Page<OrganizationRow>> SearchAsync(string? text, string? country, bool onlyOurs, string? cursor, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await _search.RunAsync(db, text, country, onlyOurs, cursor, cancellationToken);
    }

    /// <summary>One organisation with all its names; null where there is none.</summary>
    public async Task<OrganizationDetail?> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var found = await db.Organizations.AsNoTracking().AsSplitQuery().Include(o => o.Identifiers).Include(o => o.Names).SingleOrDefaultAsync(o => o.Id == id, cancellationToken);
        if (found is null) return null;
        var names = found.Names.OrderBy(n => n.SortName, StringComparer.Ordinal)
            .Select(n => new OrganizationNameRow(n.Name, n.Language == OrganizationMatching.Acronym ? null : n.Language, n.Language == OrganizationMatching.Acronym));
        return new OrganizationDetail(_search.Row(found, null), [.. names], found.Source == OrganizationSource.Hand, found.ChangedAt);
    }

    /// <summary>The organisation with an identifier in any notation; null where there is none.</summary>
    public async Task<Guid?> FindAsync(string source, string value, CancellationToken cancellationToken)
    {
        if (OrganizationIdForm.Normalize(source, value) is not (var from, var form)) return null;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return (await db.OrganizationIdentifiers.AsNoTracking().SingleOrDefaultAsync(i => i.Source == from && i.Value == form, cancellationToken))?.OrganizationId;
    }

    /// <summary>How many records name each of up to some hundred organisations, by an identifier or a name.</summary>
    public async Task<IReadOnlyDictionary<Guid, int>> UseAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        var wanted = ids.ToArray();
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var found = await db.Organizations.AsNoTracking().AsSplitQuery().Include(o => o.Identifiers).Include(o => o.Names).Where(o => wanted.Contains(o.Id)).ToListAsync(cancellationToken);
        return await OrganizationUse.CountAsync(db, found, cancellationToken);
    }

    /// <summary>Creates an organisation or changes one; from then on loading ROR does not overwrite it.</summary>
    /// <param name="id">The organisation to change; null: a new one.</param>
    /// <param name="draft">All of its fields.</param>
    /// <param name="actor">Who does it, for the audit.</param>
    public async Task<SaveOrganizationResult> SaveAsync(Guid? id, OrganizationDraft draft, Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(draft);
        var (clean, invalid) = OrganizationChecks.Check(draft);
        if (clean is null) return invalid!;
        var (saved, taken) = await transactions.RunAsync((db, ct) => new OrganizationSaving(actor, time.GetUtcNow()).SaveAsync(db, id, clean, ct), cancellationToken);
        if (taken is not null) return new SaveOrganizationResult.Invalid("identifiers", taken);
        return saved is null ? new SaveOrganizationResult.Missing() : new SaveOrganizationResult.Saved(_search.Row(saved, null), id is null);
    }

    /// <summary>Says that records mean an organisation by a name (<c>DFG</c>), or takes that back; they are planned again.</summary>
    /// <param name="means">False: as it was before.</param>
    /// <param name="before">How it was before, for taking it back.</param>
    /// <param name="cause">What the planner names as the cause of what follows.</param>
    /// <returns>How the organisation had the name; null where there is none.</returns>
    public Task<NameHeld?> NameAsync(Guid id, string name, bool means, NameHeld before, Actor actor, string cause, CancellationToken cancellationToken) =>
        transactions.RunAsync((db, ct) => new OrganizationSaving(actor, time.GetUtcNow(), cause).NameAsync(db, id, name, means, before, ct), cancellationToken);

    /// <summary>Another active organisation that is recognised by a name; null where there is none.</summary>
    public async Task<string?> NamesakeAsync(string name, Guid besides, CancellationToken cancellationToken)
    {
        var form = OrganizationKeys.NameForm(name);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.OrganizationNames.Where(n => n.SortName == form && n.OrganizationId != besides && (n.Language == null || n.Language != OrganizationMatching.Acronym))
            .Join(db.Organizations.Where(o => o.Status == OrganizationStatus.Active), n => n.OrganizationId, o => o.Id, (_, o) => o.Name).OrderBy(n => n).FirstOrDefaultAsync(cancellationToken);
    }

    /// <summary>Says whether the institution speaks for an organisation.</summary>
    /// <returns>False where there is no such organisation.</returns>
    public Task<bool> TieAsync(Guid id, OrganizationTie tie, Actor actor, CancellationToken cancellationToken) =>
        transactions.RunAsync((db, ct) => new OrganizationSaving(actor, time.GetUtcNow()).TieAsync(db, id, tie, ct), cancellationToken);
}
