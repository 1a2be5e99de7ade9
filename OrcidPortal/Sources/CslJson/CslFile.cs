using System.Globalization;
using System.Text.Json;

namespace OrcidPortal.Sources.CslJson;

/// <summary>Reads a CSL-JSON file, and the answers of Crossref and doi.org, which are nearly the same.</summary>
internal static class CslFile
{
    /// <summary>The items of the text: of a list, a single object, an object by ids, <c>{items: [...]}</c>.</summary>
    /// <param name="text">Clean, with <c>\n</c> at line ends.</param>
    /// <param name="most">More items than this make the file unreadable.</param>
    public static ParsedFile Parse(string text, int most)
    {
        try
        {
            var items = CslItems.Read(JsonSource.ToBytes(text), most + 1);
            if (items.Count > most) return new ParsedFile.Unreadable(FileSentences.TooManyEntries(most));
            if (items.Count == 0) return new ParsedFile.Unreadable("There is no item in this JSON file.");
            if (!items.Any(i => i.Item is { LooksLikeItem: true }))
                return new ParsedFile.Unreadable("This is JSON, but not CSL-JSON: no item has a title, a type, a DOI or an author. Please export your works as CSL-JSON or BibTeX.");
            return new ParsedFile.Entries([.. items.Select(Read)]);
        }
        catch (JsonException e)
        {
            var line = (e.LineNumber ?? 0) + 1;
            return new ParsedFile.Unreadable(string.Create(CultureInfo.InvariantCulture, $"The file is no valid JSON: it cannot be read beyond line {line}. Nothing was taken in. Please export it again."));
        }
    }

    private static ParsedEntry Read(CslItem item)
    {
        if (item.Item is null) return ParsedEntry.Rejected(item.Line, item.Key, Rejections.NotAnObject);
        var key = CleanText.Line(item.Item.Text("id", "citation-key")) ?? CleanText.Line(item.Key) ?? "";
        return ParsedEntry.Of(item.Line, key, CslWork.Of(item.Item));
    }
}
