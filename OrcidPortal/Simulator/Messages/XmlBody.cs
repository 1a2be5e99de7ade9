using System.Xml;
using System.Xml.Linq;
using OrcidPortal.Simulator.Rules;
using OrcidPortal.Simulator.Schema;

namespace OrcidPortal.Simulator.Messages;

/// <summary>Reads posted XML in whatever encoding it says it has: never a DTD, never anything from elsewhere.</summary>
internal static class XmlBody
{
    private const int Deepest = 100;

    private static readonly XmlReaderSettings Safe = new()
    {
        DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = 60_000_000, IgnoreComments = true, IgnoreProcessingInstructions = true,
    };

    /// <summary>One item, held against the schema.</summary>
    public static Answer<Posted> Read(byte[] body, XName name, Content content)
    {
        var parsed = Parse(body, name);
        if (parsed.Error is { } error) return error;
        return ContentCheck.FindFault(parsed.Value!, content) is { } fault ? ErrorTexts.Of(9012, fault) : new Posted(ContentCopy.Ordered(parsed.Value!, content));
    }

    /// <summary>The items of a bulk, in order. What they contain is not held against the schema, as at ORCID.</summary>
    public static Answer<IReadOnlyList<Posted>> ReadBulk(byte[] body, XName name, Content content)
    {
        var parsed = Parse(body, Names.Bulk + "bulk");
        if (parsed.Error is { } error) return error;
        return new((IReadOnlyList<Posted>)[.. parsed.Value!.Elements(name).Select(item => new Posted(ContentCopy.Ordered(item, content)))]);
    }

    /// <summary>Well-formed XML with the root that belongs there.</summary>
    public static Answer<XElement> Parse(byte[] body, XName expected)
    {
        try
        {
            if (IsTooDeep(body)) return ErrorTexts.Of(9001, $"Elements lie more than {Deepest} deep.");
            using var reader = XmlReader.Create(new MemoryStream(body, writable: false), Safe);
            var root = XDocument.Load(reader, LoadOptions.PreserveWhitespace).Root!;
            return root.Name == expected ? root : ErrorTexts.Of(9006, "argument type mismatch");
        }
        catch (XmlException e)
        {
            return ErrorTexts.Of(9001, e.Message);
        }
    }

    /// <summary>No message is, and what is takes a parser very long.</summary>
    private static bool IsTooDeep(byte[] body)
    {
        using var reader = XmlReader.Create(new MemoryStream(body, writable: false), Safe);
        while (reader.Read())
            if (reader.Depth > Deepest) return true;
        return false;
    }
}
