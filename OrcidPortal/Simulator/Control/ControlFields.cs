using System.Collections;
using System.ComponentModel;
using System.Reflection;
using System.Text.Json.Serialization.Metadata;

namespace OrcidPortal.Simulator.Control;

/// <summary>A field of a body: its name, what is written there, and what it means.</summary>
/// <param name="Name">As it stands in the JSON.</param>
/// <param name="Type"><c>text</c>, <c>number</c>, <c>true or false</c>, or <c>list</c>.</param>
/// <param name="Means">What it does and what is taken without it.</param>
/// <param name="Fields">The fields of each thing in a list.</param>
internal sealed record ControlField(string Name, string Type, string? Means, IReadOnlyList<ControlField>? Fields = null);

/// <summary>Reads the fields of a body off its class, so that what is said about it cannot differ from what is read.</summary>
internal static class ControlFields
{
    public static IReadOnlyList<ControlField> Of(Type? body) => body is null ? [] : [.. ControlJson.PropertiesOf(body).Select(Field)];

    /// <returns>For example <c>Fields: title (text), works (list of {title, date})</c>.</returns>
    public static string Sentence(Type body) => $"Fields: {string.Join(", ", Of(body).Select(f => $"{f.Name} ({f.Type}{Inner(f)})"))}.";

    private static string Inner(ControlField field) => field.Fields is null ? "" : $" of {{{string.Join(", ", field.Fields.Select(f => f.Name))}}}";

    private static ControlField Field(JsonPropertyInfo property)
    {
        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        var means = (property.AttributeProvider as MemberInfo)?.GetCustomAttribute<DescriptionAttribute>()?.Description;
        if (type == typeof(string)) return new(property.Name, "text", means);
        if (type == typeof(bool)) return new(property.Name, "true or false", means);
        return typeof(IEnumerable).IsAssignableFrom(type) ? new(property.Name, "list", means, Of(type.GetGenericArguments()[0])) : new(property.Name, "number", means);
    }
}
