using System.Globalization;
using System.Text;
using OrcidPortal.Curation.ToDeposit;
using OrcidPortal.Pages.Parts;
using OrcidPortal.Security;

namespace OrcidPortal.Pages.Curation.ToDeposit;

/// <summary><c>/curation/to-deposit.csv</c> for DSpace and <c>.bib</c>: the works that were taken at one moment, written while they are read. Asking for it again changes nothing.</summary>
internal static class ToDepositFile
{
    public const string Dspace = "curation/to-deposit.csv";
    public const string BibTeX = "curation/to-deposit.bib";

    /// <summary>Where a file is to be had.</summary>
    /// <param name="path">One of the two.</param>
    public static string Address(string path, DateTimeOffset takenAt) => $"{path}?taken={NameOf(takenAt)}";

    /// <summary>The moment as addresses have it.</summary>
    public static string NameOf(DateTimeOffset takenAt) => takenAt.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);

    /// <summary>The moment that an address names; null for any other text.</summary>
    public static DateTimeOffset? MomentOf(string? text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at <= DateTimeOffset.MaxValue.ToUnixTimeMilliseconds() ? DateTimeOffset.FromUnixTimeMilliseconds(at) : null;

    public static void MapToDepositFile(this WebApplication app)
    {
        app.MapGet("/" + Dspace, GetDspaceAsync).RequireAuthorization(Policies.Curator).ExcludeFromDescription();
        app.MapGet("/" + BibTeX, GetBibTeXAsync).RequireAuthorization(Policies.Curator).ExcludeFromDescription();
    }

    private static async Task<IResult> GetDspaceAsync(string? taken, HttpContext context, CurrentUser users, DepositList list, DepositFiles files)
    {
        var stop = context.RequestAborted;
        if (await FindAsync(taken, users, list, stop) is not { } filter) return Results.NotFound();
        var (names, lines) = await files.DspaceAsync(filter.TakenAt!.Value, filter.Within, stop);
        return Results.Stream(stream => Spreadsheet.WriteForProgramAsync(stream, names, lines, stop, DepositFiles.NewItem), "text/csv; charset=utf-8", NameOf(filter, "csv"));
    }

    private static async Task<IResult> GetBibTeXAsync(string? taken, HttpContext context, CurrentUser users, DepositList list, DepositFiles files)
    {
        var stop = context.RequestAborted;
        if (await FindAsync(taken, users, list, stop) is not { } filter) return Results.NotFound();
        return Results.Stream(stream => WriteAsync(stream, files.BibTeXAsync(filter.TakenAt!.Value, filter.Within, stop), stop), "application/x-bibtex; charset=utf-8", NameOf(filter, "bib"));
    }

    /// <summary>Null where nothing was taken then, or nothing of it is left.</summary>
    private static async Task<DepositFilter?> FindAsync(string? taken, CurrentUser users, DepositList list, CancellationToken cancellationToken)
    {
        if (MomentOf(taken) is not { } at || await users.GetAsync(cancellationToken) is not { } me) return null;
        var filter = new DepositFilter(DepositState.Taken, TakenAt: at, Within: me.Departments);
        return await list.CountAsync(filter, cancellationToken) > 0 ? filter : null;
    }

    private static async Task WriteAsync(Stream stream, IAsyncEnumerable<string> entries, CancellationToken cancellationToken)
    {
        await using var writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
        await foreach (var entry in entries.WithCancellation(cancellationToken)) await writer.WriteLineAsync(entry.AsMemory(), cancellationToken);
    }

    // To the minute: a curator may make several in a day.
    private static string NameOf(DepositFilter filter, string ending) => $"to-deposit-{filter.TakenAt!.Value.ToString("yyyy-MM-dd-HHmm", CultureInfo.InvariantCulture)}.{ending}";
}
