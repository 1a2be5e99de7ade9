using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.Localization;
using OrcidPortal.Pages.Curation.Sheets;
using OrcidPortal.Pages.Parts;
using OrcidPortal.Pages.Texts;
using OrcidPortal.Records;
using OrcidPortal.Records.Vocabularies;
using OrcidPortal.Security;

namespace OrcidPortal.Pages.Curation.Vocabularies;

/// <summary><c>/vocabularies.csv</c>: what the page shows, or all vocabularies, as a file that can come back.</summary>
internal static class VocabularyFile
{
    /// <summary>The columns that count when the file comes back; the others tell only.</summary>
    public static readonly IReadOnlyList<string> Columns = ["Vocabulary", "Word", "At ORCID"];
    private static readonly string[] Names = [.. Columns, "Records", "Set by", "Set at (UTC)"];

    /// <summary>Where the file is to be had.</summary>
    /// <param name="name">Null: all vocabularies.</param>
    public static string Address(string? name, string? text, bool onlyMissing) =>
        $"vocabularies.csv{QueryString.Create(new Dictionary<string, string?> { ["name"] = name, ["q"] = text, ["missing"] = onlyMissing ? "true" : null }.Where(p => !string.IsNullOrEmpty(p.Value)))}";

    public static void MapVocabularyFile(this WebApplication app) => app.MapGet("/vocabularies.csv", Get).RequireAuthorization(Policies.Curator).ExcludeFromDescription();

    /// <summary>The lines of a file that came back.</summary>
    public static (IReadOnlyList<VocabularyFileLine> Lines, SheetFault? Fault) Read(byte[] file)
    {
        var (lines, fault) = SheetReading.Read(file, Columns, Columns);
        return ([.. lines.Where(l => !l.TooLong).Select(l => new VocabularyFileLine(l.Line, l.Cells[0], l.Cells[1], l.Cells[2]))], fault ?? SheetFaults.TooLong(lines));
    }

    private static IResult Get(string? name, string? q, string? missing, HttpContext context, VocabularyList list, IStringLocalizer<SheetTexts> texts, TimeProvider time)
    {
        if (!string.IsNullOrEmpty(name) && !VocabularyNames.All.Contains(name)) return Results.NotFound();
        var stop = context.RequestAborted;
        var lines = LinesAsync(list, string.IsNullOrEmpty(name) ? VocabularyNames.All : [name], q, missing == "true", texts, stop);
        return Results.Stream(stream => Spreadsheet.WriteAsync(stream, Names, lines, stop), "text/csv; charset=utf-8",
            $"{(string.IsNullOrEmpty(name) ? "vocabularies" : name)}-{time.GetUtcNow().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}.csv");
    }

    private static async IAsyncEnumerable<string[]> LinesAsync(
        VocabularyList list, IEnumerable<string> names, string? text, bool onlyMissing, IStringLocalizer<SheetTexts> texts, [EnumeratorCancellation] CancellationToken stop)
    {
        foreach (var name in names)
            foreach (var row in await list.AllAsync(name, text, onlyMissing, stop))
                yield return
                [
                    name, row.Value, row.Target ?? (row.Own is null ? "" : VocabularyPlan.None), row.Records.ToString(CultureInfo.InvariantCulture),
                    row.Own?.By ?? (row.Default is null ? "" : texts["Default"]), row.Own?.At.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture) ?? "",
                ];
    }
}
