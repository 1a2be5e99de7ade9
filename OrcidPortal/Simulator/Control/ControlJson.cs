using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace OrcidPortal.Simulator.Control;

/// <summary>Bodies of the control API: plain camelCase JSON.</summary>
internal static class ControlJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow, TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
    };

    public static IEnumerable<JsonPropertyInfo> PropertiesOf(Type body) => Options.GetTypeInfo(body).Properties;

    /// <returns>The body, or null after an answer that says what is wrong with it and which fields there are.</returns>
    public static async Task<T?> ReadAsync<T>(HttpContext http)
        where T : class
    {
        try
        {
            using var document = await JsonDocument.ParseAsync(http.Request.Body, cancellationToken: http.RequestAborted);
            if (HasNullInList(document.RootElement)) await RefuseAsync(http, 400, $"A list in the body holds null. {ControlFields.Sentence(typeof(T))}");
            else if (document.Deserialize<T>(Options) is { } body) return body;
            else await RefuseAsync(http, 400, $"The body says nothing. {ControlFields.Sentence(typeof(T))}");
        }
        catch (JsonException e)
        {
            var where = e.Path is ['$', '.', .. var field] ? $" at {field}" : "";
            await RefuseAsync(http, 400, $"The body cannot be read{where}: it is one JSON object. {ControlFields.Sentence(typeof(T))}");
        }
        return null;
    }

    private static bool HasNullInList(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Array => json.EnumerateArray().Any(i => i.ValueKind == JsonValueKind.Null || HasNullInList(i)),
        JsonValueKind.Object => json.EnumerateObject().Any(p => HasNullInList(p.Value)),
        _ => false,
    };

    public static Task WriteAsync<T>(HttpContext http, int status, T body)
    {
        http.Response.StatusCode = status;
        return http.Response.WriteAsJsonAsync(body, Options, http.RequestAborted);
    }

    public static Task RefuseAsync(HttpContext http, int status, string error) => WriteAsync(http, status, new { error });

    public static Task DoneAsync(HttpContext http)
    {
        http.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    }
}
