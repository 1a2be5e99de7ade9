using NetArchTest.Rules;
using OrcidPortal.Data;

namespace OrcidPortal.Tests.Architecture;

/// <summary>The walls of the house. Where the work shows a better cut, change the table in <see cref="House"/> and say why in the commit.</summary>
public sealed class HouseTests
{
    [Fact]
    public void A_room_uses_only_the_rooms_that_the_table_allows()
    {
        var violations =
            from room in House.Rooms
            from other in House.Rooms
            where other != room && !House.MayUse[room].Contains(other) && !(room is "Pages" or "Api" && other == "Data")
            from type in House.Users(room, $"{House.Root}.{other}")
            select $"{type} uses {other}: {room} may use {(House.MayUse[room] is [] ? "no other room" : string.Join(", ", House.MayUse[room]))}";

        Nothing(violations);
    }

    [Fact]
    public void Pages_and_the_REST_API_know_the_entities_but_not_the_database()
    {
        var forbidden = House.In("Data").GetTypes()
            .Where(t => t.IsPublic && t.Namespace != "OrcidPortal.Data.Entities" && !House.FacesMayUseOfData.Contains(t.FullName))
            .Select(t => t.FullName!);

        var violations =
            from other in forbidden.Append("Microsoft.EntityFrameworkCore").Append("Hangfire").ToList()
            from room in (string[])["Pages", "Api"]
            from type in House.Users(room, other)
            select $"{type} uses {other}";

        Nothing(violations);
    }

    [Fact]
    public void Mapping_is_pure() =>
        Nothing(from other in (string[])["Microsoft.EntityFrameworkCore", "System.Net.Http", "System.Threading.Tasks"]
                from type in House.Users("Mapping", other)
                select $"{type} uses {other}");

    [Fact]
    public void The_REST_client_knows_no_table_and_the_simulator_none_of_ours() =>
        Nothing(from room in (string[])["OrcidApi", "Simulator", "Identifiers"]
                from type in House.Users(room, "Microsoft.EntityFrameworkCore")
                select $"{type} uses Microsoft.EntityFrameworkCore");

    [Fact]
    public void Hangfire_lives_in_Jobs_and_in_the_job_classes_of_the_rooms() =>
        Nothing(from room in House.Rooms
                where room != "Jobs"
                from type in House.Users(room, "Hangfire")
                where !type.Split('.')[1].EndsWith("Job", StringComparison.Ordinal)
                select $"{type} uses Hangfire: only {room}'s ...Job classes may");

    [Fact]
    public void No_room_is_named_like_the_beginning_of_another() =>
        Nothing(from room in House.Rooms
                from other in House.Rooms
                where other != room && other.StartsWith(room, StringComparison.Ordinal)
                select $"{other} starts with {room}: namespaces are matched by prefix");

    [Fact]
    public void Every_type_lives_in_a_room() =>
        Nothing(from type in House.Assembly.GetTypes()
                where type.DeclaringType is null && type != typeof(Program) && !type.Name.Contains('<', StringComparison.Ordinal)
                let space = type.Namespace ?? ""
                where space is "" or House.Root || space.StartsWith($"{House.Root}.", StringComparison.Ordinal)
                where space.Split('.') is not [_, var room, ..] || !House.MayUse.ContainsKey(room)
                select $"{type.FullName} is in no room of the table");

    [Fact]
    public void Every_table_is_an_entity_of_the_data_room()
    {
        using var db = new SqliteDesignTimeFactory().CreateDbContext([]);

        Nothing(from table in db.Model.GetEntityTypes()
                where table.ClrType.Namespace != "OrcidPortal.Data.Entities"
                select $"{table.ClrType.FullName} is a table outside Data/Entities");
    }

    [Fact]
    public void The_rules_see_what_they_are_to_see()
    {
        House.Users("Data", "Microsoft.EntityFrameworkCore").ShouldContain("Data.Transactions");
        House.Users("History", "OrcidPortal.Data").ShouldNotBeEmpty();
        Types.InAssembly(House.Assembly).That().ResideInNamespace("OrcidPortal.Pages").And().HaveDependencyOn("Microsoft.AspNetCore.Components").GetTypes().ShouldNotBeEmpty();
    }

    private static void Nothing(IEnumerable<string> violations)
    {
        var all = violations.Distinct().Order().ToList();
        if (all.Count > 0) Assert.Fail($"{all.Count} violations:{Environment.NewLine}{string.Join(Environment.NewLine, all)}");
    }
}
