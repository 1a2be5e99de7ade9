using Bunit;
using OrcidPortal.Data.Entities;
using OrcidPortal.Pages.Admin;
using OrcidPortal.Pull.Webhooks;
using OrcidPortal.Simulator;
using OrcidPortal.Tests.Infrastructure;
using TestContext = Xunit.TestContext;

namespace OrcidPortal.Tests.Pages.Admin;

public sealed class WebhookCardTests
{
    [Fact]
    public async Task Without_webhooks_there_is_no_word_of_them()
    {
        await using var house = await PageHouse.OpenAsync();

        house.Browser.Render<WebhookCard>().Markup.Trim().ShouldBeEmpty();
    }

    [Fact]
    public async Task It_counts_and_tells_what_ORCID_refused()
    {
        await using var house = await PageHouse.OpenAsync(("Pull:Webhooks", "Connected"), ("Pull:WebhookUrl", "https://orcid.example.edu"));
        await house.Database.AddAsync(
            Row(1, WebhookState.Registered), Row(2, WebhookState.Registered, w => w.CalledAt = TestDatabase.Start.AddMinutes(-5)), Row(3, WebhookState.Wanted), Row(4, WebhookState.Refused, w => w.Message = "ORCID iD not found"));

        var card = house.Browser.Render<WebhookCard>();

        card.FindAll("dd").Select(d => d.TextContent.Trim()).ShouldBe(["2", "1", "1", "5 minutes ago"]);
        card.Find("blockquote").TextContent.ShouldBe("ORCID iD not found");
        card.FindAll(".problem").ShouldBeEmpty();
    }

    [Fact]
    public async Task A_missing_permission_is_explained_with_what_to_do()
    {
        await using var house = await PageHouse.OpenAsync(("Pull:Webhooks", "Connected"), ("Pull:WebhookUrl", "https://orcid.example.edu"));
        await house.Database.AddAsync(Row(1, WebhookState.Wanted, w => (w.Message, w.DueAt) = (WebhookRows.NoScope, TestDatabase.Start.AddDays(1))));

        var card = house.Browser.Render<WebhookCard>();

        card.Find(".problem").TextContent.ShouldSatisfyAllConditions(t => t.ShouldContain("premium membership"), t => t.ShouldContain("once a day instead"));
        card.Markup.ShouldContain("Ask ORCID");
        card.FindAll("blockquote").ShouldBeEmpty();
    }

    private static WebhookRegistration Row(int number, WebhookState state, Action<WebhookRegistration>? change = null)
    {
        var row = new WebhookRegistration { Environment = "Simulator", ClientId = SimulatorClient.PortalId, Orcid = $"0000-0000-0000-{number:0000}", State = state, SecretHash = $"{number}" };
        change?.Invoke(row);
        return row;
    }
}
