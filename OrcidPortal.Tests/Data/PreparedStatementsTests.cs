using Npgsql;
using OrcidPortal.Data;

namespace OrcidPortal.Tests.Data;

public sealed class PreparedStatementsTests
{
    [Theory]
    [InlineData("Host=db;Database=portal", 100)]
    [InlineData("Host=db;Database=portal;Max Auto Prepare=0", 0)]
    [InlineData("Host=db;Database=portal;MaxAutoPrepare=7", 7)]
    public void PostgreSql_prepares_what_comes_again_unless_the_setting_says_otherwise(string configured, int expected)
    {
        var used = new NpgsqlConnectionStringBuilder(DataRegistration.PostgreSqlConnectionString(configured));

        (used.MaxAutoPrepare, used.Host, used.Database).ShouldBe((expected, "db", "portal"));
    }
}
