using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.Pages.Admin;
using OrcidPortal.Pages.Layout;
using OrcidPortal.Push;
using OrcidPortal.Records;
using OrcidPortal.Security;
using TestContext = Xunit.TestContext;

namespace OrcidPortal.Tests.Pages.Admin;

public sealed class SendingPageTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_admin_pauses_with_a_reason_that_everybody_sees_and_sends_again()
    {
        await using var house = await StaffHouse.OpenForAsync(Roles.Admin);
        var page = house.Open<SendingPage>();
        page.WaitForElement("form");

        await page.Find("form").SubmitAsync();
        page.WaitForElement("p[role=alert]").TextContent.ShouldContain("Say why");
        await page.Find("#pause-reason").ChangeAsync(new ChangeEventArgs { Value = "The repository is moved" });
        await page.Find("form").SubmitAsync();

        page.WaitForElement("blockquote").TextContent.ShouldBe("The repository is moved");
        house.Browser.Render<PauseNote>().WaitForElement("aside").TextContent.ShouldBe("Sending to ORCID is paused. The repository is moved");
        await page.ClickAsync("Send again");
        page.WaitForElement("form");
        house.Browser.Render<PauseNote>().FindAll("aside").ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_too_much_is_shown_with_its_figures_and_goes_after_a_yes()
    {
        await using var house = await StaffHouse.OpenForAsync(Roles.Admin);
        var record = await house.ImportedAsync(new RecordFields { Title = "On engines" });
        var run = Guid.CreateVersion7();
        await house.Database.Transactions.RunAsync(async (db, ct) =>
        {
            db.SyncItems.Add(new SyncItem
            {
                PersonId = house.Ada.Id, RecordId = record, State = SyncState.Held, HoldReason = HoldReason.Brake, Cause = $"import:{run}", Desired = Desired.Present, Approved = true, PutCode = 7, DesiredFingerprint = "a", SentFingerprint = "b",
            });
            await Task.CompletedTask;
            db.Resends.Add(new Resend { Cause = $"import:{run}", At = house.Database.Clock.GetUtcNow() });
        }, Stop);
        var page = house.Open<SendingPage>();

        var card = page.WaitForElement("article");
        card.TextContent.ShouldContain("An import");
        card.TextContent.ShouldContain("1 entry, 1 person");
        card.QuerySelector("a[href^='imports/']").ShouldNotBeNull();
        await page.Find("article details").TriggerEventAsync("ontoggle", EventArgs.Empty);
        page.WaitForAssertion(() => page.Find("article tbody").TextContent.ShouldContain("On engines"));
        var asked = page.ClickAsync("Send 1");
        page.WaitForAssertion(() => page.Button("Send all of it"));
        page.Markup.ShouldContain("1 entry of 1 person will be changed at ORCID");
        await page.ClickAsync("Send all of it");
        await asked;

        page.WaitForAssertion(() => page.Markup.ShouldContain("Nothing waits"));
        var item = await house.Database.ReadAsync(db => db.SyncItems.AsNoTracking().SingleAsync(i => i.Cause == $"import:{run}", Stop));
        (item.HoldReason, item.State).ShouldBe((HoldReason.None, SyncState.Ready));
    }

    [Fact]
    public async Task The_registry_that_does_not_answer_is_told()
    {
        await using var house = await StaffHouse.OpenForAsync(Roles.Admin);
        var budget = house.Get<OrcidPortal.Remote.CallBudget>();
        for (var i = 0; i < 5; i++) await budget.MetAsync(new OrcidPortal.OrcidApi.OrcidResult.Unreachable());

        var page = house.Open<SendingPage>();

        page.WaitForAssertion(() => page.Markup.ShouldContain("Cannot be reached"));
        page.Markup.ShouldContain("24 a second, 6 at once after a pause");
    }
}
