using OrcidPortal.Commands;
using OrcidPortal.Data.Entities;
using OrcidPortal.Tests.Records.Organizations;

namespace OrcidPortal.Tests.Commands;

public sealed class OrganizationsCommandTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_dump_is_loaded_and_whose_the_institution_speaks_for_is_marked()
    {
        await using var house = await OrganizationHouse.OpenAsync();
        var file = Path.Combine(house.Database.Folder.FullName, "ror.json");
        await File.WriteAllTextAsync(file, RorDump.Ten, Stop);

        var (code, told) = await RunAsync(house, file, "--ours", "05qwgg493", "--related", "https://ror.org/018mejw64");

        code.ShouldBe(0);
        told.ShouldContain("ror.json: 10 read, 7 added, 0 changed, 0 unchanged, 3 rejected.");
        told.ShouldContain("entry 8: not taken.");
        told.ShouldContain("Boston University is ours now.");
        (await house.MatchAsync(new RecordFields { OrganizationName = "Boston University" }))!.Tie.ShouldBe(OrganizationTie.Ours);
        (await house.MatchAsync(new RecordFields { OrganizationName = "German Research Foundation" }))!.Tie.ShouldBe(OrganizationTie.Related);
    }

    [Fact]
    public async Task What_is_not_there_or_not_understood_is_told()
    {
        await using var house = await OrganizationHouse.OpenAsync();

        (await RunAsync(house)).Code.ShouldBe(2);
        (await RunAsync(house, "--mine", "x")).Code.ShouldBe(2);
        (await RunAsync(house, "no-such-file.json")).Code.ShouldBe(1);
        var (code, told) = await RunAsync(house, "--ours", "05qwgg493");

        code.ShouldBe(1);
        told.ShouldContain("Load the ROR dump first");
    }

    private static async Task<(int Code, string Told)> RunAsync(OrganizationHouse house, params string[] args)
    {
        await using var output = new StringWriter();
        var code = await OrganizationsCommand.RunAsync(house.Services, args, output, Stop);
        return (code, output.ToString());
    }
}
