using Bunit;
using Microsoft.EntityFrameworkCore;
using OrcidPortal.Data.Entities;
using OrcidPortal.Pages.Curation.Organizations;
using OrcidPortal.Pages.Curation.Vocabularies;
using OrcidPortal.Security;
using TestContext = Xunit.TestContext;

namespace OrcidPortal.Tests.Pages.Curation;

public sealed class WholeInstitutionTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_curator_of_a_department_reads_the_words_and_changes_none()
    {
        await using var house = await LimitedAsync();
        var page = house.Open<VocabulariesPage>();
        page.WaitForElement("tbody tr");

        page.Find("[role=note]").TextContent.ShouldContain("all departments");
        page.Find("fieldset").HasAttribute("disabled").ShouldBeTrue();
        page.FindAll("tbody select")[0].Change("book");

        (await house.Database.ReadAsync(db => db.VocabularyEntries.CountAsync(Stop))).ShouldBe(0);
    }

    [Fact]
    public async Task Files_are_not_offered_to_them()
    {
        await using var house = await LimitedAsync();

        var words = house.Open<VocabularyImportPage>();
        words.WaitForElement("[role=note]");
        words.FindAll("input[type=file]").ShouldBeEmpty();
        await house.Browser.DisposeComponentsAsync();

        var organizations = house.Open<OrganizationImportPage>();
        organizations.WaitForElement("[role=note]");
        organizations.FindAll("input[type=file]").ShouldBeEmpty();
    }

    private static async Task<PageHouse> LimitedAsync()
    {
        var house = await StaffHouse.OpenForAsync(Roles.Curator);
        await house.Database.Transactions.RunAsync(async (db, ct) =>
        {
            foreach (var account in await db.Accounts.ToListAsync(ct)) account.Departments = ["Physics"];
        }, Stop);
        return house;
    }
}
