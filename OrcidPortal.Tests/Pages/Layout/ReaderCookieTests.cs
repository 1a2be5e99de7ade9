using OrcidPortal.Pages.Layout;

namespace OrcidPortal.Tests.Pages.Layout;

public sealed class ReaderCookieTests
{
    [Fact]
    public void Look_and_zone_are_read()
    {
        var cookie = ReaderCookie.Parse("dark~Europe/Berlin");

        (cookie.Dark, cookie.FindZone()?.Id).ShouldBe((true, "Europe/Berlin"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("purple~Mars/Olympus")]
    [InlineData("~~~~")]
    [InlineData("light~../../etc/passwd")]
    public void What_is_not_known_is_left_out(string? text)
    {
        var cookie = ReaderCookie.Parse(text);

        (cookie.Dark, cookie.FindZone()).ShouldBe((false, null));
    }
}
