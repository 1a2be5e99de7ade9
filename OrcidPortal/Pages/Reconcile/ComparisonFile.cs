using System.Globalization;
using Microsoft.Extensions.Localization;
using OrcidPortal.Data.Entities;
using OrcidPortal.Mapping;
using OrcidPortal.Pages.Parts;
using OrcidPortal.Pages.Texts;
using OrcidPortal.Push.Reconciling;
using OrcidPortal.Security;

namespace OrcidPortal.Pages.Reconcile;

/// <summary><c>/reconcile/{id}.csv</c>: the differences of a comparison as a file for spreadsheets. One of everybody is for admins.</summary>
internal static class ComparisonFile
{
    private static readonly string[] Columns = ["Person", "LocalId", "What", "Kind", "Title", "Record", "Here", "There", "Then", "State"];

    /// <summary>Where the file is to be had, with the filters of the page.</summary>
    public static string Address(Guid id, string? kind, string? person) =>
        $"reconcile/{id}.csv{QueryString.Create(new Dictionary<string, string?> { ["kind"] = kind, ["person"] = person }.Where(p => !string.IsNullOrEmpty(p.Value)))}";

    /// <summary>The kind that an address names; null for any other text.</summary>
    public static DifferenceKind? KindOf(string? text) => Enum.TryParse<DifferenceKind>(text, out var kind) && Enum.IsDefined(kind) ? kind : null;

    public static void MapComparisonFile(this WebApplication app) => app.MapGet("/reconcile/{id:guid}.csv", GetAsync).RequireAuthorization(Policies.Curator).ExcludeFromDescription();

    private static async Task<IResult> GetAsync(
        Guid id, string? kind, string? person, HttpContext context, ComparisonList comparisons, People people, CurrentUser users, KindNames kinds, IStringLocalizer<ReconcileTexts> texts)
    {
        var stop = context.RequestAborted;
        var me = await users.GetAsync(stop);
        if (await comparisons.FindAsync(id, stop) is not { } report || (report.Row.Run.PersonId is null && me?.Is(Roles.Admin) != true)) return Results.NotFound();
        Guid? whose = string.IsNullOrEmpty(person) ? null : (await people.FindAsync(person, stop))?.Id ?? Guid.Empty;
        var lines = comparisons.StreamAsync(id, KindOf(kind), whose, stop).Select(row => Line(row, kinds, texts));
        return Results.Stream(
            stream => Spreadsheet.WriteAsync(stream, [.. Columns.Select(c => texts[$"File.{c}"].Value)], lines, stop), "text/csv; charset=utf-8",
            $"comparison-{report.Row.Run.CreatedAt.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}.csv");
    }

    private static string[] Line(DifferenceRow row, KindNames kinds, IStringLocalizer<ReconcileTexts> texts)
    {
        var difference = row.Difference;
        return
        [
            row.PersonName, row.LocalId, texts[$"Kind.{difference.Kind}"], KindSections.Of(difference.Section) is { } kind ? kinds.Of(kind) : difference.Section, row.Title, difference.RecordId?.ToString() ?? "",
            difference.PutCode?.ToString(CultureInfo.InvariantCulture) ?? "", difference.PutCodeThere?.ToString(CultureInfo.InvariantCulture) ?? "",
            texts[$"Then.{difference.Sends?.ToString() ?? "Nothing"}"], texts[$"Done.{difference.State}"],
        ];
    }
}
