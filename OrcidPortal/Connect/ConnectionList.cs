using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.Identifiers;
using OrcidPortal.Live;
using OrcidPortal.OrcidApi;
using OrcidPortal.Records;
using OrcidPortal.Security;

namespace OrcidPortal.Connect;

/// <summary>How people are connected. Who may ask is the caller's to check.</summary>
public sealed class ConnectionList(
    IDbContextFactory<PortalDb> contexts, Transactions transactions, IOptions<OrcidOptions> orcid, OrcidEndpoints endpoints, TimeProvider time)
{
    private const int PageSize = 50;

    /// <summary>The connection of one person with the registry of the settings.</summary>
    public async Task<ConnectionInfo> OfAsync(Guid personId, CancellationToken cancellationToken)
    {
        var environment = orcid.Value.EnvironmentName;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return Info(await db.Connections.AsNoTracking().SingleOrDefaultAsync(c => c.PersonId == personId && c.Environment == environment, cancellationToken));
    }

    /// <summary>People by name, 50 at a time.</summary>
    /// <param name="query">Words of the name, or the beginning of the person's id; null or blank: everybody.</param>
    /// <param name="connected">Only those who are connected, or are not; null: both.</param>
    /// <param name="cursor">From the page before; null: the first page.</param>
    /// <exception cref="InvalidCursorException">The cursor was not made by this list.</exception>
    public Task<Page<PersonRow>> PeopleAsync(string? query, bool? connected, string? cursor, CancellationToken cancellationToken) =>
        PeopleAsync(query, connected, false, cursor, cancellationToken);

    /// <inheritdoc cref="PeopleAsync(string?, bool?, string?, CancellationToken)"/>
    /// <param name="nameCheckOpen">True: only those whose name at ORCID a curator has to confirm.</param>
    public async Task<Page<PersonRow>> PeopleAsync(string? query, bool? connected, bool nameCheckOpen, string? cursor, CancellationToken cancellationToken)
    {
        var environment = orcid.Value.EnvironmentName;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var people = Matching(db.People.AsNoTracking(), query);
        if (connected is { } wanted)
            people = people.Where(p => db.Connections.Any(c => c.PersonId == p.Id && c.Environment == environment && c.State == ConnectionState.Connected) == wanted);
        if (nameCheckOpen) people = people.Where(p => db.Connections.Any(c => c.PersonId == p.Id && c.Environment == environment && c.NameCheckOpen && c.Orcid != null));
        if (Cursor.Read(cursor, 2) is [var name, var idText])
        {
            if (!Guid.TryParse(idText, out var id)) throw new InvalidCursorException(null);
            people = people.Where(p => p.SortName.CompareTo(name) > 0 || (p.SortName == name && p.Id > id));
        }
        var rows = await people.OrderBy(p => p.SortName).ThenBy(p => p.Id).Take(PageSize + 1).ToListAsync(cancellationToken);
        var ids = rows.ConvertAll(p => p.Id);
        var connections = await db.Connections.AsNoTracking().Where(c => c.Environment == environment && ids.Contains(c.PersonId)).ToDictionaryAsync(c => c.PersonId, cancellationToken);
        var page = Page<Person>.Cut(rows, PageSize, p => Cursor.Of(p.SortName, p.Id.ToString()));
        return new Page<PersonRow>([.. page.Items.Select(p => new PersonRow(p, Info(connections.GetValueOrDefault(p.Id))))], page.Next);
    }

    /// <summary>A curator says that the record at ORCID is this person's although the names differ. Nothing happens where nobody asked.</summary>
    public Task ConfirmNameAsync(Guid personId, Actor actor, CancellationToken cancellationToken) => transactions.RunAsync(async (db, ct) =>
    {
        var (now, environment) = (time.GetUtcNow(), orcid.Value.EnvironmentName);
        var connection = await db.Connections.SingleOrDefaultAsync(c => c.PersonId == personId && c.Environment == environment && c.NameCheckOpen, ct);
        if (connection is null) return;
        connection.NameCheckOpen = false;
        AuditLog.Add(db, actor, "name.confirmed", $"person:{personId}", null, connection.NameAtOrcid, now);
        PlanRequests.Ask(db, PlanScope.Person, personId, "name confirmed", now);
        await Topics.TouchAsync(db, Topics.Person(personId), ct);
        await Topics.TouchAsync(db, Topics.People, ct);
    }, cancellationToken);

    private static IQueryable<Person> Matching(IQueryable<Person> people, string? query)
    {
        var text = query?.Trim() ?? "";
        if (text.Length == 0) return people;
        if (text.Length > 300) return people.Where(_ => false);
        var words = text.ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return people.Where(p => p.LocalId.StartsWith(text) || words.All(w => p.SortName.Contains(w)));
    }

    private ConnectionInfo Info(Connection? c) => c is null ? ConnectionInfo.Never : new ConnectionInfo(
        c.State, c.Orcid, OrcidId.TryParse(c.Orcid, out var id) ? endpoints.RecordUrl(id) : null, c.NameAtOrcid, c.NameCheckOpen, c.ConnectedAt, c.FirstSyncConfirmedAt, c.ReadAt, c.Scopes) { PublicReadAt = c.PublicReadAt };
}
