using AngleSharp.Dom;
using Bunit;
using Microsoft.EntityFrameworkCore;
using OrcidPortal.Data.Entities;
using OrcidPortal.Pages.Admin;
using OrcidPortal.Security;
using TestContext = Xunit.TestContext;

namespace OrcidPortal.Tests.Pages.Admin;

public sealed class CuratorsPageTests
{
    [Fact]
    public async Task An_admin_chooses_the_departments_a_curator_looks_after()
    {
        await using var house = await StaffHouse.OpenForAsync(Roles.Admin);
        var curator = new Account { Issuer = "demo", Subject = "pia", Name = "Pia Physics", Roles = [Roles.Curator] };
        await house.Database.AddAsync(curator, new Person { LocalId = "p", SortName = "p", Department = "Physics" }, new Person { LocalId = "l", SortName = "l", Department = "Law" });
        var page = house.Open<CuratorsPage>();
        page.WaitForElement($"[data-account='{curator.Id}']");

        await page.ClickAsync("Change");
        page.FindAll("fieldset label").Select(l => l.TextContent.Trim()).ShouldBe(["Law", "Physics"]);
        page.Find("[role=status]").TextContent.ShouldStartWith("None chosen");
        page.FindAll("fieldset input")[^1].Change(true);
        page.Find("[role=status]").TextContent.ShouldContain("this department");
        await page.ClickAsync("Save");

        page.WaitForAssertion(() => page.Find($"[data-account='{curator.Id}']").TextContent.ShouldContain("Physics"));
        page.FindAll("fieldset").ShouldBeEmpty();
        (await house.Database.ReadAsync(db => db.Accounts.SingleAsync(a => a.Id == curator.Id, TestContext.Current.CancellationToken))).Departments.ShouldBe(["Physics"]);
    }
}
