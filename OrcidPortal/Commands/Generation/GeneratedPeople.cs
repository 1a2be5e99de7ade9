using System.Globalization;
using OrcidPortal.Connect;
using OrcidPortal.Data.Entities;
using OrcidPortal.OrcidApi;
using OrcidPortal.Security;

namespace OrcidPortal.Commands.Generation;

/// <summary>
/// People with departments, connections and preferences. Of a hundred, 70 are connected, 22 never were, 4 have a rejected token and 4 left. Tokens are sealed as
/// real ones are, so that they can be opened; no registry knows them.
/// </summary>
internal sealed class GeneratedPeople(Random random, GeneratedIds ids, OrcidOptions orcid, TokenSeal seal)
{
    private static readonly DateTimeOffset Today = GenerateOptions.Today;

    /// <param name="number">From 0; local id and iD are made of it.</param>
    /// <param name="works">Works of which they are the first owner.</param>
    public GeneratedPerson Make(int number, int works)
    {
        var (given, family) = GeneratedNames.One(random);
        var department = random.Chance(0.95) ? random.PickEarly(Places) : -1;
        var localId = string.Create(CultureInfo.InvariantCulture, $"g{number + 1:000000}");
        var fields = new PersonFields(given, family, random.Chance(0.9) ? $"{localId}@example.edu" : null, department < 0 ? null : GeneratedPositions.Departments[department]);
        var person = new Person
        {
            Id = ids.Next(), LocalId = localId, GivenNames = given, FamilyName = family, Email = fields.Email, Department = fields.Department, SortName = PersonNames.SortName(given, family),
            CreatedAt = Today.AddDays(-random.Next(400, 1500)),
        };
        return new GeneratedPerson(person, ConnectionOf(person, number), PreferenceOf(person), works, department);
    }

    private static readonly int[] Places = [.. Enumerable.Range(0, GeneratedPositions.Departments.Count)];

    private Connection? ConnectionOf(Person person, int number)
    {
        var way = random.NextDouble();
        if (way < 0.22) return null;
        var since = Today.AddMinutes(-random.Next(60 * 24 * 390));
        var (rejected, left) = (way is >= 0.22 and < 0.26, way is >= 0.26 and < 0.30);
        var iD = GeneratedIdentifiers.Orcid(number);
        var confirmed = random.Chance(0.92);
        var nameCheck = random.Chance(0.02);
        return new Connection
        {
            Id = ids.Next(), PersonId = person.Id, Environment = orcid.EnvironmentName, ClientId = orcid.ClientId, Orcid = left ? null : iD, LastOrcid = iD,
            State = left ? ConnectionState.Disconnected : rejected ? ConnectionState.TokenRejected : ConnectionState.Connected,
            SealedAccessToken = left ? null : seal.Close(person.Id, new Guid(Bytes()).ToString("D")),
            SealedRefreshToken = left ? null : seal.Close(person.Id, new Guid(Bytes()).ToString("D")),
            Scopes = left ? "" : Scopes(),
            TokenExpiresAt = left ? null : since.AddYears(20),
            NameAtOrcid = random.Chance(0.1) ? null : nameCheck ? $"{person.GivenNames[0]}. Somebody" : person.DisplayName,
            NameCheckOpen = nameCheck && !left,
            ConnectedAt = since,
            EndedAt = rejected || left ? Today.AddHours(-random.Next(1, 200)) : null,
            ReadAt = left ? null : since.AddMinutes(1),
            FirstSyncConfirmedAt = !left && confirmed ? since.AddMinutes(4) : null,
            LockedAt = !left && random.Chance(0.005) ? Today.AddDays(-2) : null,
        };
    }

    /// <summary>Some unticked the permission to write.</summary>
    private string Scopes() => random.Chance(0.01) ? "/authenticate /read-limited" : orcid.Scopes;

    private Preference? PreferenceOf(Person person) => random.Chance(0.75) ? null : new Preference
    {
        PersonId = person.Id, Mode = random.Chance(0.4) ? SendMode.AtOnce : SendMode.Daily, Works = random.Chance(0.05) ? WorksChoice.None : WorksChoice.All,
        Fundings = random.Chance(0.9), Affiliations = random.Chance(0.9), OtherNames = random.Chance(0.7), Keywords = random.Chance(0.3), Countries = random.Chance(0.2),
        Websites = random.Chance(0.8), PersonIdentifiers = random.Chance(0.8), AlreadyThere = random.Chance(0.3) ? AlreadyThereRule.AddOurs : AlreadyThereRule.Leave,
        ChangedAt = Today.AddDays(-random.Next(1, 300)),
    };

    private byte[] Bytes()
    {
        var bytes = new byte[16];
        random.NextBytes(bytes);
        return bytes;
    }
}
