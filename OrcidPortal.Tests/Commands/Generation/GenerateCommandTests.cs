using OrcidPortal.Data;

namespace OrcidPortal.Tests.Commands.Generation;

public sealed class GenerateCommandTests
{
    [Theory]
    [InlineData("Say how many people and works", "--people", "5")]
    [InlineData("--works needs a whole number", "--people", "5", "--works", "many", "--seed", "1")]
    [InlineData("\"--quick\" is not understood", "--quick")]
    [InlineData("--seed needs a whole number", "--people", "5", "--works", "5", "--seed")]
    [InlineData("1 to 1,000,000 people", "--people", "0", "--works", "5", "--seed", "1")]
    [InlineData("9900 each at most", "--people", "2", "--works", "20000", "--seed", "1")]
    public async Task What_cannot_be_done_is_said_in_a_sentence(string sentence, params string[] args)
    {
        await using var house = await GenerationHouse.OpenAsync(DatabaseProvider.Sqlite);

        var (code, output) = await house.CommandAsync(args);

        code.ShouldBe(2);
        output.ShouldContain(sentence);
    }

    [Fact]
    public async Task The_totals_are_told_and_a_second_run_is_refused()
    {
        await using var house = await GenerationHouse.OpenAsync(DatabaseProvider.Sqlite);

        var first = await house.CommandAsync("--people", "10", "--works", "100", "--seed", "3");
        var second = await house.CommandAsync("--people", "10", "--works", "100", "--seed", "3");

        first.Code.ShouldBe(0);
        first.Output.ShouldContain("People: 10, ");
        first.Output.ShouldContain("Work 100");
        first.Output.ShouldContain("InSync ");
        second.Code.ShouldBe(2);
        second.Output.ShouldContain("--force");
    }
}
