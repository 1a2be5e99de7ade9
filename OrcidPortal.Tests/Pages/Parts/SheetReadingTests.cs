using System.Text;
using CsCheck;
using OrcidPortal.Pages.Parts;

namespace OrcidPortal.Tests.Pages.Parts;

public sealed class SheetReadingTests
{
    private static readonly string[] Columns = ["Word", "At ORCID"];

    private static readonly Gen<string> Cell = Gen.OneOf(
        Gen.String[Gen.Char["=+-@\t\r\n' \",;|aÜ漢"], 0, 8], Gen.String[Gen.Char.AlphaNumeric, 0, 12], Gen.OneOf("'=1", "''+2", "'", "''", "=", "-", "@x", "'a", "sep=;", "\uFEFFa"));

    [Fact]
    public void What_was_written_comes_back_as_it_was() =>
        Gen.Select(Cell, Cell).Array[1, 6].Sample(
            lines =>
            {
                var said = lines.Select(l => new[] { l.Item1, l.Item2 }).Where(l => !Array.TrueForAll(l, string.IsNullOrWhiteSpace)).ToArray();
                if (said.Length == 0) return;
                var (read, fault) = SheetReading.Read(Written(said), Columns, Columns);

                fault.ShouldBeNull();
                read.Select(l => string.Join("|", l.Cells)).ShouldBe(said.Select(l => string.Join("|", l)));
            }, iter: 2000);

    [Theory]
    [InlineData("Word,At ORCID\nmisc,book")]
    [InlineData("\uFEFFWord,At ORCID\r\nmisc,book\r\n")]
    [InlineData("at orcid;WORD\nbook;misc\n")]
    [InlineData("sep=;\nat orcid;WORD\nbook;misc\n")]
    [InlineData("Colour\tAt-Orcid\tWord\nred\tbook\tmisc\n\n\t\t\n")]
    [InlineData("\"Word\",\"At ORCID\"\n\"misc\",\"book\"")]
    public void Columns_are_found_by_their_names_whatever_separates_them(string file)
    {
        var (lines, fault) = Read(file);

        fault.ShouldBeNull();
        lines.ShouldHaveSingleItem().Cells.ShouldBe(["misc", "book"]);
    }

    [Theory]
    [InlineData("", "Empty")]
    [InlineData("Word,At ORCID\n,\n", "Empty")]
    [InlineData("Word,Target\nmisc,book", "Column")]
    [InlineData("Word,At ORCID,word\nmisc,book,x", "Twice")]
    [InlineData("Word,At ORCID\nmisc,\"book", "Quotes")]
    public void What_is_wrong_with_a_file_is_told(string file, string fault) => Read(file).Fault!.Name.ShouldBe(fault);

    [Fact]
    public void Letters_that_are_not_UTF8_and_too_many_lines_are_told()
    {
        SheetReading.Read([.. "Word,At ORCID\nM"u8, 0xFC, .. "ll,book"u8], Columns, Columns).Fault!.Name.ShouldBe("Encoding");
        Read("Word,At ORCID\n" + string.Concat(Enumerable.Repeat("a,b\n", SheetReading.MostLines + 1))).Fault!.Name.ShouldBe("Long");
    }

    [Fact]
    public void Lines_are_numbered_as_they_stand_and_those_with_too_many_cells_are_marked()
    {
        var (lines, _) = Read("Word,At ORCID\n\"a\nb\",book\n\nc,book,d\ne\n");

        lines.Select(l => (l.Line, l.Cells[1], l.TooLong)).ShouldBe([(2, "book", false), (5, "book", true), (6, null, false)]);
    }

    private static (IReadOnlyList<SheetLine> Lines, SheetFault? Fault) Read(string file) => SheetReading.Read(Encoding.UTF8.GetBytes(file), Columns, Columns);

    private static byte[] Written(string[][] lines)
    {
        using var file = new MemoryStream();
        Spreadsheet.WriteAsync(file, Columns, lines.ToAsyncEnumerable(), default).GetAwaiter().GetResult();
        return file.ToArray();
    }
}
