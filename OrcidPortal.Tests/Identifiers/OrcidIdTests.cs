using OrcidPortal.Identifiers;

namespace OrcidPortal.Tests.Identifiers;

public sealed class OrcidIdTests
{
    [Theory]
    [InlineData("0000-0002-1825-0097", "0000-0002-1825-0097")]
    [InlineData("https://orcid.org/0000-0001-5109-3700", "0000-0001-5109-3700")]
    [InlineData("000000021694233x", "0000-0002-1694-233X")]
    public void An_iD_is_read_in_any_of_its_forms(string text, string expected)
    {
        OrcidId.TryParse(text, out var orcid).ShouldBeTrue();

        orcid.Value.ShouldBe(expected);
    }

    [Theory]
    [InlineData("0000-0002-1825-0098")]
    [InlineData("0000-0002-1825-009")]
    [InlineData("X000-0002-1825-0097")]
    [InlineData("")]
    [InlineData(null)]
    public void What_is_not_an_iD_is_refused(string? text) => OrcidId.TryParse(text, out _).ShouldBeFalse();
}
