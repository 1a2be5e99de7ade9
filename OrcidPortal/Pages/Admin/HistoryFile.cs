using System.Globalization;
using Microsoft.Extensions.Options;
using OrcidPortal.Data;
using OrcidPortal.History;
using OrcidPortal.Pages.Layout;
using OrcidPortal.Pages.Parts;
using OrcidPortal.Security;

namespace OrcidPortal.Pages.Admin;

/// <summary><c>/history.csv</c>: what the history page shows, as a file for spreadsheets, written while it is read.</summary>
internal static class HistoryFile
{
    public const string Path = "history.csv";

    /// <summary>The newest so many lines; the page says when there are more.</summary>
    public const int MostLines = 100_000;

    public static void MapHistoryFile(this WebApplication app) => app.MapGet("/" + Path, GetAsync).RequireAuthorization(Policies.Curator).ExcludeFromDescription();

    private static async Task<IResult> GetAsync(
        [AsParameters] HistoryQuery query, HttpContext context, People people, HistoryList history, HistoryFacts facts, IOptions<InstitutionOptions> institution, TimeProvider time)
    {
        var zone = ReaderCookie.Parse(context.Request.Cookies[ReaderCookie.Name]).FindZone() ?? institution.Value.FindZone();
        var person = string.IsNullOrEmpty(query.Person) ? null : await people.FindAsync(query.Person, context.RequestAborted);
        var filter = query.ToFilter(person, zone);
        var today = TimeZoneInfo.ConvertTime(time.GetUtcNow(), zone).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return Results.Stream(stream => WriteAsync(stream, history.StreamAsync(filter, MostLines, context.RequestAborted), facts, zone, context.RequestAborted), "text/csv; charset=utf-8", $"history-{today}.csv");
    }

    /// <summary>Writes the names of the facts and then the lines.</summary>
    internal static Task WriteAsync(Stream stream, IAsyncEnumerable<HistoryRow> rows, HistoryFacts facts, TimeZoneInfo zone, CancellationToken cancellationToken) =>
        Spreadsheet.WriteAsync(stream, facts.Names, rows.Select(row => facts.Of(row, zone).Select(f => f ?? "").ToArray()), cancellationToken);
}
