using Microsoft.EntityFrameworkCore;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.Records.Vocabularies;

namespace OrcidPortal.Records.Organizations;

/// <summary>Changes one organisation by hand, in one transaction, and asks for what names it to be planned again.</summary>
/// <param name="cause">What the planner names as the cause of what follows; null: the change itself.</param>
/// <param name="asks">False: the caller asks for all that names any organisation to be planned again.</param>
internal sealed class OrganizationSaving(Actor actor, DateTimeOffset now, string? cause = null, bool asks = true)
{
    /// <returns>The organisation; or whose an identifier already is; or neither, where there is no organisation with the id.</returns>
    public async Task<(Organization? Saved, string? TakenSentence)> SaveAsync(PortalDb db, Guid? id, OrganizationDraft draft, CancellationToken cancellationToken)
    {
        var organization = id is { } known ? await FindAsync(db, known, cancellationToken) : new Organization { Name = draft.Name!, Source = OrganizationSource.Hand };
        if (organization is null) return default;
        if (draft.Identifiers is { } wanted && await TakenAsync(db, organization.Id, wanted, cancellationToken) is { } taken) return (null, taken);
        var before = id is null ? null : OrganizationAudit.Describe(organization);
        var keys = OrganizationKeys.Of(organization);
        if (id is null) db.Organizations.Add(organization);
        PutFields(organization, draft);
        if (draft.Identifiers is not null) PutIdentifiers(db, organization, draft.Identifiers);
        PutNames(db, organization, draft.OtherNames);
        var after = OrganizationAudit.Describe(organization);
        if (before == after) return (organization, null);
        // From now on a load of ROR leaves it as it was written here.
        db.Entry(organization).Property(o => o.Source).CurrentValue = OrganizationSource.Hand;
        Conclude(db, organization, id is null ? "organization.created" : "organization.changed", before, after, keys);
        return (organization, null);
    }

    public async Task<bool> TieAsync(PortalDb db, Guid id, OrganizationTie tie, CancellationToken cancellationToken)
    {
        if (await FindAsync(db, id, cancellationToken) is not { } organization) return false;
        if (organization.Tie == tie) return true;
        var before = organization.Tie;
        organization.Tie = tie;
        Conclude(db, organization, "organization.tied", before.ToString(), tie.ToString(), []);
        return true;
    }

    /// <summary>Says that records mean this organisation by a name, or no longer.</summary>
    /// <param name="before">How the name is to be kept once more, when it is taken back: an acronym is searched for, but never enough to recognise it.</param>
    /// <returns>How the organisation had the name before; null where there is no such organisation.</returns>
    public async Task<NameHeld?> NameAsync(PortalDb db, Guid id, string name, bool means, NameHeld before, CancellationToken cancellationToken)
    {
        if (await FindAsync(db, id, cancellationToken) is not { } organization) return null;
        var form = OrganizationKeys.NameForm(name);
        var kept = organization.Names.Find(n => n.SortName == form);
        var held = kept is null ? NameHeld.No : kept.Language == OrganizationMatching.Acronym ? NameHeld.AsAcronym : NameHeld.Yes;
        var wanted = means ? NameHeld.Yes : before;
        if (held == wanted || form.Length == 0) return held;
        var (described, keys) = (OrganizationAudit.Describe(organization), OrganizationKeys.Of(organization));
        if (kept is not null)
        {
            organization.Names.Remove(kept);
            db.OrganizationNames.Remove(kept);
            await db.SaveChangesAsync(cancellationToken);
        }
        if (wanted != NameHeld.No) organization.Names.Add(new OrganizationName { OrganizationId = id, SortName = form, Name = kept?.Name ?? name, Language = wanted == NameHeld.AsAcronym ? OrganizationMatching.Acronym : null });
        // From now on a load of ROR leaves it as it was written here.
        db.Entry(organization).Property(o => o.Source).CurrentValue = OrganizationSource.Hand;
        Conclude(db, organization, "organization.changed", described, OrganizationAudit.Describe(organization), keys);
        return held;
    }

