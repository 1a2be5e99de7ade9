using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using OrcidPortal.Connect;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.Live;
using OrcidPortal.OrcidApi;
using OrcidPortal.Records;
using OrcidPortal.Security;

namespace OrcidPortal.Pull;

/// <summary>Name and biography as everybody may read them at ORCID: the person says whether we are to say so, too. Nothing is changed there.</summary>
public sealed class Profiles(Transactions transactions, IDbContextFactory<PortalDb> contexts, IOptions<OrcidOptions> orcid, TimeProvider time)
{
    /// <summary>What a person is asked, and what they took over.</summary>
    public async Task<ProfileView> LoadAsync(Guid personId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await db.People.AsNoTracking().FirstOrDefaultAsync(p => p.Id == personId, cancellationToken) is not { } person) return ProfileView.Nothing;
        var connection = await ConnectionAsync(db.Connections.AsNoTracking(), personId, cancellationToken);
        var listed = person.ListedFamilyName is { } family ? $"{person.ListedGivenNames} {family}".Trim() : null;
        return new ProfileView(connection is null ? [] : [.. Differences(person, connection).Where(d => !connection.ProfileDecided.Contains(d.Digest))], listed, person.Biography);
    }

    /// <summary>We say it, too, from now on.</summary>
    /// <param name="difference">As it was shown.</param>
    /// <returns>False where ORCID, or we, say something else by now.</returns>
    public Task<bool> TakeAsync(Guid personId, ProfileDifference difference, Actor actor, CancellationToken cancellationToken) =>
        ChangeAsync(personId, difference.Part, actor, (person, connection) =>
        {
            if (connection is null || !Differences(person, connection).Contains(difference) || !difference.MayTake) return false;
            if (difference.Part == ProfilePart.Biography) person.Biography = difference.Theirs;
            else if (NameOf(person, connection) is { } name) PersonNames.Choose(person, name.GivenNames, name.FamilyName);
            return true;
        }, cancellationToken);

    /// <summary>Ours stays. What ORCID says now is not asked again.</summary>
    /// <param name="difference">As it was shown.</param>
    /// <returns>False where ORCID, or we, say something else by now.</returns>
    public Task<bool> KeepAsync(Guid personId, ProfileDifference difference, Actor actor, CancellationToken cancellationToken) =>
        ChangeAsync(personId, difference.Part, actor, (person, connection) =>
        {
            if (connection is null || !Differences(person, connection).Contains(difference)) return false;
            connection.ProfileDecided = [.. connection.ProfileDecided.Append(difference.Digest).Distinct()];
            return true;
        }, cancellationToken);

    /// <summary>What was taken over is taken back: the institution's name, no biography.</summary>
    /// <returns>False where nothing was taken over.</returns>
    public Task<bool> GiveBackAsync(Guid personId, ProfilePart part, Actor actor, CancellationToken cancellationToken) =>
        ChangeAsync(personId, part, actor, (person, connection) =>
        {
            if (part == ProfilePart.Biography ? person.Biography is null : person.ListedFamilyName is null) return false;
            if (part == ProfilePart.Biography) person.Biography = null;
            else PersonNames.Give(person, person.ListedGivenNames ?? "", person.ListedFamilyName!);
            // Who takes it back does not want to be asked at once whether they want it.
            if (connection is not null) connection.ProfileDecided = [.. connection.ProfileDecided.Concat(Differences(person, connection).Where(d => d.Part == part).Select(d => d.Digest)).Distinct()];
            return true;
        }, cancellationToken);

    private Task<bool> ChangeAsync(Guid personId, ProfilePart part, Actor actor, Func<Person, Connection?, bool> change, CancellationToken cancellationToken) =>
        transactions.RunAsync(async (db, ct) =>
        {
            if (await db.People.FirstOrDefaultAsync(p => p.Id == personId, ct) is not { } person) return false;
            var before = Describe(person, part);
            if (!change(person, await ConnectionAsync(db.Connections, personId, ct))) return false;
            var after = Describe(person, part);
            AuditLog.Add(db, actor, before == after ? "profile.kept" : "profile.changed", $"person:{personId}", before, before == after ? null : after, time.GetUtcNow());
            // Whether a work names the person as an author is asked by their name.
            if (before != after && part == ProfilePart.Name) PlanRequests.Ask(db, PlanScope.Person, personId, "name", time.GetUtcNow());
            await Topics.TouchAsync(db, Topics.Person(personId), ct);
            if (part == ProfilePart.Name) await Topics.TouchAsync(db, Topics.People, ct);
            return true;
        }, cancellationToken);

    private Task<Connection?> ConnectionAsync(IQueryable<Connection> connections, Guid personId, CancellationToken cancellationToken)
    {
        var environment = orcid.Value.EnvironmentName;
        return connections.FirstOrDefaultAsync(c => c.PersonId == personId && c.Environment == environment && c.Orcid != null && (c.State == ConnectionState.Connected || c.State == ConnectionState.TokenRejected), cancellationToken);
    }

    private static IEnumerable<ProfileDifference> Differences(Person person, Connection connection)
    {
        // As long as a curator has not said whose record it is, its name is nobody's.
        if (!connection.NameCheckOpen && NameOf(person, connection) is { } name && $"{name.GivenNames} {name.FamilyName}".Trim() is var theirs && !string.Equals(theirs, person.DisplayName, StringComparison.OrdinalIgnoreCase))
            yield return new ProfileDifference(ProfilePart.Name, person.DisplayName, theirs, NameCheck.IsAlike(person.ListedGivenNames ?? person.GivenNames, person.ListedFamilyName ?? person.FamilyName, theirs));
        if (connection.BiographyAtOrcid is { } text && text != person.Biography) yield return new ProfileDifference(ProfilePart.Biography, person.Biography, text, true);
    }

    /// <summary>ORCID's name as we could store it; null where it is not public, or we could not.</summary>
    private static PersonFields? NameOf(Person person, Connection connection)
    {
        // People of one name have it as given name there, and as family name here.
        var (given, family) = string.IsNullOrWhiteSpace(connection.FamilyNameAtOrcid) ? ("", connection.GivenNamesAtOrcid) : (connection.GivenNamesAtOrcid, connection.FamilyNameAtOrcid);
        return family is null ? null : PersonChecks.Check(person.LocalId, new PersonFields(given ?? "", family, null, null)).Fields;
    }

    private static string? Describe(Person person, ProfilePart part) => part == ProfilePart.Biography ? person.Biography : $"given={person.GivenNames}; family={person.FamilyName}";
}
