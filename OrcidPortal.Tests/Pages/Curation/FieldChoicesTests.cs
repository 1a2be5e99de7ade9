using OrcidPortal.Data.Entities;
using OrcidPortal.Pages.Curation;
using OrcidPortal.Records;

namespace OrcidPortal.Tests.Pages.Curation;

public sealed class FieldChoicesTests
{
    [Theory]
    [InlineData(RecordKind.Work, FieldPaths.Type)]
    [InlineData(RecordKind.Funding, FieldPaths.Type)]
    [InlineData(RecordKind.Work, FieldPaths.LanguageCode)]
    [InlineData(RecordKind.Country, FieldPaths.Country)]
    [InlineData(RecordKind.Work, FieldPaths.CitationType)]
    [InlineData(RecordKind.Funding, FieldPaths.OrganizationCountry)]
    public async Task Every_choice_has_a_name_that_people_read(RecordKind kind, string path)
    {
        await using var house = await PageHouse.OpenAsync();

        var choices = house.Get<FieldChoices>().Of(kind, path);

        choices.ShouldNotBeEmpty();
        choices.Where(c => c.Name.Length < 3 || c.Name == c.Value || c.Name.Contains("Unknown", StringComparison.Ordinal)).ShouldBeEmpty();
        choices.Select(c => c.Name).Distinct().Count().ShouldBe(choices.Count);
    }

    [Fact]
    public async Task Currencies_are_found_by_code_and_name()
    {
        await using var house = await PageHouse.OpenAsync();

        var choices = house.Get<FieldChoices>().Of(RecordKind.Funding, FieldPaths.CurrencyCode);

        choices.ShouldContain(("EUR", "EUR – Euro"));
        choices.ShouldContain(("DEM", "DEM"));
    }

    [Fact]
    public async Task What_may_be_anything_has_no_choices()
    {
        await using var house = await PageHouse.OpenAsync();

        house.Get<FieldChoices>().Of(RecordKind.Employment, FieldPaths.RoleTitle).ShouldBeEmpty();
    }
}
