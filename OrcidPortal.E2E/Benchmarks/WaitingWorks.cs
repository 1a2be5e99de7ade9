using System.Globalization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using OrcidPortal.Commands.Generation;
using OrcidPortal.Connect;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.Live;
using OrcidPortal.OrcidApi;

namespace OrcidPortal.E2E.Benchmarks;

/// <summary>An institution as <c>generate</c> makes it, before its first push: everybody is connected at the simulator and has confirmed the first sync, and every work without a problem waits.</summary>
internal static class WaitingWorks
{
    private const string Scopes = "/authenticate /read-limited /activities/update";
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    /// <summary>Generates people with works, and connects them.</summary>
    /// <param name="services">Of a portal whose jobs do not run.</param>
    /// <returns>How many works of each person wait.</returns>
    public static async Task<IReadOnlyDictionary<Guid, int>> PrepareAsync(IServiceProvider services, SimulatorProcess simulator, int people, int works)
    {
        (await services.GetRequiredService<DatabaseGenerator>().GenerateAsync(new GenerateOptions(people, works, Seed: 1), null, Cancelled)).ShouldBeOfType<GenerateResult.Generated>();
        await ForgetAsync(services);
        await ConnectAsync(services, simulator);
        await using var db = await services.GetRequiredService<IDbContextFactory<PortalDb>>().CreateDbContextAsync(Cancelled);
        // A server that has been running for a while knows its tables, and has tidied up what was changed in them five times a moment ago.
        if (db is PostgreSqlPortalDb) await db.Database.ExecuteSqlRawAsync("VACUUM (ANALYZE)", Cancelled);
        return await db.SyncItems.Where(i => i.State == SyncState.Ready).GroupBy(i => i.PersonId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, Cancelled);
    }

    /// <summary>Nothing was ever sent, and only works are.</summary>
    private static async Task ForgetAsync(IServiceProvider services) => await services.GetRequiredService<Transactions>().RunAsync(async (db, ct) =>
    {
        await db.RemoteCopies.ExecuteDeleteAsync(ct);
        await db.ForeignCopies.ExecuteDeleteAsync(ct);
        await db.Connections.ExecuteDeleteAsync(ct);
        await db.Preferences.ExecuteDeleteAsync(ct);
        await db.SyncItems.Where(i => i.Kind != RecordKind.Work).ExecuteDeleteAsync(ct);
        await db.SyncItems.ExecuteUpdateAsync(s => s
            .SetProperty(i => i.PutCode, (long?)null).SetProperty(i => i.SentFingerprint, "").SetProperty(i => i.SentVersion, 0).SetProperty(i => i.SentAt, (DateTimeOffset?)null)
            .SetProperty(i => i.RemovedAtOrcidAt, (DateTimeOffset?)null).SetProperty(i => i.ExcludedAt, (DateTimeOffset?)null).SetProperty(i => i.AlreadyThere, false).SetProperty(i => i.AlreadyThereFrom, (string?)null)
            .SetProperty(i => i.Failure, FailureKind.None).SetProperty(i => i.FailedAt, (DateTimeOffset?)null).SetProperty(i => i.RefusedVersion, (int?)null).SetProperty(i => i.Attempts, 0).SetProperty(i => i.RetryAt, (DateTimeOffset?)null)
            .SetProperty(i => i.FailureStatus, (int?)null).SetProperty(i => i.FailureCode, (int?)null).SetProperty(i => i.FailureMessage, (string?)null)
            .SetProperty(i => i.BlockReason, BlockReason.None).SetProperty(i => i.HoldReason, HoldReason.None).SetProperty(i => i.Approved, true).SetProperty(i => i.DueAt, (DateTimeOffset?)null).SetProperty(i => i.Cause, (string?)null), ct);
        await db.FailedCalls.ExecuteDeleteAsync(ct);
        await db.SyncItems.Where(i => i.LeaveReason != LeaveReason.NotMyRole).ExecuteUpdateAsync(s => s.SetProperty(i => i.Desired, Desired.Present).SetProperty(i => i.LeaveReason, LeaveReason.None), ct);
        await db.SyncItems.ExecuteUpdateAsync(s => s.SetProperty(i => i.State, SyncState.NotChosen), ct);
        await db.SyncItems.Where(i => i.Desired == Desired.Present && (i.ProblemCount > 0 || i.DesiredFingerprint == "")).ExecuteUpdateAsync(s => s.SetProperty(i => i.State, SyncState.NeedsFix), ct);
        await db.SyncItems.Where(i => i.Desired == Desired.Present && i.ProblemCount == 0 && i.DesiredFingerprint != "").ExecuteUpdateAsync(s => s.SetProperty(i => i.State, SyncState.Ready), ct);
    }, Cancelled);

    private static async Task ConnectAsync(IServiceProvider services, SimulatorProcess simulator)
    {
        var (orcid, now) = (services.GetRequiredService<IOptions<OrcidOptions>>().Value, services.GetRequiredService<TimeProvider>().GetUtcNow());
        var seal = new TokenSeal(services.GetRequiredService<IDataProtectionProvider>());
        List<Person> people;
        await using (var db = await services.GetRequiredService<IDbContextFactory<PortalDb>>().CreateDbContextAsync(Cancelled)) people = await db.People.AsNoTracking().OrderBy(p => p.LocalId).ToListAsync(Cancelled);
        await Parallel.ForAsync(0, people.Count, new ParallelOptions { MaxDegreeOfParallelism = 4, CancellationToken = Cancelled }, async (i, _) => await JoinAsync(simulator, people[i], GeneratedIdentifiers.Orcid(i)));
        foreach (var chunk in people.Index().Chunk(500))
            await services.GetRequiredService<Transactions>().RunAsync((db, _) =>
            {
                foreach (var (number, person) in chunk)
                {
                    db.Connections.Add(new Connection
                    {
                        PersonId = person.Id, Environment = orcid.EnvironmentName, ClientId = orcid.ClientId, Orcid = GeneratedIdentifiers.Orcid(number), LastOrcid = GeneratedIdentifiers.Orcid(number),
                        State = ConnectionState.Connected, SealedAccessToken = seal.Close(person.Id, TokenOf(person)), Scopes = Scopes, TokenExpiresAt = now.AddYears(20), NameAtOrcid = person.DisplayName,
                        ConnectedAt = now, ReadAt = now, ComparedAt = now, WorkedOutAt = now, FirstSyncConfirmedAt = now,
                    });
                    // The planner has been there before.
                    db.Topics.Add(new Topic { Key = Topics.Person(person.Id) });
                    db.Preferences.Add(new Preference { PersonId = person.Id, Mode = SendMode.AtOnce, Fundings = false, Affiliations = false, OtherNames = false, Websites = false, PersonIdentifiers = false, ChangedAt = now });
                }
                return Task.CompletedTask;
            }, Cancelled);
    }

    /// <summary>Somebody's record at the simulator, with the token the portal has.</summary>
    public static async Task JoinAsync(SimulatorProcess simulator, Person person, string orcid)
    {
        await simulator.ControlAsync("people", new { orcid, givenNames = person.GivenNames, familyName = person.FamilyName });
        await simulator.ControlAsync("tokens", new { orcid, scope = Scopes, token = TokenOf(person) });
    }

    public static string TokenOf(Person person) => string.Create(CultureInfo.InvariantCulture, $"{person.Id:D}");
}
