using System.Globalization;
using System.Text.Json;
using System.Xml.Linq;

namespace OrcidPortal.Simulator.Schema;

/// <summary>Writes an element as the JSON that stands for it: every property is there, null where there is nothing to say.</summary>
internal static class XmlToJson
{
    /// <param name="json">Where to.</param>
    /// <param name="element">What is to be said.</param>
    /// <param name="content">Its form.</param>
    public static void WriteValue(Utf8JsonWriter json, XElement element, Content content)
    {
        if (content.Text is null)
        {
            Write(json, element, content);
            return;
        }
        switch (content.Json)
        {
            case JsonForm.Value:
                json.WriteStartObject();
                json.WriteString("value", element.Value);
                foreach (var attribute in content.Attributes.Where(a => a.IsKept || a.Required)) WriteAttribute(json, element, attribute);
                json.WriteEndObject();
                break;
            case JsonForm.Date:
                json.WriteStartObject();
                json.WriteNumber("value", DateTimeOffset.Parse(element.Value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal).ToUnixTimeMilliseconds());
                json.WriteEndObject();
                break;
            default: WriteText(json, element.Value, content.Json); break;
        }
    }

    private static void Write(Utf8JsonWriter json, XElement element, Content content)
    {
        json.WriteStartObject();
        foreach (var name in content.JsonOrder)
        {
            if (name == Content.Rest) WriteRest(json, element, content);
            else if (content.Attributes.FirstOrDefault(a => a.Name.LocalName == name) is { } attribute) WriteAttribute(json, element, attribute);
            else if (content.Parts.FirstOrDefault(p => p.Name.LocalName == name) is { } part) WritePart(json, element, part);
        }
        json.WriteEndObject();
    }

    private static void WriteRest(Utf8JsonWriter json, XElement element, Content content)
    {
        foreach (var part in content.Parts.Where(p => p.IsInJson && !content.JsonOrder.Contains(p.Name.LocalName))) WritePart(json, element, part);
    }

    private static void WritePart(Utf8JsonWriter json, XElement element, One part)
    {
        json.WritePropertyName(part.Name.LocalName);
        if (part.Max > 1)
        {
            json.WriteStartArray();
            foreach (var child in element.Elements(part.Name)) WriteValue(json, child, part.Content);
            json.WriteEndArray();
        }
        else if (element.Element(part.Name) is { } child) WriteValue(json, child, part.Content);
        else if (part.IsNeverNull) Write(json, new XElement(part.Name), part.Content);
        else json.WriteNullValue();
    }

    private static void WriteAttribute(Utf8JsonWriter json, XElement element, AttributeRule attribute)
    {
        json.WritePropertyName(attribute.Name.LocalName);
        if (element.Attribute(attribute.Name) is { } found) WriteText(json, found.Value, attribute.Json);
        else json.WriteNullValue();
    }

    private static void WriteText(Utf8JsonWriter json, string text, JsonForm form)
    {
        switch (form)
        {
            case JsonForm.Number: json.WriteNumberValue(long.Parse(text, CultureInfo.InvariantCulture)); break;
            case JsonForm.Flag: json.WriteBooleanValue(text is "true" or "1"); break;
            case JsonForm.Constant: json.WriteStringValue(text.Replace('-', '_').ToUpperInvariant()); break;
            default: json.WriteStringValue(text); break;
        }
    }
}
