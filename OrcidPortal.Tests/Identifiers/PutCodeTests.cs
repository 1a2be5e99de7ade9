using OrcidPortal.Identifiers;

namespace OrcidPortal.Tests.Identifiers;

public sealed class PutCodeTests
{
    [Theory]
    [InlineData("1", true)]
    [InlineData("9223372036854775807", true)]
    [InlineData("9223372036854775808", false)]
    [InlineData("0", false)]
    [InlineData("-1", false)]
    [InlineData("1.0", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void A_put_code_is_a_positive_whole_number(string? text, bool expected) => PutCode.TryParse(text, out _).ShouldBe(expected);
}
