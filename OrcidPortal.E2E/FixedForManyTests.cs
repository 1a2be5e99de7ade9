using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.E2E.Infrastructure;
using OrcidPortal.Mapping;
using static Microsoft.Playwright.Assertions;

namespace OrcidPortal.E2E;

/// <summary>A curator works through real exports: what many works have in common is said once, what stands alone is corrected by itself.</summary>
public sealed partial class FixedForManyTests : IAsyncDisposable
{
    private const string Manual = "csl-json/manubot_manual-references.json";

    private static readonly string[] Others =
    [
        "bibtex/jabref_testjabref.bib", "bibtex/sustainability-lab_all_publications.bib", "bibtex/citationjs_biblatex-input.bib", "bibtex/dspacecris_bibtex-test-3-entries.bib",
    ];

    /// <summary>A patent of 1886: ORCID takes no year before 1900, and takes a work without a date. And a law: ORCID has no such type.</summary>
    private static readonly IReadOnlyList<(string Title, string Field)> Single = [("Commutator for dynamo-electric machines", "publication-date"), ("Sarbanes-Oxley Act", "type")];

    private PortalDatabase _database = null!;
    private PortalServer _portal = null!;
    private Registry _registry = null!;
    private Visitor _visitor = null!;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private IPage Page => _visitor.Page;

    [Fact]
    public async Task Three_fixes_for_many_and_two_single_ones_leave_only_works_that_lack_a_title()
    {
        await ImportAsync();
        var (before, sent) = (await StandingAsync(), await _registry.WritesAsync(Registry.Laure));
        var lacking = await WithoutTitleAsync();
        lacking.ShouldBeGreaterThan(0);
        (await ToFixAsync()).ShouldBeGreaterThan(lacking + 2);

        var first = await FixAllAsync();
        await ShowsAsync(lacking);
        var (fixedNow, writes) = (await StandingAsync(), await _registry.WritesAsync(Registry.Laure));
        await _visitor.GoToAsync("/curation/fixes");
        await _visitor.InspectAsync("fixes");
        await TakeBackAsync(first);
        (await StandingAsync()).ShouldBe(before);
        var again = await FixAllAsync();
        await ShowsAsync(lacking);

        (await StandingAsync()).ShouldBe(fixedNow);
        first.Sum(f => f.Additions).ShouldBeGreaterThan(0);
        first.ShouldAllBe(f => f.Updates == 0);
        again.ShouldAllBe(f => f.Additions + f.Updates + f.Notices == 0);
        // The two single ones go by themselves.
        writes.Count.ShouldBe(sent.Count + first.Sum(f => f.Notices) + Single.Count);
        writes.ShouldAllBe(w => w.StartsWith("POST", StringComparison.Ordinal));
        (await _registry.WritesAsync(Registry.Laure)).ShouldBe(writes);
        await EverythingIsThereOnceAsync(lacking);
        _visitor.Errors.ShouldBeEmpty();
    }

    public async ValueTask DisposeAsync()
    {
        if (_visitor is not null) await _visitor.DisposeAsync();
        if (_portal is not null) await _portal.DisposeAsync();
        if (_database is not null) await _database.DisposeAsync();
    }

    private async Task ImportAsync()
    {
        var files = Others.ToDictionary(f => Path.GetFileName(f), RealFiles.Read);
        _database = await PortalDatabase.CreateAsync(DatabaseProvider.Sqlite);
        _portal = await PortalServer.StartAsync([.. RestApi.Settings, .. _database.Settings]);
        _registry = new Registry(_portal);
        var api = new RestApi(_portal);
        foreach (var (name, content) in files) (await api.ImportAsync("researcher2", content, name)).State.ShouldBe("Done");
        _visitor = await Browser.VisitAsync(_portal);
        await _visitor.SignInAsync("curator");
        await _visitor.GoToAsync("/imports?person=researcher2");
        await Expect(Page.GetByLabel("Whose works are these?")).ToHaveValueAsync(new Regex("Haak"));
        await Files.ChooseAsync(Page, Path.GetFileName(Manual), RealFiles.Read(Manual));
        await Page.GetByRole(AriaRole.Button, new() { Name = "Start the import" }).ClickAsync();
        await Page.WaitForURLAsync(new Regex("/imports/[0-9a-f-]{36}$"));
        await Expect(Page.Locator(".card .chip").First).ToHaveTextAsync("Done");
        await _database.SettledAsync();
    }

