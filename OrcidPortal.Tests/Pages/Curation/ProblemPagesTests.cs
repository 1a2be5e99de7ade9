using AngleSharp.Dom;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using OrcidPortal.Curation;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.Mapping;
using OrcidPortal.Pages;
using OrcidPortal.Pages.Curation;
using OrcidPortal.Pages.Parts;
using OrcidPortal.Records;
using OrcidPortal.Records.Organizations;
using OrcidPortal.Security;
using OrcidPortal.Tests.Mapping;
using OrcidPortal.Tests.Mapping.Rules;
using TestContext = Xunit.TestContext;

namespace OrcidPortal.Tests.Pages.Curation;

/// <summary>Each problem code is said in words wherever people meet it: what is wrong, what to do, and the value that would be right where one is known.</summary>
public sealed class ProblemPagesTests
{
    private static readonly string Unknown = ProblemSentences.For("no.such-code", FieldPaths.Title, "", null).HowToFix;

    public static TheoryData<string> Suggesting => [.. RuleTable.All.Where(r => r.Suggestion is not null).Select(r => r.Code)];

    [Theory, MemberData(nameof(RuleTable.Codes), MemberType = typeof(RuleTable))]
    public async Task A_list_of_problems_says_what_is_wrong_and_what_to_do(string code)
    {
        await using var browser = new BunitContext();
        browser.JSInterop.Mode = JSRuntimeMode.Loose;
        browser.Services.AddParts();
        var found = RuleTable.Of(code).Found;
        var stored = new RecordProblem { Code = code, Severity = found.Severity, Field = found.Field, Value = found.Value, Suggestion = found.Suggestion };

        var forCurator = browser.Render<ProblemList>(p => p.Add(l => l.Problems, [stored]).Add(l => l.Audience, Audience.Curator)).FindAll("p").Select(p => p.TextContent.Trim()).ToList();
        var forResearcher = browser.Render<ProblemList>(p => p.Add(l => l.Problems, [stored]).Add(l => l.Audience, Audience.Researcher)).FindAll("p").Select(p => p.TextContent.Trim()).ToList();

        forCurator.Count.ShouldBe(3);
        forResearcher.ShouldBe(forCurator.Take(2));
        forCurator[2].ShouldStartWith(code);
        forCurator[2].ShouldNotBe(code);
        ShouldBeSaid(forCurator[0], forCurator[1], found);
    }

    [Theory, MemberData(nameof(RuleTable.Codes), MemberType = typeof(RuleTable))]
    public async Task The_editor_shows_the_problem_beside_its_field_and_no_other(string code)
    {
        var row = RuleTable.Of(code);
        await using var house = await StaffHouse.OpenForAsync(Roles.Curator);
        var page = house.Open<RecordEditor>(("Id", await BrokenAsync(house, row)));
        var field = row.Field.Split('/')[0];

        page.WaitForAssertion(() => page.Find($"[data-field={field}] .problem"));

        page.FindAll(".editor-fields .problem").Count.ShouldBe(1);
        var lines = page.FindAll($"[data-field={field}] .problem p").Select(p => p.TextContent.Trim()).ToList();
        lines[1].ShouldEndWith(code);
        ShouldBeSaid(lines[0], lines[1][..^code.Length].Trim(), row.Found);
        var label = page.Find($"[data-field={field}] label, [data-field={field}] legend").TextContent;
        label.ShouldNotContain("Field.");
    }

    [Theory, MemberData(nameof(Suggesting))]
    public async Task Each_suggestion_can_be_taken_and_heals_the_problem(string code)
    {
        var row = RuleTable.Of(code);
        await using var house = await StaffHouse.OpenForAsync(Roles.Curator);
        var page = house.Open<RecordEditor>(("Id", await BrokenAsync(house, row)));
        page.WaitForElement(".editor-fields .problem");

        foreach (var at in Enumerable.Range(0, page.FindAll(".problem .link-button").Count))
        {
            await page.FindAll(".problem .link-button")[at].ClickAsync(new MouseEventArgs());
            house.Database.Clock.Advance(TimeSpan.FromMilliseconds(300));

            page.WaitForAssertion(() => page.FindAll(".editor-fields .problem").ShouldBeEmpty());
            await page.ClickAsync("Discard");
            page.WaitForElement(".editor-fields .problem");
        }

        page.FindAll(".problem .link-button").ShouldNotBeEmpty();
    }

    [Theory, MemberData(nameof(RuleTable.Codes), MemberType = typeof(RuleTable))]
    public void Filters_and_counts_name_it_in_a_few_words(string code)
    {
        var name = Words.Of<ProblemNames>().Of(code);

        name.ShouldNotBe(code);
        name.ShouldNotContain("{");
        name.Length.ShouldBeLessThan(60);
    }

    [Fact]
    public void No_two_problems_have_one_name() =>
        FixFilter.Codes.Select(Words.Of<ProblemNames>().Of).GroupBy(n => n).Where(g => g.Count() > 1).Select(g => g.Key).ShouldBeEmpty();

    private static void ShouldBeSaid(string what, string fix, Problem found)
    {
        var words = ProblemSentences.For(found.Code, found.Field, found.Value, found.Suggestion);
        what.ShouldBe(words.What);
        fix.ShouldEndWith(words.HowToFix);
        foreach (var sentence in (string[])[what, fix])
        {
            sentence.Length.ShouldBeGreaterThan(10);
            sentence.ShouldNotContain("{");
            sentence.ShouldNotContain("“”");
            sentence.ShouldNotContain(found.Code);
        }
        fix.ShouldNotEndWith(Unknown);
        if (found.Suggestion is { } better) fix.ShouldContain(better);
    }

    /// <summary>The record of a row with its fault, where it belongs with the organisation that the directory has.</summary>
    private static async Task<Guid> BrokenAsync(PageHouse house, RuleRow row)
    {
        if (row.BrokenContext.Organization is { } brown)
        {
            var directory = house.Get<OrganizationDirectory>();
            await directory.SaveAsync(null, new OrganizationDraft(brown.Name, Identifiers: [new OrganizationId(brown.IdSource!, brown.IdValue!)]), Actor.System("test"), TestContext.Current.CancellationToken);
        }
        var saved = await house.Get<RecordStore>().SaveAsync(
            [new RecordDraft(row.Kind, "api:test", "1", row.Broken, house.Ada.Id)], Origin.Api, "test", null, Actor.System("test"), TestContext.Current.CancellationToken);
        var id = saved.Single().RecordId!.Value;
        if (row.IsPlanned)
        {
            var found = row.Found;
            await house.Database.AddAsync(new RecordProblem { RecordId = id, PersonId = house.Ada.Id, Code = found.Code, Severity = found.Severity, Field = found.Field, Value = found.Value });
        }
        return id;
    }
}
