using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace OrcidPortal.Tests.Simulator.Messages;

/// <summary>What a message says, without what the registry says of it: two messages with the same meaning give the same text.</summary>
internal static class Meaning
{
    private static readonly HashSet<string> OfRegistry =
    [
        "created-date", "last-modified-date", "source", "external-id-normalized", "external-id-normalized-error", "contributor-email", "put-code", "visibility", "display-index", "path",
    ];

    public static string Of(XElement element) => Text(element) ?? "";

    public static string Of(JsonElement json) => Tidied(json)?.ToJsonString() ?? "";

    private static string? Text(XElement element)
    {
        var attributes = string.Concat(element.Attributes().Where(a => a.Name.LocalName is "language-code" or "currency-code").Select(a => $"@{a.Name.LocalName}={a.Value}"));
        if (!element.HasElements) return element.Value.Trim().Length == 0 ? null : $"{element.Name.LocalName}{attributes}={element.Value.Trim()}";
        var children = element.Elements().Where(e => !OfRegistry.Contains(e.Name.LocalName) || element.Name.LocalName == "contributor-orcid").Select(Text).OfType<string>().ToList();
        return children.Count == 0 ? null : $"{element.Name.LocalName}{attributes}{{{string.Join(";", children)}}}";
    }

    private static JsonNode? Tidied(JsonElement json, string name = "")
    {
        switch (json.ValueKind)
        {
            case JsonValueKind.Null: return null;
            case JsonValueKind.Array:
                var items = json.EnumerateArray().Select(i => Tidied(i)).OfType<JsonNode>().ToArray();
                return items.Length == 0 ? null : new JsonArray(items);
            case JsonValueKind.Object:
                var properties = json.EnumerateObject().Where(p => !OfRegistry.Contains(p.Name) || name == "contributor-orcid").OrderBy(p => p.Name, StringComparer.Ordinal)
                    .Select(p => KeyValuePair.Create(p.Name, Tidied(p.Value, p.Name))).Where(p => p.Value is not null).ToList();
                return properties.Count == 0 ? null : new JsonObject(properties);
            case JsonValueKind.String: return JsonValue.Create(json.GetString()!.Trim());
            default: return JsonNode.Parse(json.GetRawText());
        }
    }
}