    internal static Task<Organization?> FindAsync(PortalDb db, Guid id, CancellationToken cancellationToken) =>
        db.Organizations.AsSplitQuery().Include(o => o.Identifiers).Include(o => o.Names).SingleOrDefaultAsync(o => o.Id == id, cancellationToken);

    internal static async Task<string?> TakenAsync(PortalDb db, Guid id, IReadOnlyList<OrganizationId> wanted, CancellationToken cancellationToken)
    {
        var (sources, values) = (wanted.Select(w => w.Source).Distinct().ToArray(), wanted.Select(w => w.Value).ToArray());
        var others = await db.OrganizationIdentifiers.AsNoTracking().Where(i => sources.Contains(i.Source) && values.Contains(i.Value) && i.OrganizationId != id)
            .Join(db.Organizations, i => i.OrganizationId, o => o.Id, (i, o) => new { i.Source, i.Value, o.Name }).ToListAsync(cancellationToken);
        return others.Find(o => wanted.Any(w => w.Source == o.Source && w.Value == o.Value)) is { } other
            ? $"{other.Source} {other.Value} already belongs to \"{other.Name}\". Change that organisation, or take the identifier away there first."
            : null;
    }

    private static void PutFields(Organization organization, OrganizationDraft draft)
    {
        organization.Name = draft.Name!;
        organization.SortName = RecordUpdate.SortForm(draft.Name);
        (organization.City, organization.Region, organization.Country) = (draft.City, draft.Region, draft.Country);
    }

    private static void PutIdentifiers(PortalDb db, Organization organization, IReadOnlyList<OrganizationId> wanted)
    {
        foreach (var gone in organization.Identifiers.Where(i => !wanted.Any(w => w.Source == i.Source && w.Value == i.Value)).ToList())
        {
            organization.Identifiers.Remove(gone);
            db.OrganizationIdentifiers.Remove(gone);
        }
        foreach (var id in wanted)
            if (!organization.Identifiers.Exists(i => i.Source == id.Source && i.Value == id.Value))
                organization.Identifiers.Add(new OrganizationIdentifier { Source = id.Source, Value = id.Value, Preferred = id.Preferred });
    }

    private static void PutNames(PortalDb db, Organization organization, IReadOnlyList<string>? others)
    {
        var wanted = Wanted(organization.Name, others ?? organization.Names.Select(n => n.Name));
        foreach (var gone in organization.Names.Where(n => !wanted.Exists(w => w.Form == n.SortName)).ToList())
        {
            organization.Names.Remove(gone);
            db.OrganizationNames.Remove(gone);
        }
        foreach (var (form, name) in wanted)
            if (organization.Names.Find(n => n.SortName == form) is not { } kept)
                organization.Names.Add(new OrganizationName { OrganizationId = organization.Id, SortName = form, Name = name });
            else if (kept.Name != name && db.Entry(kept) is { State: not EntityState.Added } row) row.Property(n => n.Name).CurrentValue = name;
    }

    /// <summary>All names of an organisation by their form, the main one first.</summary>
    internal static List<(string Form, string Name)> Wanted(string name, IEnumerable<string> others) =>
        [.. others.Prepend(name).Select(n => (Form: OrganizationKeys.NameForm(n), Name: n)).Where(n => n.Form.Length > 0).DistinctBy(n => n.Form)];

    internal void Conclude(PortalDb db, Organization organization, string action, string? before, string after, IReadOnlyCollection<string> keysBefore)
    {
        organization.ChangedAt = now;
        OrganizationAudit.Add(db, actor, action, $"organization:{organization.Id}", before, after, now);
        if (asks) foreach (var key in keysBefore.Union(OrganizationKeys.Of(organization)))
            db.PlanRequests.Add(new PlanRequest { Scope = PlanScope.Term, Vocabulary = VocabularyNames.Organization, Term = key, Cause = cause ?? "organisation", At = now });
    }
}

/// <summary>How an organisation has a name.</summary>
public enum NameHeld { No, AsAcronym, Yes }
