namespace OrcidPortal.Sources.BibTeX;

/// <summary>Fills in what an entry takes over from others: <c>crossref</c>, and biblatex's <c>xdata</c>.</summary>
internal sealed class Inheritance
{
    private const int Deepest = 5;

    // The parent's own identity: a chapter has not its book's DOI.
    private static readonly HashSet<string> Own = new(StringComparer.OrdinalIgnoreCase)
    {
        "doi", "url", "urldate", "eprint", "eprinttype", "eprintclass", "archiveprefix", "primaryclass", "pmid", "pmcid", "handle", "urn", "abstract", "pages", "note", "crossref",
        "xref", "xdata", "ids", "label", "keywords", "file", "shorttitle", "entryset", "related", "type", "author", "title", "subtitle", "titleaddon", "groups", "timestamp", "biburl", "bibsource",
    };

    private static readonly HashSet<string> PartOfABook = new(StringComparer.Ordinal) { "inbook", "bookinbook", "suppbook" };
    private readonly Dictionary<string, RawEntry> _byKey = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, RawEntry> _applied = new(StringComparer.OrdinalIgnoreCase);
    private int _depth;

    public Inheritance(IEnumerable<RawEntry> entries)
    {
        foreach (var entry in entries)
            if (entry.Key.Length > 0) _byKey.TryAdd(entry.Key, entry);
    }

    /// <summary>The entry with what it inherits; its own fields always win.</summary>
    public RawEntry Apply(RawEntry entry)
    {
        var parent = Keys(entry, "crossref").Select(Find).FirstOrDefault();
        var lenders = Keys(entry, "xdata").Take(10).Select(Find).OfType<RawEntry>().ToList();
        if (entry.Fault is not null || parent is null && lenders.Count == 0) return entry;
        var fields = new Dictionary<string, string>(entry.Fields, StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in lenders.SelectMany(l => l.Fields)) fields.TryAdd(name, value);
        if (parent is not null) Inherit(entry.Type, fields, parent);
        return entry with { Fields = fields };
    }

    private static void Inherit(string type, Dictionary<string, string> fields, RawEntry parent)
    {
        foreach (var (name, value) in parent.Fields)
            if (!Own.Contains(name) && !IsDateTwice(name, fields)) fields.TryAdd(name, value);
        if (parent.First("title", "booktitle") is { } title) fields.TryAdd(type == "article" ? "journaltitle" : "booktitle", title);
        if (parent.First("subtitle") is { } subtitle) fields.TryAdd(type == "article" ? "journalsubtitle" : "booksubtitle", subtitle);
        if (PartOfABook.Contains(type) && parent.First("author") is { } author) fields.TryAdd("author", author);
    }

    /// <summary>A child's own year is not completed with the parent's month, nor overruled by its date.</summary>
    private static bool IsDateTwice(string name, Dictionary<string, string> fields) =>
        name is "date" or "year" or "month" or "day" && (fields.ContainsKey("date") || name != "year" && fields.ContainsKey("year"));

    /// <summary>A parent with what it inherits itself. While it is being found it stands for itself: a circle ends there.</summary>
    private RawEntry? Find(string key)
    {
        if (_applied.TryGetValue(key, out var known)) return known;
        if (!_byKey.TryGetValue(key, out var found)) return null;
        _applied[key] = found;
        if (_depth >= Deepest) return found;
        _depth++;
        found = _applied[key] = Apply(found);
        _depth--;
        return found;
    }

    private static string[] Keys(RawEntry entry, string field) =>
        entry.First(field)?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];
}
