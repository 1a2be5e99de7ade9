using System.Text.Json;
using OrcidPortal.Simulator.Rules;
using OrcidPortal.Simulator.Schema;

namespace OrcidPortal.Simulator.Messages;

/// <summary>Reads posted JSON.</summary>
internal static class JsonBody
{
    public static Answer<PostedWork> ReadWork(string body) => Parse<PostedWork>(body, root =>
    {
        if (root.TryGetProperty("bulk", out _)) return ErrorTexts.Of(9006, "argument type mismatch");
        var posted = WorkJsonReader.Read(JsonNodeReader.Of(root, "work"));
        return WorkSchema.FindFault(WorkXmlWriter.Write(posted)) is { } fault ? ErrorTexts.Of(9047, null, ("error", fault)) : posted;
    });

    /// <summary>The works of a bulk, in order.</summary>
    public static Answer<IReadOnlyList<PostedWork>> ReadBulk(string body) => Parse<IReadOnlyList<PostedWork>>(body, root =>
    {
        if (!root.TryGetProperty("bulk", out _)) return ErrorTexts.Of(9006, "argument type mismatch");
        var items = JsonNodeReader.Of(root, "bulk").Only(["bulk"]).List("bulk");
        return new((IReadOnlyList<PostedWork>)[.. items.Select(i => i.Only(["work", "error"]).Object("work")).OfType<JsonNodeReader>().Select(WorkJsonReader.Read)]);
    });

    private static Answer<T> Parse<T>(string body, Func<JsonElement, Answer<T>> read)
        where T : class
    {
        try
        {
            using var document = JsonDocument.Parse(body);
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
