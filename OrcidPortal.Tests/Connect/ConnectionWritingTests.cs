using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using OrcidPortal.Connect;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.Identifiers;
using OrcidPortal.OrcidApi;
using OrcidPortal.Security;
using OrcidPortal.Tests.Infrastructure;

namespace OrcidPortal.Tests.Connect;

/// <summary>What only a database with several writers decides.</summary>
public sealed class ConnectionWritingTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task One_iD_goes_to_one_of_many_who_connect_it_at_the_same_moment(DatabaseProvider provider)
    {
        await using var database = await Databases.OpenAsync(provider, Stop);
        var people = Enumerable.Range(0, 8).Select(i => new Person { LocalId = $"p{i}", GivenNames = "Josiah", FamilyName = "Carberry", CreatedAt = TestDatabase.Start }).ToList();
        await database.AddAsync([.. people]);
        var writing = Writing(database);
        var iD = OrcidId.Parse(ConnectHouse.Josiah);

        var results = await Task.WhenAll(people.Select(p => Task.Run(() =>
            writing.ConnectAsync(Attempt(p.Id), new TokenGrant("token", null, TimeSpan.FromDays(1), "/activities/update", null, iD.Value), iD, Actor.CommandLine, Stop))));

        results.Count(r => r.Result is FinishResult.Connected).ShouldBe(1);
        results.Count(r => r.Result is FinishResult.TakenByAnother).ShouldBe(7);
        (await database.ReadAsync(db => db.Connections.CountAsync(Stop))).ShouldBe(1);
        (await database.ReadAsync(db => db.Agreements.CountAsync(Stop))).ShouldBe(1);
    }

    private static ConnectAttempt Attempt(Guid personId) => new() { PersonId = personId, BrowserHash = "", Scopes = "/activities/update", Language = "en" };

    private static ConnectionWriting Writing(TestDatabase database)
    {
        var rooms = database.Compose(
            b =>
            {
                b.WebHost.UseTestServer();
                b.AddOrcidApi();
                b.AddSecurity();
            },
            ("Security:Mode", "Demo"));
        return new ConnectionWriting(
            rooms.GetRequiredService<Transactions>(), rooms.GetRequiredService<IOptions<OrcidOptions>>(), new TokenSeal(rooms.GetRequiredService<IDataProtectionProvider>()), database.TimeProvider);
    }
}
