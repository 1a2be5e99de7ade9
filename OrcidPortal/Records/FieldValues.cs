using System.Text.Json;
using System.Text.Json.Serialization;
using OrcidPortal.Data.Entities;

namespace OrcidPortal.Records;

/// <summary>The fields of a record by path, as text: plain for a single field, JSON of the element for a list field.</summary>
public static class FieldValues
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Reads a single field.</summary>
    /// <returns>Null where it is not known. A type reads <c>journal-article</c> where it is ORCID's own, else <c>vocabulary:value</c>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The path is a list or unknown.</exception>
    public static string? Get(RecordFields fields, string path) => SingleFields.Get(fields, path);

    /// <summary>Reads one element of a list field, or null.</summary>
    public static string? Get(RecordFields fields, string path, string key) => path switch
    {
        FieldPaths.ExternalIds => fields.ExternalIds.FirstOrDefault(i => i.Key == key) is { } id ? Write(id) : null,
        FieldPaths.Contributors => fields.Contributors.FirstOrDefault(c => c.Key == key) is { } contributor ? Write(contributor) : null,
        _ => throw new ArgumentOutOfRangeException(nameof(path), path, "Not a list field of a record."),
    };

    /// <summary>The record with another value in a single field.</summary>
    internal static RecordFields With(RecordFields fields, string path, string? value) => SingleFields.With(fields, path, value);

    /// <summary>The record with an element added, replaced (value) or removed (null).</summary>
    internal static RecordFields With(RecordFields fields, string path, string key, string? value) => path switch
    {
        FieldPaths.ExternalIds => fields with { ExternalIds = Put(fields.ExternalIds, i => i.Key == key, value is null ? null : Read<FieldIdentifier>(value)) },
        FieldPaths.Contributors => fields with { Contributors = Put(fields.Contributors, c => c.Key == key, value is null ? null : Read<FieldContributor>(value)) },
        _ => throw new ArgumentOutOfRangeException(nameof(path), path, "Not a list field of a record."),
    };

    /// <summary>An element as corrections keep it.</summary>
    public static string Write<T>(T element) => JsonSerializer.Serialize(element, Json);

    /// <summary>Reads an element back.</summary>
    /// <returns>Null where the text is not JSON of such an element.</returns>
    public static T? Read<T>(string text) where T : class
    {
        try
        {
            return JsonSerializer.Deserialize<T>(text, Json);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static ValueList<T> Put<T>(ValueList<T> list, Func<T, bool> same, T? element) where T : class
    {
        if (element is null) return [.. list.Where(e => !same(e))];
        return list.Any(same) ? [.. list.Select(e => same(e) ? element : e)] : [.. list, element];
    }
}
