using OrcidPortal.Pages.Parts;

namespace OrcidPortal.Pages.Curation.Sheets;

/// <summary>Faults of files that are told of many lines at once.</summary>
internal static class SheetFaults
{
    private const int Named = 5;

    /// <summary>Lines whose cells may stand under wrong names spoil the file: what they would do cannot be told.</summary>
    public static SheetFault? TooLong(IEnumerable<SheetLine> lines) =>
        lines.Where(l => l.TooLong).Take(Named).Select(l => l.Line).ToList() is { Count: > 0 } wrong ? new SheetFault("Cells", string.Join(", ", wrong)) : null;
}
