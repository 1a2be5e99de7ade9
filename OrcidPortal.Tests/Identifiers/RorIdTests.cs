using OrcidPortal.Identifiers;

namespace OrcidPortal.Tests.Identifiers;

public sealed class RorIdTests
{
    [Theory]
    [InlineData("05qwgg493", "https://ror.org/05qwgg493")]
    [InlineData(" HTTPS://ROR.ORG/01DR6C206/ ", "https://ror.org/01dr6c206")]
    [InlineData("http://www.ror.org/035tnyy05", "https://ror.org/035tnyy05")]
    [InlineData("ror.org/00jmfr291", "https://ror.org/00jmfr291")]
    public void An_id_is_read_in_any_of_its_forms(string text, string expected)
    {
        RorId.TryParse(text, out var ror).ShouldBeTrue();

        ror.Value.ShouldBe(expected);
    }

    [Theory]
    [InlineData("05qwgg494")]
    [InlineData("05qwgl493")]
    [InlineData("15qwgg493")]
    [InlineData("https://example.org/05qwgg493")]
    [InlineData("")]
    [InlineData(null)]
    public void What_is_not_a_ROR_id_is_refused(string? text) => RorId.TryParse(text, out _).ShouldBeFalse();
}
