using System.Text.Json;

namespace OrcidPortal.Sources.CslJson;

/// <summary>Finds the items of a CSL-JSON text, with the line where each begins.</summary>
internal sealed class CslItems
{
    private static readonly HashSet<string> Lists = new(StringComparer.OrdinalIgnoreCase) { "items", "references", "entries", "data" };
    private static readonly JsonReaderOptions Options = new() { MaxDepth = 64, AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };
    private readonly List<CslItem> _items = [];
    private readonly List<long> _lineStarts = [0];
    private readonly int _most;

    private CslItems(byte[] json, int most)
    {
        _most = most;
        for (var i = 0; i < json.Length; i++)
            if (json[i] == (byte)'\n') _lineStarts.Add(i + 1);
    }

    /// <summary>Reads the items.</summary>
    /// <param name="json">UTF-8.</param>
    /// <param name="most">Stops behind so many.</param>
    /// <exception cref="JsonException">The text is no JSON, or nested deeper than 64 levels.</exception>
    public static IReadOnlyList<CslItem> Read(byte[] json, int most)
    {
        var found = new CslItems(json, most);
        var reader = new Utf8JsonReader(json, Options);
        reader.Read();
        if (reader.TokenType == JsonTokenType.StartArray) found.ReadList(ref reader);
        else if (reader.TokenType == JsonTokenType.StartObject) found.ReadObject(ref reader, nested: false);
        // Behind the end nothing may follow: the reader throws.
        if (found._items.Count < most) reader.Read();
        return found._items;
    }

    private void ReadList(ref Utf8JsonReader reader)
    {
        while (_items.Count < _most && reader.Read() && reader.TokenType != JsonTokenType.EndArray) _items.Add(ReadItem(ref reader, ""));
    }

    private CslItem ReadItem(ref Utf8JsonReader reader, string key)
    {
        var line = LineOf(reader.TokenStartIndex);
        using var document = JsonDocument.ParseValue(ref reader);
        return new CslItem(line, key, document.RootElement.ValueKind == JsonValueKind.Object ? new CslObject(document.RootElement.Clone()) : null);
    }

    /// <summary>One item, a wrapper around a list, a Crossref answer with its message, or items by their ids.</summary>
    private void ReadObject(ref Utf8JsonReader reader, bool nested)
    {
        var inside = reader;
        var whole = ReadItem(ref reader, "");
        if (whole.Item!.LooksLikeItem)
        {
            _items.Add(whole);
            return;
        }
        while (_items.Count < _most && inside.Read() && inside.TokenType == JsonTokenType.PropertyName)
        {
            var name = inside.GetString()!;
            inside.Read();
            if (inside.TokenType == JsonTokenType.StartArray && Lists.Contains(name)) ReadList(ref inside);
            else if (inside.TokenType == JsonTokenType.StartObject && name == "message" && !nested) ReadObject(ref inside, nested: true);
            else if (inside.TokenType == JsonTokenType.StartObject) _items.Add(ReadItem(ref inside, name));
            else inside.Skip();
        }
    }

    private int LineOf(long position)
    {
        var found = _lineStarts.BinarySearch(position);
        return found >= 0 ? found + 1 : ~found;
    }
}

/// <summary>One item.</summary>
/// <param name="Line">Where it begins, from 1.</param>
/// <param name="Key">Its name in an object keyed by id; else empty.</param>
/// <param name="Item">Null where something else than an object stands in its place.</param>
internal sealed record CslItem(int Line, string Key, CslObject? Item);
