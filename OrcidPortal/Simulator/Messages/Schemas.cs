using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;

namespace OrcidPortal.Simulator.Messages;

/// <summary>ORCID's own schema of a work, against which what is posted is held.</summary>
internal static class Schemas
{
    private static readonly XmlSchemaSet Set = Load();

    /// <returns>What the parser found wrong first, or null.</returns>
    public static string? FindFault(XElement work)
    {
        string? fault = null;
        new XDocument(new XElement(work)).Validate(Set, (_, e) => fault ??= e.Message);
        return fault;
    }

    private static XmlSchemaSet Load()
    {
        var set = new XmlSchemaSet { XmlResolver = null };
        foreach (var name in (string[])["common-3.0", "error-3.0", "work-3.0"])
        {
            using var stream = typeof(Schemas).Assembly.GetManifestResourceStream($"OrcidPortal.Simulator.Schemas.{name}.xsd")
                ?? throw new InvalidOperationException($"The schema {name} is missing from the assembly.");
            using var reader = XmlReader.Create(stream);
            set.Add(null, reader);
        }
        set.Compile();
        return set;
    }
}
