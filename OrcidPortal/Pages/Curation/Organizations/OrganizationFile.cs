using System.Globalization;
using OrcidPortal.Pages.Curation.Sheets;
using OrcidPortal.Pages.Parts;
using OrcidPortal.Records.Organizations;
using OrcidPortal.Security;

namespace OrcidPortal.Pages.Curation.Organizations;

/// <summary><c>/organizations.csv</c>: the organisations that curators added or changed and those that records name, as a file that can come back.</summary>
internal static class OrganizationFile
{
    public const string Path = "organizations.csv";

    /// <summary>The columns that count when the file comes back; the number of records tells only.</summary>
    public static readonly IReadOnlyList<string> Columns = ["Id", "Name", "Other names", "City", "Region", "Country", "Identifier", "Identifier source"];
    private static readonly string[] Names = [.. Columns, "Records"];

    public static void MapOrganizationFile(this WebApplication app) => app.MapGet("/" + Path, Get).RequireAuthorization(Policies.Curator).ExcludeFromDescription();

    /// <summary>The lines of a file that came back.</summary>
    public static (IReadOnlyList<OrganizationFileLine> Lines, SheetFault? Fault) Read(byte[] file)
    {
        var (lines, fault) = SheetReading.Read(file, Columns, ["Name"]);
        return ([.. lines.Where(l => !l.TooLong).Select(l => new OrganizationFileLine(l.Line, Cells(l.Cells)))], fault ?? SheetFaults.TooLong(lines));
    }

    private static IResult Get(HttpContext context, OrganizationImport organizations, TimeProvider time)
    {
        var stop = context.RequestAborted;
        return Results.Stream(stream => Spreadsheet.WriteAsync(stream, Names, organizations.StreamAsync(stop).Select(Line), stop), "text/csv; charset=utf-8",
            $"organizations-{time.GetUtcNow().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}.csv");
    }

    private static string[] Line(OrganizationFileRow row)
    {
        var cells = row.Cells;
        return
        [
            cells.Id ?? "", cells.Name ?? "", cells.OtherNames ?? "", cells.City ?? "", cells.Region ?? "", cells.Country ?? "", cells.Identifiers ?? "", cells.Sources ?? "",
            row.Records.ToString(CultureInfo.InvariantCulture),
        ];
    }

    private static OrganizationCells Cells(IReadOnlyList<string?> cells) => new(cells[0], cells[1], cells[2], cells[3], cells[4], cells[5], cells[6], cells[7]);
}
