using Bunit;
using OrcidPortal.Pages.Connect;

namespace OrcidPortal.Tests.Pages.Connect;

public sealed class ConnectPageTests
{
    [Fact]
    public async Task It_explains_each_permission_in_plain_words_before_it_asks()
    {
        await using var house = await PageHouse.OpenForAdaAsync(("Institution:PrivacyUrl", "https://example.org/privacy"));

        var page = house.Open<ConnectPage>();

        page.FindAll("li[data-scope]").Select(l => l.GetAttribute("data-scope")).ShouldBe(["/authenticate", "/read-limited", "/activities/update"]);
        page.FindAll("li[data-scope] span").ShouldAllBe(s => !s.TextContent.Contains('/', StringComparison.Ordinal));
        page.Find("a[href='https://example.org/privacy']").TextContent.ShouldContain("Fictitious University");
        page.Find("a[href='mailto:library@example.org']");
        var form = page.Find("form");
        (form.GetAttribute("method"), form.GetAttribute("action")).ShouldBe(("post", "connect/orcid/start"));
        form.QuerySelector("button")!.TextContent.Trim().ShouldBe("Create or connect your ORCID iD");
    }

    [Fact]
    public async Task A_scope_without_words_of_its_own_is_still_named()
    {
        await using var house = await PageHouse.OpenForAdaAsync(("Orcid:Scopes", "/authenticate /webhook"));

        var page = house.Open<ConnectPage>();

        page.Find("li[data-scope='/webhook']").TextContent.ShouldContain("“/webhook”");
    }
}
