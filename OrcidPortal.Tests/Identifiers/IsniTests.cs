using OrcidPortal.Identifiers;

namespace OrcidPortal.Tests.Identifiers;

public sealed class IsniTests
{
    [Theory]
    [InlineData("0000 0002 1694 233x")]
    [InlineData("ISNI: 0000-0002-1694-233X")]
    [InlineData("https://www.isni.org/isni/000000021694233X")]
    public void An_ISNI_is_read_in_any_of_its_forms(string text)
    {
        Isni.TryParse(text, out var isni).ShouldBeTrue();

        isni.Url.ShouldBe("https://isni.org/isni/000000021694233X");
    }

    [Theory]
    [InlineData("0000000216942331")]
    [InlineData("https://orcid.org/0000-0002-1694-233X")]
    [InlineData("")]
    [InlineData(null)]
    public void What_is_not_an_ISNI_is_refused(string? text) => Isni.TryParse(text, out _).ShouldBeFalse();
}
