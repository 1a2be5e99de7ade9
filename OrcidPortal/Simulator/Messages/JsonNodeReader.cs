using System.Text.Json;
using OrcidPortal.Simulator.Rules;

namespace OrcidPortal.Simulator.Messages;

/// <summary>One JSON object of a message, read as leniently as ORCID's parser: a text may stand for its <c>{"value": ...}</c>, one object for a list of one.</summary>
internal sealed class JsonNodeReader(JsonElement element)
{
    /// <exception cref="JsonReadException">There is a property that the message does not know (9047).</exception>
    public JsonNodeReader Only(IReadOnlyList<string> known)
    {
        foreach (var property in element.EnumerateObject())
            if (!known.Contains(property.Name)) throw Invalid($"Unrecognized field \"{property.Name}\", not marked as ignorable");
        return this;
    }

    public JsonNodeReader? Object(string name) => Find(name) is not { } found ? null : Of(found, name);

    public IReadOnlyList<JsonNodeReader> List(string name) => Find(name) switch
    {
        null => [],
        { ValueKind: JsonValueKind.Array } list => [.. list.EnumerateArray().Select(item => Of(item, name))],
        { } single => [Of(single, name)],
    };

    public string? Text(string name) => Find(name) is not { } found ? null : Text(found, name);

    /// <summary>A word of a closed list; another one is refused while parsing (9051).</summary>
    public string? Word(string name, IReadOnlyCollection<string> words, string type)
    {
        var word = Text(name)?.Trim();
        return word is null || words.Contains(word)
            ? word
            : throw new JsonReadException(ErrorTexts.Of(9051, null, ("value", word), ("enum", "org.orcid.jaxb.model.common." + type)));
    }

    public static JsonNodeReader Of(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object ? new(element) : throw Invalid($"Cannot construct instance of {name} from {element.ValueKind}");

    private static string? Text(JsonElement found, string name) => found.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.String => Characters.Legal(Said(found)),
        JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => found.GetRawText(),
        JsonValueKind.Object when found.TryGetProperty("value", out var value) && value.ValueKind is not JsonValueKind.Object => Text(value, name),
        JsonValueKind.Object when !found.EnumerateObject().Any() => null,
        _ => throw Invalid($"Cannot deserialize value of type String from {found.ValueKind} at {name}"),
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

    private JsonElement? Find(string name) => element.TryGetProperty(name, out var found) && found.ValueKind != JsonValueKind.Null ? found : null;
}
