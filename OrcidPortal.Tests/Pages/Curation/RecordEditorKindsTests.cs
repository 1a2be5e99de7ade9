using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.Pages.Curation;
using OrcidPortal.Pages.Parts;
using OrcidPortal.Records;
using OrcidPortal.Records.Organizations;
using OrcidPortal.Security;
using TestContext = Xunit.TestContext;

namespace OrcidPortal.Tests.Pages.Curation;

/// <summary>The editor shows each kind its own fields.</summary>
public sealed class RecordEditorKindsTests
{
    private static readonly RecordFields Grant = new()
    {
        Title = "Lakes", Type = new TypeValue("", "Fellowship"), OrganizationName = "DFG", OrganizationCountry = "Germany", StartDate = "2015", Amount = "1000", CurrencyCode = "€",
        ExternalIds = [new FieldIdentifier("grant_number", "G-1")], Contributors = [new FieldContributor("a", "Ada Lovelace", "lead")],
    };

    private static readonly RecordFields Position = new() { RoleTitle = "Professor", OrganizationName = "Brown University", StartDate = "2015-03" };

    public static TheoryData<RecordKind> Kinds => [.. Enum.GetValues<RecordKind>()];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Kinds))]
    public async Task Each_kind_has_its_own_fields_and_is_saved(RecordKind kind)
    {
        await using var house = await StaffHouse.OpenForAsync(Roles.Curator);
        var id = await house.ImportedAsync(kind, FieldsOf(kind));
        var page = house.Open<RecordEditor>(("Id", id));
        page.WaitForElement(".editor");

        page.Find(".page-above").TextContent.ShouldBe(Words.Of<KindNames>().Of(kind));
        page.FindAll(".editor-fields [data-field]").Select(f => f.GetAttribute("data-field")).ShouldBe(FieldPaths.Of(kind));
        page.FindAll(".editor-fields label, .editor-fields legend, .editor-fields .hint, .editor-side dt").ShouldAllBe(l => l.TextContent.Trim().Length > 0 && !l.TextContent.Contains("Field.", StringComparison.Ordinal) && !l.TextContent.Contains("Hint.", StringComparison.Ordinal));
        if (FieldPaths.Of(kind).FirstOrDefault(p => p is FieldPaths.Title or FieldPaths.RoleTitle or FieldPaths.Content or FieldPaths.UrlName) is not { } typed) return;
        await page.Find($"[data-field={typed}] input").InputAsync(new ChangeEventArgs { Value = "Typed by a curator" });
        house.Database.Clock.Advance(TimeSpan.FromMilliseconds(300));
        page.WaitForElement(".save-bar");
        await page.ClickAsync("Save 1 change");
        page.WaitForElement(".saved");

        FieldValues.Get((await house.Database.ReadAsync(db => db.Records.SingleAsync(r => r.Id == id, Stop))).Fields, typed).ShouldBe("Typed by a curator");
    }

    [Fact]
    public async Task A_funder_found_in_the_directory_fills_the_fields_of_the_organisation()
    {
        await using var house = await StaffHouse.OpenForAsync(Roles.Curator);
        await OrganizationAsync(house, new OrganizationDraft("German Research Foundation", "Bonn", null, "DE", [new OrganizationId("ROR", "018mejw64")], ["Deutsche Forschungsgemeinschaft"]), OrganizationTie.None);
        var id = await house.ImportedAsync(RecordKind.Funding, Grant);
        var page = house.Open<RecordEditor>(("Id", id));
        page.WaitForAssertion(() => page.FindAll("[data-field^=organization] .problem").ShouldNotBeEmpty());

        await page.Field("Organisation in the directory").FocusAsync(new());
        await house.TypeAsync(page, "Organisation in the directory", "deutsche");
        await page.WaitForElement(".mud-list-item", TimeSpan.FromSeconds(5)).ClickAsync(new());
        page.WaitForAssertion(() => page.Field("Funder").GetAttribute("value").ShouldBe("German Research Foundation"));
        page.FindAll("[data-field^=organization] .problem").ShouldBeEmpty();
        page.Markup.ShouldContain("In the directory: German Research Foundation.");
        await page.Button(page.FindAll(".save-bar button")[^1].TextContent.Trim()).ClickAsync(new());
        page.WaitForElement(".saved");

        var saved = (await house.Database.ReadAsync(db => db.Records.SingleAsync(r => r.Id == id, Stop))).Fields;
        (saved.OrganizationName, saved.OrganizationCity, saved.OrganizationCountry, saved.OrganizationIdSource, saved.OrganizationId)
            .ShouldBe(("German Research Foundation", "Bonn", "DE", "ROR", "https://ror.org/018mejw64"));
    }

    [Fact]
    public async Task A_position_elsewhere_says_that_it_would_not_be_sent()
    {
        await using var house = await StaffHouse.OpenForAsync(Roles.Curator);
        await OrganizationAsync(house, new OrganizationDraft("Brown University", "Providence", "RI", "US", [new OrganizationId("ROR", "05gq02987")]), OrganizationTie.None);

        var page = house.Open<RecordEditor>(("Id", await house.ImportedAsync(RecordKind.Employment, Position)));

        page.WaitForAssertion(() => page.Find(".known-organization").TextContent.ShouldContain("neither ours nor related"));
    }

    [Fact]
    public async Task What_is_wrong_stands_beside_its_field()
    {
        await using var house = await StaffHouse.OpenForAsync(Roles.Curator);
        var page = house.Open<RecordEditor>(("Id", await house.ImportedAsync(RecordKind.Employment, Position with { StartDate = "2015-03", EndDate = "2015-02-30" })));
        page.WaitForElement("[data-field=end-date] .problem");

        page.FindAll("[data-field=start-date] .problem").ShouldBeEmpty();
        await house.TypeAsync(page, "End", "2016");

        page.WaitForAssertion(() => page.FindAll("[data-field=end-date] .problem").ShouldBeEmpty());
    }

    [Fact]
    public async Task A_word_of_the_source_is_shown_with_what_it_means_and_another_value_is_chosen_by_name()
    {
        await using var house = await StaffHouse.OpenForAsync(Roles.Curator);
        var id = await house.ImportedAsync(RecordKind.Funding, Grant);
        var page = house.Open<RecordEditor>(("Id", id));
        page.WaitForElement("[data-field=currency-code] select");

        Chosen(page, "currency-code").ShouldBe("EUR – Euro (the source says “€”)");
        Chosen(page, "organization-country").ShouldBe("Germany (DE) (the source says “Germany”)");
        await page.Field("Currency").ChangeAsync(new ChangeEventArgs { Value = "CHF" });
        house.Database.Clock.Advance(TimeSpan.FromMilliseconds(300));
        page.WaitForElement(".save-bar");
        await page.ClickAsync("Save 1 change");
        page.WaitForElement(".saved");

        (await house.Database.ReadAsync(db => db.Records.SingleAsync(r => r.Id == id, Stop))).Fields.CurrencyCode.ShouldBe("CHF");
        Chosen(page, "currency-code").ShouldStartWith("CHF – ");
    }

    [Fact]
    public async Task Identifiers_and_contributors_offer_what_their_kind_has()
    {
        await using var house = await StaffHouse.OpenForAsync(Roles.Curator);
        var funding = house.Open<RecordEditor>(("Id", await house.ImportedAsync(RecordKind.Funding, Grant)));
        funding.WaitForElement("[data-field=external-ids]");
        funding.Find("[data-field=external-ids] li").TextContent.ShouldContain("its own number");
        funding.Find("[data-field=contributors] li").TextContent.ShouldContain("Lead");

        await funding.ClickAsync("Change Ada Lovelace");

        funding.FindAll("[data-field=contributors] option").Select(o => o.GetAttribute("value")).ShouldBe(["lead", "co-lead", "supported-by", "other-contribution"]);
    }

    [Fact]
    public async Task An_identifier_of_a_person_is_one_and_has_no_relation()
    {
        await using var house = await StaffHouse.OpenForAsync(Roles.Curator);
        var page = house.Open<RecordEditor>(("Id", await house.ImportedAsync(RecordKind.PersonIdentifier, FieldsOf(RecordKind.PersonIdentifier))));
        page.WaitForElement("[data-field=external-ids] li");

        page.FindAll("button").Select(b => b.TextContent.Trim()).ShouldNotContain("Add an identifier");
        page.Find("[data-field=external-ids] li").TextContent.ShouldNotContain("own identifier");
        await page.FindAll("[data-field=external-ids] button").First(b => b.TextContent == "Change").ClickAsync(new());

        page.FindAll("[data-field=external-ids] select").ShouldBeEmpty();
    }

    [Fact]
    public async Task A_researcher_corrects_a_keyword_of_their_own()
    {
        await using var house = await PageHouse.OpenForAdaAsync();
        var id = await house.ImportedAsync(RecordKind.Keyword, FieldsOf(RecordKind.Keyword));
        var page = house.Open<RecordEditor>(("Id", id));
        page.WaitForElement("[data-field=content] input");

        await house.TypeAsync(page, "Keyword", "limnology");
        page.WaitForElement(".save-bar");
        await page.ClickAsync("Save 1 change");

        page.WaitForAssertion(() => page.Find("h1").TextContent.ShouldBe("limnology"));
    }

    private static string Chosen(IRenderedComponent<IComponent> page, string path)
    {
        var select = page.Find($"[data-field={path}] select");
        return select.QuerySelectorAll("option").Single(o => o.GetAttribute("value") == select.GetAttribute("value")).TextContent;
    }

    private static async Task OrganizationAsync(PageHouse house, OrganizationDraft draft, OrganizationTie tie)
    {
        var saved = await house.Get<OrganizationDirectory>().SaveAsync(null, draft, Actor.System("test"), Stop);
        await house.Get<OrganizationDirectory>().TieAsync(saved.ShouldBeOfType<SaveOrganizationResult.Saved>().Organization.Id, tie, Actor.System("test"), Stop);
    }

    private static RecordFields FieldsOf(RecordKind kind) => kind switch
    {
        RecordKind.Work => new RecordFields { Title = "On engines", Type = new TypeValue("bibtex", "article"), PublicationDate = "2024" },
        RecordKind.Funding => Grant,
        RecordKind.OtherName => new RecordFields { Content = "A. A. L." },
        RecordKind.Keyword => new RecordFields { Content = "lakes" },
        RecordKind.Country => new RecordFields { Country = "DE" },
        RecordKind.Website => new RecordFields { UrlName = "Home", Url = "https://example.org/ada" },
        RecordKind.PersonIdentifier => new RecordFields { ExternalIds = [new FieldIdentifier("Scopus Author ID", "A-1", null, "https://example.org/A-1")] },
        _ => Position,
    };
}
