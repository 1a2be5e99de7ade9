using System.Globalization;
using System.Text.Json;

namespace OrcidPortal.Sources.CslJson;

/// <summary>An object whose properties are found in any case; a value that should be text may be a number or the first of a list.</summary>
internal sealed class CslObject
{
    private static readonly string[] Telling =
        ["type", "title", "DOI", "author", "editor", "issued", "container-title", "URL", "ISBN", "ISSN", "PMID", "PMCID", "publisher", "citation-key"];

    private readonly Dictionary<string, JsonElement> _properties = new(StringComparer.OrdinalIgnoreCase);

    public CslObject(JsonElement element)
    {
        foreach (var property in element.EnumerateObject()) _properties.TryAdd(property.Name, property.Value);
    }

    /// <summary>Whether it holds a property of CSL that is not itself an object, as an index of items by id does.</summary>
    public bool LooksLikeItem => Telling.Any(name => _properties.TryGetValue(name, out var value) && (value.ValueKind != JsonValueKind.Object || name == "issued"));

    /// <summary>The first of these properties that holds text.</summary>
    public string? Text(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
            if (_properties.TryGetValue(name, out var value) && Text(value) is { } text) return text;
        return null;
    }

    /// <summary>All texts of a property: of a list each, else the one.</summary>
    public IEnumerable<string> Texts(string name) =>
        !_properties.TryGetValue(name, out var value) ? []
        : value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().Select(Text).OfType<string>()
        : Text(value) is { } text ? [text] : [];

    public JsonElement? Property(string name) => _properties.TryGetValue(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    public static string? Text(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Array) return value.EnumerateArray().Where(v => v.ValueKind != JsonValueKind.Array).Select(Text).FirstOrDefault(t => t is not null);
        var text = value.ValueKind switch
        {
            JsonValueKind.String => value.GetString(),
            JsonValueKind.Number => value.TryGetInt64(out var number) ? number.ToString(CultureInfo.InvariantCulture) : value.GetRawText(),
            _ => null,
        };
        return string.IsNullOrWhiteSpace(text) ? null : text;
    }
}
