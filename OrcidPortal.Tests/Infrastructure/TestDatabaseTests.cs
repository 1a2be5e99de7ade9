using Microsoft.EntityFrameworkCore;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;

namespace OrcidPortal.Tests.Infrastructure;

public sealed class TestDatabaseTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Every_test_has_a_migrated_database_of_its_own(DatabaseProvider provider)
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        await using var first = await Databases.OpenAsync(provider, cancellationToken);
        await using var second = await Databases.OpenAsync(provider, cancellationToken);

        await first.AddAsync(new Person { LocalId = "a", CreatedAt = TestDatabase.Start });

        (await first.ReadAsync(db => db.People.CountAsync(cancellationToken))).ShouldBe(1);
        (await second.ReadAsync(db => db.People.CountAsync(cancellationToken))).ShouldBe(0);
        (await second.ReadAsync(db => db.Instances.CountAsync(cancellationToken))).ShouldBe(1);
        (await second.ReadAsync(db => db.Database.GetPendingMigrationsAsync(cancellationToken))).ShouldBeEmpty();
    }
}
