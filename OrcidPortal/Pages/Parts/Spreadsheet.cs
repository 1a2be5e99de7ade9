using CsvHelper;

namespace OrcidPortal.Pages.Parts;

/// <summary>Files for spreadsheets.</summary>
internal static class Spreadsheet
{
    // A title is anybody's text: a cell that a spreadsheet would take for a formula gets an apostrophe (OWASP, CSV injection).
    private static readonly CsvWriterOptions Options = CsvWriterOptions.Default with
    {
        WriteByteOrderMark = true, Injection = CsvInjection.Escape, InjectionCharacters = CsvWriterOptions.Default.InjectionCharacters + "\n",
    };

    /// <summary>Writes the names of the columns and then the lines, while they are read.</summary>
    public static async Task WriteAsync(Stream stream, string[] names, IAsyncEnumerable<string[]> lines, CancellationToken cancellationToken)
    {
        await using var csv = CsvWriter.Create(stream, Options, leaveOpen: true);
        await csv.WriteRecordAsync(names, cancellationToken);
        await foreach (var line in lines.WithCancellation(cancellationToken)) await csv.WriteRecordAsync(Array.ConvertAll(line, Guarded), cancellationToken);
    }

    /// <summary>The same for a program that takes each cell as it is, without a byte order mark; what a spreadsheet would run must not be among them.</summary>
    /// <param name="sign">What the program wants in the first cell of a line though it looks like a formula; null: nothing.</param>
    public static async Task WriteForProgramAsync(Stream stream, string[] names, IAsyncEnumerable<string[]> lines, CancellationToken cancellationToken, string? sign = null)
    {
        await using var csv = CsvWriter.Create(stream, CsvWriterOptions.Default with { WriteByteOrderMark = false }, leaveOpen: true);
        await csv.WriteRecordAsync(names, cancellationToken);
        await foreach (var line in lines.WithCancellation(cancellationToken))
        {
            if (line.Skip(line[0] == sign ? 1 : 0).Any(IsFormula)) throw new InvalidOperationException("A cell begins like a formula, and the program would keep what a spreadsheet needs against that.");
            await csv.WriteRecordAsync(line, cancellationToken);
        }
    }

    /// <summary>What a cell was before it was written: without the apostrophe that keeps it from being a formula.</summary>
    public static string Plain(string cell) => IsFormula(cell.TrimStart('\'')) && cell.StartsWith('\'') ? cell[1..] : cell;

    /// <summary>A text that looks like a cell with such an apostrophe gets one more, so that each comes back as it was.</summary>
    private static string Guarded(string cell) => cell.StartsWith('\'') && IsFormula(cell.TrimStart('\'')) ? "'" + cell : cell;

    private static bool IsFormula(string text) => text.Length > 0 && Options.InjectionCharacters.Contains(text[0], StringComparison.Ordinal);
}
