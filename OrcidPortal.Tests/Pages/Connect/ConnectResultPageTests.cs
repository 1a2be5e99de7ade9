using Bunit;
using OrcidPortal.Pages.Connect;

namespace OrcidPortal.Tests.Pages.Connect;

public sealed class ConnectResultPageTests
{
    [Theory]
    [InlineData("denied", "Your ORCID iD was not connected", true)]
    [InlineData("expired", "That took too long", true)]
    [InlineData("used", "This answer from ORCID was used before", true)]
    [InlineData("invalid", "This answer does not belong to your visit", true)]
    [InlineData("taken", "This ORCID iD belongs to somebody else here", false)]
    [InlineData("other-id", "You came back with another ORCID iD", false)]
    [InlineData("unreachable", "ORCID could not be reached", true)]
    [InlineData("refused", "ORCID did not complete the connection", true)]
    [InlineData("scopes", "Connected, but we may not add works", true)]
    [InlineData("form", "The page had been open too long", true)]
    [InlineData("account", "Your account belongs to nobody yet", false)]
    [InlineData("<script>", "ORCID did not complete the connection", true)]
    [InlineData(null, "ORCID did not complete the connection", true)]
    public async Task Each_way_back_says_what_happened_what_it_means_and_what_to_do(string? outcome, string title, bool again)
    {
        await using var house = await PageHouse.OpenForAdaAsync();
        house.Navigation.NavigateTo(outcome is null ? "connect/orcid/result" : $"connect/orcid/result?outcome={Uri.EscapeDataString(outcome)}");

        var page = house.Open<ConnectResultPage>();

        page.Find("h1").TextContent.ShouldBe(title);
        page.FindAll(".card > p").Take(3).ShouldAllBe(p => p.TextContent.Length > 10 && !p.TextContent.Contains("Result.", StringComparison.Ordinal));
        page.FindAll("a[href='connect/orcid']").Count.ShouldBe(again ? 1 : 0);
        page.FindAll("a[href='./']").Count.ShouldBe(1, "the way to the start page is a link");
    }
}
