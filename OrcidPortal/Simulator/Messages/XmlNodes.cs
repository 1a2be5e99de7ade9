using System.Text;
using System.Xml;

namespace OrcidPortal.Simulator.Messages;

/// <summary>Writes a message in XML, piece by piece.</summary>
internal static class XmlNodes
{
    private const int EnoughToSend = 32_768;

    /// <summary>A carriage return is written as a reference: a bare one would be read as a line feed, and an answer sent back would say something else.</summary>
    private static readonly XmlWriterSettings Settings = new()
    {
        Encoding = new UTF8Encoding(false), OmitXmlDeclaration = true, CheckCharacters = false, Async = true, NewLineHandling = NewLineHandling.Entitize,
    };

    public static async Task WriteAsync(Stream stream, Node root, CancellationToken cancelled)
    {
        using var buffer = new MemoryStream();
        buffer.Write("""<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"""u8);
        buffer.WriteByte((byte)'\n');
        await using var writer = XmlWriter.Create(buffer, Settings);
        await WriteAsync(root, isRoot: true);
        await writer.FlushAsync();
        await SendAsync();

        async Task WriteAsync(Node node, bool isRoot = false)
        {
            switch (node)
            {
                case Leaf leaf:
                    if (isRoot && leaf.Element.Name.Namespace != Names.Error) DeclareOn(leaf.Element);
                    leaf.Element.WriteTo(writer);
                    break;
                case Branch branch:
                    writer.WriteStartElement(isRoot ? PrefixOf(branch) : null, branch.Name.LocalName, branch.Name.NamespaceName);
                    if (isRoot) foreach (var prefix in Names.Prefixes) writer.WriteAttributeString("xmlns", prefix, null, Names.Section(prefix).NamespaceName);
                    foreach (var attribute in branch.Attributes) writer.WriteAttributeString(attribute.Name.LocalName, attribute.Value);
                    if (branch.Path is not null) writer.WriteAttributeString("path", branch.Path);
                    foreach (var part in branch.Parts) await WriteAsync(part);
                    writer.WriteEndElement();
                    break;
                case Many many:
                    foreach (var item in many.Items)
                    {
                        await WriteAsync(item);
                        if (buffer.Length < EnoughToSend) continue;
                        await writer.FlushAsync();
                        await SendAsync();
                    }
                    break;
            }
        }

        async Task SendAsync()
        {
            await stream.WriteAsync(buffer.GetBuffer().AsMemory(0, (int)buffer.Length), cancelled);
            buffer.SetLength(0);
        }
    }

    private static string? PrefixOf(Branch branch) => Names.Prefixes.FirstOrDefault(p => Names.Section(p) == branch.Name.Namespace);

    private static void DeclareOn(System.Xml.Linq.XElement root)
    {
        var prefixes = Names.Prefixes.Concat(["notification", "summary", "client"]).Where(p => root.DescendantsAndSelf().Any(e => e.Name.Namespace == Names.Section(p)));
        foreach (var prefix in prefixes) root.Add(new System.Xml.Linq.XAttribute(System.Xml.Linq.XNamespace.Xmlns + prefix, Names.Section(prefix).NamespaceName));
    }
}
