using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Xml.Linq;
using OrcidPortal.Simulator.Schema;

namespace OrcidPortal.Simulator.Messages;

/// <summary>Writes a message in JSON, piece by piece.</summary>
internal static class JsonNodes
{
    private const int EnoughToSend = 32_768;

    /// <param name="stream">Where to.</param>
    /// <param name="root">The message.</param>
    /// <param name="isPretty">Whether people shall be able to read it: the public API writes so.</param>
    /// <param name="cancelled">Whether nobody wants it any more.</param>
    public static async Task WriteAsync(Stream stream, Node root, bool isPretty, CancellationToken cancelled)
    {
        await using var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Indented = isPretty, NewLine = "\n" });
        await WriteAsync(root, isNamed: false);
        await json.FlushAsync(cancelled);

        async Task WriteAsync(Node node, bool isNamed)
        {
            switch (node)
            {
                case Leaf leaf:
                    if (isNamed) json.WritePropertyName(leaf.Element.Name.LocalName);
                    XmlToJson.WriteValue(json, leaf.Element, leaf.Content);
                    break;
                case Branch branch:
                    if (isNamed) json.WritePropertyName(branch.Name.LocalName);
                    json.WriteStartObject();
                    foreach (var part in branch.Parts) await WriteAsync(part, isNamed: true);
                    foreach (var attribute in branch.Attributes) WriteNumber(attribute);
                    if (branch.Path is not null) json.WriteString("path", branch.Path);
                    json.WriteEndObject();
                    break;
                case Many many:
                    json.WriteStartArray(many.JsonName);
                    foreach (var item in many.Items)
                    {
                        if (many.IsWrapped) json.WriteStartObject();
                        await WriteAsync(item, many.IsWrapped);
                        if (many.IsWrapped) json.WriteEndObject();
                        if (json.BytesPending > EnoughToSend) await json.FlushAsync(cancelled);
                    }
                    json.WriteEndArray();
                    break;
                case Absent absent: json.WriteNull(absent.JsonName); break;
            }
        }

        void WriteNumber(XAttribute attribute) => json.WriteNumber(attribute.Name.LocalName, long.Parse(attribute.Value, CultureInfo.InvariantCulture));
    }
}
