using Microsoft.EntityFrameworkCore;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;

namespace OrcidPortal.Security;

/// <summary>The people of the institution.</summary>
public sealed class People(Transactions transactions, IDbContextFactory<PortalDb> contexts, TimeProvider time)
{
    /// <summary>Creates the person or brings the fields up to date.</summary>
    /// <param name="localId">The institution's own id: 1 to 100 characters without control characters and slashes.</param>
    /// <param name="fields">All fields; null and blank values empty the stored ones. A name that the person took over from ORCID stays until the institution gives another one than before.</param>
    /// <param name="actor">Who does it, for the audit.</param>
    /// <returns>Invalid for the first field that cannot be stored; then nothing was.</returns>
    public async Task<SavePersonResult> SaveAsync(string localId, PersonFields fields, Actor actor, CancellationToken cancellationToken)
    {
        var (clean, invalid) = PersonChecks.Check(localId, fields);
        if (clean is null) return invalid!;
        var id = localId.Trim();
        return await transactions.RunAsync<SavePersonResult>(async (db, ct) =>
        {
            var person = await db.People.SingleOrDefaultAsync(p => p.LocalId == id, ct);
            var before = person is null ? null : Describe(person);
            var created = person is null;
            if (person is null) db.People.Add(person = new Person { LocalId = id, CreatedAt = time.GetUtcNow() });
            if (person.ListedFamilyName != clean.FamilyName || person.ListedGivenNames != clean.GivenNames) PersonNames.Give(person, clean.GivenNames, clean.FamilyName);
            person.Email = clean.Email;
            person.Department = clean.Department;
            var after = Describe(person);
            if (before != after) AuditLog.Add(db, actor, created ? "person.created" : "person.changed", $"person:{person.Id}", before, after, time.GetUtcNow());
            return new SavePersonResult.Saved(person, created);
        }, cancellationToken);
    }

    /// <summary>The person with the institution's id.</summary>
    public async Task<Person?> FindAsync(string localId, CancellationToken cancellationToken)
    {
        var id = localId.Trim();
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.People.AsNoTracking().SingleOrDefaultAsync(p => p.LocalId == id, cancellationToken);
    }

    /// <summary>The person with the portal's id.</summary>
    public async Task<Person?> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.People.AsNoTracking().SingleOrDefaultAsync(p => p.Id == id, cancellationToken);
    }

    private static string Describe(Person p) => $"given={p.GivenNames}; family={p.FamilyName}; email={p.Email}; department={p.Department}";
}
