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

    public static Answer<PostedWork> ReadWork(string body)
    {
        var parsed = Parse(body, Names.Work + "work");
        if (parsed.Error is { } error) return error;
        return WorkSchema.FindFault(parsed.Value!) is { } fault
            ? ErrorTexts.Of(9012, fault)
            : WorkXmlReader.Read(parsed.Value!);
    }

    /// <summary>The works of a bulk, in order. What they contain is not held against the schema, as at ORCID.</summary>
    public static Answer<IReadOnlyList<PostedWork>> ReadBulk(string body)
    {
        var parsed = Parse(body, Names.Bulk + "bulk");
        if (parsed.Error is { } error) return error;
        return new((IReadOnlyList<PostedWork>)[.. parsed.Value!.Elements(Names.Work + "work").Select(WorkXmlReader.Read)]);
    }

    private static Answer<XElement> Parse(string body, XName expected)
    {
        try
        {
            using var reader = XmlReader.Create(new StringReader(body), Safe);
            var root = XDocument.Load(reader).Root!;
            return root.Name == expected ? root : ErrorTexts.Of(9006, "argument type mismatch");
        }
        catch (XmlException e)
        {
            return ErrorTexts.Of(9001, e.Message);
        }
    }
}
