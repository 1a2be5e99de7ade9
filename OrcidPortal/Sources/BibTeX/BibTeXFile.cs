namespace OrcidPortal.Sources.BibTeX;

/// <summary>Reads a BibTeX or biblatex file.</summary>
internal static class BibTeXFile
{
    /// <summary>The entries of the text, with what they inherit from each other.</summary>
    /// <param name="text">Clean, with <c>\n</c> at line ends.</param>
    /// <param name="most">More entries than this make the file unreadable.</param>
    public static ParsedFile Parse(string text, int most)
    {
        var raw = new BibTeXReader(text).Read(most + 1);
        if (raw.Count == 0) return new ParsedFile.Unreadable("There is no entry in this BibTeX file, only comments or definitions.");
        if (raw.Count > most) return new ParsedFile.Unreadable(FileSentences.TooManyEntries(most));
        var inheritance = new Inheritance(raw);
        return new ParsedFile.Entries([.. raw.Select(entry => Read(entry, inheritance))]);
    }

    private static ParsedEntry Read(RawEntry entry, Inheritance inheritance) =>
        entry.Fault is { } fault ? ParsedEntry.Rejected(entry.Line, entry.Key, fault)
        : entry.Type == "set" ? ParsedEntry.Rejected(entry.Line, entry.Key, Rejections.OnlyGroups)
        : entry.Type == "xdata" ? ParsedEntry.Rejected(entry.Line, entry.Key, Rejections.OnlyLends)
        : ParsedEntry.Of(entry.Line, entry.Key, BibTeXWork.Of(inheritance.Apply(entry)));
}
