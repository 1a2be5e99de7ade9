using OrcidPortal.Sources.BibTeX;
using OrcidPortal.Sources.CslJson;

namespace OrcidPortal.Sources;

/// <summary>From the bytes of a file to its entries.</summary>
internal static class ImportedFile
{
    /// <summary>More entries than a person's ORCID record holds works (10,000), with room for what is no work of theirs.</summary>
    public const int MostEntries = 50_000;

    /// <summary>Reads a file as its content says; the format it was queued under must be what it holds.</summary>
    public static ParsedFile Parse(ReadOnlySpan<byte> bytes, string format)
    {
        var guess = FileFormats.Guess(bytes);
        if (guess.Refusal is { } refusal) return new ParsedFile.Unreadable(refusal);
        if (guess.Format != format) return new ParsedFile.Unreadable(FileSentences.OtherFormat(format, guess.Format!));
        return format == FileFormats.BibTeX ? BibTeXFile.Parse(guess.Text, MostEntries) : CslFile.Parse(guess.Text, MostEntries);
    }
}
