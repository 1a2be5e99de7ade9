using System.Collections.Concurrent;
using System.Text;
using System.Xml.Linq;

namespace OrcidPortal.Simulator.Messages;

/// <summary>
/// Elements as few bytes: names by number, texts in UTF-8, attributes first. A registry of a million works fits into a test machine's memory that way,
/// and two items say the same exactly if their bytes are equal. Numbers of names hold within one process only.
/// </summary>
internal static class PackedXml
{
    private static readonly Lock Gate = new();
    private static readonly ConcurrentDictionary<XName, int> Numbers = [];
    private static volatile XName[] names = [];

    public static byte[] Pack(XElement element)
    {
        using var bytes = new MemoryStream(512);
        using var writer = new BinaryWriter(bytes, Encoding.UTF8);
        Write(writer, element);
        writer.Flush();
        return bytes.ToArray();
    }

    public static XElement Unpack(byte[] packed)
    {
        using var reader = new BinaryReader(new MemoryStream(packed, writable: false), Encoding.UTF8);
        return Read(reader);
    }

    private static void Write(BinaryWriter writer, XElement element)
    {
        writer.Write7BitEncodedInt(NumberOf(element.Name));
        var children = element.Elements().ToList();
        writer.Write7BitEncodedInt((element.Attributes().Count() << 1) | (children.Count > 0 ? 1 : 0));
        foreach (var attribute in element.Attributes())
        {
            writer.Write7BitEncodedInt(NumberOf(attribute.Name));
            writer.Write(attribute.Value);
        }
        if (children.Count == 0) writer.Write(element.Value);
        else
        {
            writer.Write7BitEncodedInt(children.Count);
            foreach (var child in children) Write(writer, child);
        }
    }

    private static XElement Read(BinaryReader reader)
    {
        var element = new XElement(names[reader.Read7BitEncodedInt()]);
        var shape = reader.Read7BitEncodedInt();
        for (var i = shape >> 1; i > 0; i--) element.SetAttributeValue(names[reader.Read7BitEncodedInt()], reader.ReadString());
        if ((shape & 1) == 0)
        {
            if (reader.ReadString() is { Length: > 0 } text) element.Add(new XText(text));
            return element;
        }
        for (var i = reader.Read7BitEncodedInt(); i > 0; i--) element.Add(Read(reader));
        return element;
    }

    private static int NumberOf(XName name)
    {
        if (Numbers.TryGetValue(name, out var number)) return number;
        lock (Gate)
        {
            if (Numbers.TryGetValue(name, out number)) return number;
            names = [.. names, name];
            return Numbers[name] = names.Length - 1;
        }
    }
}
