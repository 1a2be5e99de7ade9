using System.Xml;
using System.Xml.Linq;
using OrcidPortal.Simulator.Rules;
using OrcidPortal.Simulator.Schema;

namespace OrcidPortal.Simulator.Messages;

/// <summary>Reads posted XML: never a DTD, never anything from elsewhere.</summary>
internal static class XmlBody
{
    private static readonly XmlReaderSettings Safe = new()
    {
        DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = 60_000_000, IgnoreComments = true, IgnoreProcessingInstructions = true,
    };

    /// <summary>One item, held against the schema.</summary>
    public static Answer<Posted> Read(string body, XName name, Content content)
    {
        var parsed = Parse(body, name);
        if (parsed.Error is { } error) return error;
        return ContentCheck.FindFault(parsed.Value!, content) is { } fault ? ErrorTexts.Of(9012, fault) : new Posted(ContentCopy.Ordered(parsed.Value!, content));
    }

    /// <summary>The items of a bulk, in order. What they contain is not held against the schema, as at ORCID.</summary>
    public static Answer<IReadOnlyList<Posted>> ReadBulk(string body, XName name, Content content)
    {
        var parsed = Parse(body, Names.Bulk + "bulk");
        if (parsed.Error is { } error) return error;
        return new((IReadOnlyList<Posted>)[.. parsed.Value!.Elements(name).Select(item => new Posted(ContentCopy.Ordered(item, content)))]);
    }

    /// <summary>Well-formed XML with the root that belongs there.</summary>
    public static Answer<XElement> Parse(string body, XName expected)
    {
        try
        {
            using var reader = XmlReader.Create(new StringReader(body), Safe);
            var root = XDocument.Load(reader, LoadOptions.PreserveWhitespace).Root!;
            return root.Name == expected ? root : ErrorTexts.Of(9006, "argument type mismatch");
        }
        catch (XmlException e)
        {
            return ErrorTexts.Of(9001, e.Message);
        }
    }
}