    /// <summary>Types that say nothing of a work are given one of ORCID's, for all that have them; works that share an address lose it, or ORCID would take it for the identifier of each; then the single ones.</summary>
    private async Task<IReadOnlyList<Fix>> FixAllAsync()
    {
        List<Fix> fixes = [await ApplyAsync(SayWhatAnEntryIsAsync), await ApplyAsync(EmptyAddressesAsync), await ApplyAsync(SetTypeOfMiscAsync)];
        foreach (var (title, field) in Single) await FixOneAsync(title, field);
        return fixes;
    }

    private async Task SayWhatAnEntryIsAsync()
    {
        await (await GroupAsync(ProblemCodes.TypeUnknown, "“entry”")).GetByRole(AriaRole.Button, new() { Name = "Say what it is" }).ClickAsync();
        await Page.Locator("#bulk-target").SelectOptionAsync("other");
    }

    private async Task EmptyAddressesAsync()
    {
        await SetFieldAsync(ProblemCodes.ExternalIdShared, "", "url");
        await Page.GetByLabel("Empty the field").CheckAsync();
    }

    private async Task SetTypeOfMiscAsync()
    {
        await SetFieldAsync(ProblemCodes.TypeUnknown, "misc", "type");
        await Page.Locator("#bulk-value").SelectOptionAsync("other");
    }

    /// <summary>Narrows the list to the works of a reason and chooses a field of them all.</summary>
    private async Task SetFieldAsync(string code, string value, string field)
    {
        var works = await _database.ReadAsync(db => db.RecordProblems.Where(p => p.Code == code && (value == "" || p.Value == value)).Select(p => p.RecordId).Distinct().CountAsync(Cancelled));
        await (await GroupAsync(code, value.Length > 0 ? $"“{value}”" : "")).GetByRole(AriaRole.Link).ClickAsync();
        await Expect(Page.Locator(".bulk-bar strong")).ToHaveTextAsync($"All {works} that the list shows");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Set a field" }).ClickAsync();
        await Page.Locator("#bulk-field").SelectOptionAsync(field);
    }

    /// <summary>The reason in the work list; its figures may be ten seconds old.</summary>
    private async Task<ILocator> GroupAsync(string code, string words)
    {
        var group = Page.Locator($".groups li[data-group='{code}']").Filter(new() { HasText = words });
        await Eventually.IsAsync(async () =>
        {
            await _visitor.GoToAsync("/curation");
            return await group.CountAsync();
        }, found => found == 1, $"{code} {words} is in the work list");
        return group;
    }

    /// <summary>Tries what was chosen, applies it, and sees at the registry what it had said it would do.</summary>
    private async Task<Fix> ApplyAsync(Func<Task> choose)
    {
        var notices = await _registry.NoticesAsync(Registry.Laure);
        await choose();
        await Page.GetByRole(AriaRole.Button, new() { Name = "See what it would do" }).ClickAsync();
        await Page.WaitForURLAsync(new Regex("/curation/fixes/[0-9a-f-]{36}$"));
        await Expect(Page.Locator(".card .chip").First).ToHaveTextAsync("Tried, not applied");
        var figures = (await Page.Locator(".figures dd").AllInnerTextsAsync()).Select(f => int.Parse(f, NumberStyles.AllowThousands, CultureInfo.InvariantCulture)).ToList();
        var fix = new Fix(new Uri(Page.Url).AbsolutePath, figures[3], figures[4], figures[5]);
        await Page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^Apply to ") }).ClickAsync();
        await Expect(Page.Locator(".card .chip").First).ToHaveTextAsync("Applied");
        await _database.SettledAsync();

        (await _registry.NoticesAsync(Registry.Laure) - notices).ShouldBe(fix.Notices, "what the dry run said");
        return fix;
    }

    private async Task FixOneAsync(string title, string field)
    {
        await OpenAsync($"/curation?q={Uri.EscapeDataString(title)}", title);
        if (field == "type") await Page.Locator("[data-field=type] select").SelectOptionAsync("standards-and-policy");
        else await Page.Locator($"[data-field={field}] input").FillAsync("");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Save 1 change" }).ClickAsync();
        await Expect(Page.Locator(".saved li")).ToContainTextAsync("Laure Haak: In sync");
        await _database.SettledAsync();
    }

