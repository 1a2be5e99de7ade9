using Microsoft.EntityFrameworkCore;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.Records.Vocabularies;

namespace OrcidPortal.Records.Organizations;

/// <summary>Changes the directory by hand: an organisation that no dump has, and which ones the institution speaks for. Records that refer to it are planned again.</summary>
public sealed class OrganizationEditing(Transactions transactions, TimeProvider time)
{
    /// <summary>Adds an organisation, or changes the one that has one of the identifiers or the id.</summary>
    /// <param name="id">The one to change; null: found by its identifiers, else new.</param>
    public Task<SaveOrganizationResult> SaveAsync(Guid? id, OrganizationInput input, Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(actor);
        if (string.IsNullOrWhiteSpace(input.Name) || RecordUpdate.SortForm(input.Name).Length == 0) return Refuse("name", "Give the organisation's name.");
        if (input.Name.Length > 500) return Refuse("name", "The name has 500 characters at most.");
        var country = string.IsNullOrWhiteSpace(input.Country) ? null : VocabularyDefaults.Resolve(VocabularyNames.Country, VocabularyKeys.Of(input.Country));
        if (country is null && !string.IsNullOrWhiteSpace(input.Country)) return Refuse("country", $"\"{input.Country}\" is not a country. Give its code, for example DE.");
        var ids = new List<(string Source, string Value)>();
        foreach (var (source, value) in input.Identifiers.Where(i => !string.IsNullOrWhiteSpace(i.Value)))
        {
            if (OrganizationIdentifiers.SourceOf(source, value) is not { } known) return Refuse("identifiers", $"\"{source}\" is not one of {string.Join(", ", OrganizationSources.All)}.");
            if (OrganizationIdentifiers.Normalize(known, value) is not { } normal) return Refuse("identifiers", $"\"{value}\" has not the shape of a {known} identifier.");
            ids.Add((known, normal));
        }
        return transactions.RunAsync((db, ct) => SaveAsync(db, id, input, country, [.. ids.Distinct()], actor, ct), cancellationToken);
    }

    /// <summary>Says whether the institution speaks for an organisation: only then are positions there sent.</summary>
    /// <returns>False where there is no such organisation.</returns>
    public Task<bool> TieAsync(Guid id, OrganizationTie tie, Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return transactions.RunAsync(async (db, ct) =>
        {
            if (await Tracked(db).SingleOrDefaultAsync(o => o.Id == id, ct) is not { } place) return false;
            if (place.Tie == tie) return true;
            var before = place.Tie;
            place.Tie = tie;
            Finish(db, place, "organization.tie", before.ToString(), tie.ToString(), actor);
            return true;
        }, cancellationToken);
    }

    private async Task<SaveOrganizationResult> SaveAsync(
        PortalDb db, Guid? id, OrganizationInput input, string? country, IReadOnlyList<(string Source, string Value)> ids, Actor actor, CancellationToken cancellationToken)
    {
        var values = ids.Select(i => i.Value).ToArray();
        var owners = await db.OrganizationIdentifiers.AsNoTracking().Where(i => values.Contains(i.Value)).Select(i => i.OrganizationId).Distinct().ToListAsync(cancellationToken);
        if (owners.Count > 1 || (id is { } wanted && owners.Exists(o => o != wanted)))
            return new SaveOrganizationResult.Invalid("identifiers", "One of the identifiers belongs to another organisation of the directory. Change that one instead.");
        var existing = id ?? (owners is [var owner] ? owner : null);
        var place = existing is { } known ? await Tracked(db).SingleOrDefaultAsync(o => o.Id == known, cancellationToken) : null;
        if (id is not null && place is null) return new SaveOrganizationResult.Invalid("id", "There is no such organisation any more.");
        var isNew = place is null;
        if (place is null) db.Organizations.Add(place = new Organization { Name = input.Name.Trim(), Source = "hand" });
        (place.Name, place.SortName) = (input.Name.Trim(), RecordUpdate.SortForm(input.Name));
        (place.City, place.Region, place.Country) = (Text(input.City), Text(input.Region), country);
        foreach (var gone in place.Identifiers.Where(i => id is not null && !ids.Contains((i.Source, i.Value))).ToList()) place.Identifiers.Remove(gone);
        foreach (var (source, value) in ids)
            if (!place.Identifiers.Exists(i => i.Source == source && i.Value == value)) place.Identifiers.Add(new OrganizationIdentifier { Source = source, Value = value, OrganizationId = place.Id });
        if (!place.Names.Exists(n => n.SortName == place.SortName)) place.Names.Add(new OrganizationName { OrganizationId = place.Id, Name = place.Name, SortName = place.SortName });
        if (input.Tie is { } tie) place.Tie = tie;
        Finish(db, place, isNew ? "organization.added" : "organization.changed", null, place.Name, actor);
        return new SaveOrganizationResult.Saved(place.Id, isNew);
    }

    private void Finish(PortalDb db, Organization place, string action, string? before, string after, Actor actor)
    {
        var now = time.GetUtcNow();
        place.ChangedAt = now;
        db.Audit.Add(new AuditEntry { At = now, By = actor.Name.Length <= 300 ? actor.Name : actor.Name[..300], Action = action, Subject = $"organization:{place.Id}", Before = before, After = after });
        foreach (var key in KeysOf(place)) PlanRequests.AskTerm(db, VocabularyNames.Organization, key, action, now);
    }

    private static IEnumerable<string> KeysOf(Organization place) =>
        place.Identifiers.Select(i => $"{i.Source}:{i.Value}").Concat(place.Names.Select(n => OrganizationKeys.OfName(n.Name)).OfType<string>()).Distinct(StringComparer.Ordinal).Take(100);

    private static IQueryable<Organization> Tracked(PortalDb db) => db.Organizations.Include(o => o.Identifiers).Include(o => o.Names).AsSplitQuery();

    private static string? Text(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim() is { Length: > 200 } whole ? whole[..200] : text.Trim();

    private static Task<SaveOrganizationResult> Refuse(string field, string sentence) => Task.FromResult<SaveOrganizationResult>(new SaveOrganizationResult.Invalid(field, sentence));
}

/// <summary>An organisation as somebody writes it.</summary>
/// <param name="Country">A code or a name.</param>
/// <param name="Identifiers">Source and value; the source may be left empty where the value shows it.</param>
/// <param name="Tie">Null: as it is.</param>
public sealed record OrganizationInput(string Name, string? City, string? Region, string? Country, IReadOnlyList<(string? Source, string Value)> Identifiers, OrganizationTie? Tie = null);

/// <summary>What became of it.</summary>
public abstract record SaveOrganizationResult
{
    private SaveOrganizationResult() { }

    public sealed record Saved(Guid Id, bool Created) : SaveOrganizationResult;

    /// <summary>Nothing was saved.</summary>
    public sealed record Invalid(string Field, string Sentence) : SaveOrganizationResult;
}
