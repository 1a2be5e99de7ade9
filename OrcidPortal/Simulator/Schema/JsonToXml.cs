using System.Text.Json;
using System.Xml.Linq;
using OrcidPortal.Simulator.Messages;
using OrcidPortal.Simulator.Rules;

namespace OrcidPortal.Simulator.Schema;

/// <summary>
/// Reads a JSON object as the element it stands for, as leniently as ORCID's parser: a text may stand for its <c>{"value": ...}</c>, one object for a list of one.
/// Unknown properties (9047) and unknown words of closed lists (9051) are refused while reading.
/// </summary>
internal static class JsonToXml
{
    /// <exception cref="JsonReadException">It is not what ORCID's parser understands.</exception>
    public static XElement Read(JsonElement json, XName name, Content content)
    {
        if (content.Text is not null) return ReadText(json, name, content);
        if (json.ValueKind != JsonValueKind.Object) throw Invalid($"Cannot construct instance of {name.LocalName} from {json.ValueKind}");
        var known = new Dictionary<string, List<XElement>>(StringComparer.Ordinal);
        var element = new XElement(name);
        foreach (var property in json.EnumerateObject())
        {
            if (content.Attributes.FirstOrDefault(a => a.Name.LocalName == property.Name) is { } attribute) SetAttribute(element, attribute, property.Value);
            else if (content.Parts.FirstOrDefault(p => p.IsInJson && p.Name.LocalName == property.Name) is { } part) known[property.Name] = [.. ReadPart(property.Value, part)];
            else throw Invalid($"Unrecognized field \"{property.Name}\", not marked as ignorable");
        }
        foreach (var part in content.Parts) if (known.TryGetValue(part.Name.LocalName, out var children)) element.Add(children);
        return element;
    }

    private static IEnumerable<XElement> ReadPart(JsonElement json, One part) => json.ValueKind switch
    {
        JsonValueKind.Null => [],
        JsonValueKind.Array when part.Max > 1 => json.EnumerateArray().Select(item => Read(item, part.Name, part.Content)),
        JsonValueKind.Object when part.Content.Text is not null && !json.EnumerateObject().Any() => [],
        JsonValueKind.Object when part.Content.Text is not null && json.TryGetProperty("value", out var value) && value.ValueKind == JsonValueKind.Null
            && json.EnumerateObject().All(p => p.Value.ValueKind == JsonValueKind.Null) => [],
        _ => [Read(json, part.Name, part.Content)],
    };

    private static XElement ReadText(JsonElement json, XName name, Content content)
    {
        var element = new XElement(name);
        if (json.ValueKind == JsonValueKind.Object)
        {
            foreach (var property in json.EnumerateObject().Where(p => p.Name != "value"))
            {
                if (content.Attributes.FirstOrDefault(a => a.Name.LocalName == property.Name) is { } attribute) SetAttribute(element, attribute, property.Value);
                else throw Invalid($"Unrecognized field \"{property.Name}\", not marked as ignorable");
            }
            if (!json.TryGetProperty("value", out json)) return element;
        }
        var text = content.Json == JsonForm.Date && json.ValueKind == JsonValueKind.Number && json.TryGetInt64(out var milliseconds) ? SourceXml.Format(milliseconds) : TextOf(json, name.LocalName);
        if (text is not null && content.Text!.Closed is { } closed && !closed.Words().Contains(text.Trim()))
            throw new JsonReadException(ErrorTexts.Of(9051, null, ("value", text), ("enum", "org.orcid.jaxb.model.common." + closed.JavaClass)));
        if (text is not null) element.Add(new XText(text));
        return element;
    }

    private static void SetAttribute(XElement element, AttributeRule attribute, JsonElement json)
    {
        var text = TextOf(json, attribute.Name.LocalName);
        if (text is not null && attribute.Text.Closed is { } closed && !closed.Words().Contains(text.Trim()))
            throw new JsonReadException(ErrorTexts.Of(9051, null, ("value", text), ("enum", "org.orcid.jaxb.model.common." + closed.JavaClass)));
        element.SetAttributeValue(attribute.Name, text);
    }

    private static string? TextOf(JsonElement json, string name) => json.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.String => Characters.Legal(Said(json)),
        JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => json.GetRawText(),
        _ => throw Invalid($"Cannot deserialize value of type String from {json.ValueKind} at {name}"),
    };

    private static string Said(JsonElement text)
    {
        try
        {
            return text.GetString()!;
        }
        catch (InvalidOperationException e)
        {
            throw new JsonReadException(ErrorTexts.Of(9001, e.Message));
        }
    }

    private static JsonReadException Invalid(string why) => new(ErrorTexts.Of(9047, null, ("error", why)));
}
