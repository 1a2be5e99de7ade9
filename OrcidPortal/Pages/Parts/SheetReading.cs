using System.Text;
using CsvHelper;

namespace OrcidPortal.Pages.Parts;

/// <summary>Reads a file that a spreadsheet wrote: the columns by their names, in any order and case, separated by comma, semicolon or tab.</summary>
internal static class SheetReading
{
    /// <summary>No file may be larger, in bytes.</summary>
    public const int MostBytes = 4 * 1024 * 1024;

    /// <summary>No file may have more lines.</summary>
    public const int MostLines = 20_000;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads all lines that are not blank.</summary>
    /// <param name="file">UTF-8, with or without a byte order mark, at most <see cref="MostBytes"/>.</param>
    /// <param name="columns">The names of the columns that are looked for.</param>
    /// <param name="needed">Those without which there is nothing to read.</param>
    /// <returns>The lines; or what is wrong with the file.</returns>
    public static (IReadOnlyList<SheetLine> Lines, SheetFault? Fault) Read(byte[] file, IReadOnlyList<string> columns, IReadOnlyList<string> needed)
    {
        if (Decoded(file) is not { } text) return ([], new SheetFault("Encoding"));
        var (head, skipped) = Head(text);
        using var csv = CsvReader.Create(new StringReader(text), CsvReaderOptions.Default with
        {
            HasHeader = false, Separator = Separator(head), DetectSeparatorHint = false, TrackLineNumbers = true, MalformedData = CsvMalformedDataHandling.Throw, IncludeValuesInExceptions = false,
        });
        try
        {
            for (var n = 0; n < skipped; n++) csv.Read();
            if (!csv.Read()) return ([], new SheetFault("Empty"));
            var names = Cells(csv).ConvertAll(Key);
            if (columns.FirstOrDefault(c => names.Count(n => n == Key(c)) > 1) is { } twice) return ([], new SheetFault("Twice", twice));
            if (needed.FirstOrDefault(c => !names.Contains(Key(c))) is { } missing) return ([], new SheetFault("Column", missing, string.Join(", ", columns)));
            return Lines(csv, names, columns);
        }
        catch (CsvFormatException e)
        {
            return ([], new SheetFault("Quotes", e.LineNumber));
        }
    }

    private static (IReadOnlyList<SheetLine>, SheetFault?) Lines(CsvReader csv, List<string> names, IReadOnlyList<string> columns)
    {
        var (at, lines) = (columns.Select(c => names.IndexOf(Key(c))).ToArray(), new List<SheetLine>());
        while (csv.Read())
        {
            var cells = Cells(csv);
            if (cells.TrueForAll(string.IsNullOrWhiteSpace)) continue;
            if (lines.Count == MostLines) return ([], new SheetFault("Long", MostLines));
            lines.Add(new SheetLine((int)csv.LineNumber, [.. at.Select(i => i < 0 || i >= cells.Count ? null : cells[i])], cells.Skip(names.Count).Any(c => !string.IsNullOrWhiteSpace(c))));
        }
        return lines.Count == 0 ? ([], new SheetFault("Empty")) : (lines, null);
    }

    private static List<string> Cells(CsvReader csv) => [.. Enumerable.Range(0, csv.FieldCount).Select(n => Spreadsheet.Plain(csv.GetString(n)))];

    private static string? Decoded(byte[] file)
    {
        try
        {
            return Utf8.GetString(file).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    /// <summary>The line with the names; before it Excel may have written which separator it uses.</summary>
    private static (string Head, int Skipped) Head(string text)
    {
        using var lines = new StringReader(text);
        var first = lines.ReadLine() ?? "";
        return first.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) ? (lines.ReadLine() ?? "", 1) : (first, 0);
    }

    private static char Separator(string head) => ((char[])[',', ';', '\t']).MaxBy(c => head.Count(h => h == c));

    private static string Key(string name) => string.Concat(name.Where(char.IsLetterOrDigit)).ToUpperInvariant();
}

/// <summary>A line of a file.</summary>
/// <param name="Line">Where it begins, from 1.</param>
/// <param name="Cells">Of the columns that were looked for, in their order; null where the file has no such column.</param>
/// <param name="TooLong">It has more cells than the first line has names: they may stand under wrong ones.</param>
internal sealed record SheetLine(int Line, IReadOnlyList<string?> Cells, bool TooLong);

/// <summary>What is wrong with a file: the end of a text's name, and what stands in the text.</summary>
public sealed record SheetFault(string Name, params object[] Facts);
