using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using OrcidPortal.Simulator.Rules;
using OrcidPortal.Simulator.Schema;

namespace OrcidPortal.Simulator.Messages;

/// <summary>Reads posted JSON.</summary>
internal static class JsonBody
{
    /// <summary>One item, held against the same schema as XML is.</summary>
    public static Answer<Posted> Read(byte[] body, XName name, Content content) => Parse<Posted>(body, root =>
    {
        if (root.TryGetProperty("bulk", out _)) return ErrorTexts.Of(9006, "argument type mismatch");
        var item = JsonToXml.Read(root, name, content);
        return ContentCheck.FindFault(item, content) is { } fault ? ErrorTexts.Of(9047, null, ("error", fault)) : new Posted(ContentCopy.Ordered(item, content));
    });

    /// <summary>The items of a bulk, in order.</summary>
    public static Answer<IReadOnlyList<Posted>> ReadBulk(byte[] body, XName name, Content content) => Parse<IReadOnlyList<Posted>>(body, root =>
    {
        if (!root.TryGetProperty("bulk", out var bulk)) return ErrorTexts.Of(9006, "argument type mismatch");
        IEnumerable<JsonElement> places = bulk.ValueKind switch { JsonValueKind.Array => bulk.EnumerateArray(), JsonValueKind.Object => [bulk], _ => [] };
        List<Posted> items = [];
        foreach (var place in places)
        {
            if (place.ValueKind != JsonValueKind.Object || place.EnumerateObject().Any(p => p.Name != name.LocalName && p.Name != "error")) return ErrorTexts.Of(9047, null, ("error", "A bulk holds items by name"));
            if (place.TryGetProperty(name.LocalName, out var item)) items.Add(new(ContentCopy.Ordered(JsonToXml.Read(item, name, content), content)));
        }
        return items;
    });

    private static Answer<T> Parse<T>(byte[] body, Func<JsonElement, Answer<T>> read)
        where T : class
    {
        try
        {
            using var document = JsonDocument.Parse(body.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? body.AsMemory(Encoding.UTF8.Preamble.Length) : body);
            return document.RootElement.ValueKind == JsonValueKind.Object ? read(document.RootElement) : ErrorTexts.Of(9001, "The message is not a JSON object.");
        }
        catch (JsonException e)
        {
            return ErrorTexts.Of(9001, e.Message);
        }
        catch (JsonReadException e)
        {
            return e.Error;
        }
    }
}
