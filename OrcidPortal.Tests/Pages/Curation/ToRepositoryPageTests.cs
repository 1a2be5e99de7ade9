using Bunit;
using OrcidPortal.Data.Entities;
using OrcidPortal.Pages.Curation;
using OrcidPortal.Records;
using OrcidPortal.Security;

namespace OrcidPortal.Tests.Pages.Curation;

public sealed class ToRepositoryPageTests
{
    [Fact]
    public async Task Nothing_to_take_back_is_said()
    {
        await using var house = await StaffHouse.OpenForAsync(Roles.Curator);

        var page = house.Open<ToRepositoryPage>();

        page.WaitForAssertion(() => page.Find(".state-card h2").TextContent.ShouldBe("Nothing to take back"));
        page.FindAll("a[download]").ShouldBeEmpty();
    }

    [Fact]
    public async Task Corrected_fields_are_listed_with_their_column_and_the_file_is_offered()
    {
        await using var house = await StaffHouse.OpenForAsync(Roles.Curator);
        var id = await house.ImportedAsync(new RecordFields { Title = "Engines", Type = new TypeValue("bibtex", "article") });
        await house.CorrectAsync(id, FieldPaths.Title, "Ours");
        await house.CorrectAsync(id, FieldPaths.Subtitle, "And theirs");

        var page = house.Open<ToRepositoryPage>();

        page.WaitForElement("tbody tr");
        page.FindAll("tbody tr").Select(r => string.Join(" | ", r.Children.Select(c => c.TextContent.Trim()))).ShouldBe(["Subtitle | Work | 1 | only by hand", "Title | Work | 1 | dc.title"]);
        page.Find("a[download]").GetAttribute("href").ShouldBe("curation/to-repository.zip");
        page.Markup.ShouldNotContain("authors or editors");
    }
}