    private async Task TakeBackAsync(IReadOnlyList<Fix> fixes)
    {
        foreach (var (title, field) in Single)
        {
            await OpenAsync($"/records?q={Uri.EscapeDataString(title)}", title);
            var correction = Page.Locator($"[data-field={field}] .correction");
            await correction.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
            await Expect(correction).ToHaveCountAsync(0);
        }
        foreach (var fix in fixes.Reverse())
        {
            await _visitor.GoToAsync(fix.Path);
            await Page.GetByRole(AriaRole.Button, new() { Name = "Take it all back" }).ClickAsync();
            await Page.Locator(".mud-dialog").GetByRole(AriaRole.Button, new() { Name = "Take it all back" }).ClickAsync();
            await Expect(Page.Locator(".card .chip").First).ToHaveTextAsync("Taken back");
        }
        await _database.SettledAsync();
    }

    private async Task OpenAsync(string list, string title)
    {
        await _visitor.GoToAsync(list);
        await Page.Locator("tbody").GetByRole(AriaRole.Link, new() { Name = title }).First.ClickAsync();
        await Page.WaitForURLAsync(new Regex("/records/[0-9a-f-]{36}$"));
        await _visitor.SettledAsync();
    }

    /// <summary>ORCID asks a work for a title, a type and, if any, a date it knows. A type can be said for many and a date left out; a title nobody can know but who has the work before them.</summary>
    private Task<int> WithoutTitleAsync() => _database.ReadAsync(db => db.Records.CountAsync(r => r.Title == "", Cancelled));

    private Task<int> ToFixAsync() => _database.ReadAsync(db => db.RecordsToFix.CountAsync(Cancelled));

    /// <summary>The database and the work list agree.</summary>
    private async Task ShowsAsync(int works)
    {
        (await ToFixAsync()).ShouldBe(works);
        await _visitor.GoToAsync("/curation?kind=Work");
        await Expect(Page.Locator(".bulk-bar strong")).ToHaveTextAsync($"All {works} that the list shows");
    }

    /// <summary>What the records say, what stands against them and who waits for them, a line each.</summary>
    private Task<List<string>> StandingAsync() => _database.ReadAsync(async db =>
    {
        var problems = (await db.RecordProblems.AsNoTracking().ToListAsync(Cancelled)).ToLookup(p => p.RecordId, p => $"{p.Code} {p.Field} {p.Value}");
        var waiting = await db.RecordsToFix.Select(r => r.RecordId).ToHashSetAsync(Cancelled);
        return (await db.Records.AsNoTracking().OrderBy(r => r.Id).ToListAsync(Cancelled))
            .ConvertAll(r => $"{r.Id} {JsonSerializer.Serialize(r.Fields)} {string.Join("; ", problems[r.Id].Order(StringComparer.Ordinal))} {(waiting.Contains(r.Id) ? "waits" : "")}");
    });

    private async Task EverythingIsThereOnceAsync(int lacking)
    {
        var there = (await _registry.WorksFromPortalAsync(Registry.Laure)).ToDictionary(w => w.PutCode);
        var records = await _database.ReadAsync(db => db.Records.AsNoTracking().ToDictionaryAsync(r => r.Id, Cancelled));
        var items = await _database.ReadAsync(db => db.SyncItems.AsNoTracking().Where(i => i.PutCode != null).ToListAsync(Cancelled));

        items.Select(i => i.RecordId).Distinct().Count().ShouldBe(records.Count - lacking);
        items.Select(i => i.PutCode!.Value).Order().ShouldBe(there.Keys.Order());
        items.ShouldAllBe(i => i.State == SyncState.InSync && there[i.PutCode!.Value].Title == records[i.RecordId].Title);
        there.Values.SelectMany(w => w.SelfIds).GroupBy(i => i).Where(g => g.Count() > 1).ShouldBeEmpty();
    }

    /// <summary>A fix as it was tried: its page, and what would be new and changed at ORCID, with how many notices.</summary>
    private sealed record Fix(string Path, int Additions, int Updates, int Notices);
}
