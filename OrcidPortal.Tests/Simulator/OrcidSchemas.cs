using System.Runtime.CompilerServices;
using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;

namespace OrcidPortal.Tests.Simulator;

/// <summary>ORCID's own schemas and samples. They lie beside the checkout, not in it; without them nothing is found wrong and <see cref="Require"/> skips.</summary>
internal static class OrcidSchemas
{
    private static readonly string Folder = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(ThisFile())!, "..", "..", "..", "shared", "orcid-data", "xsd"));
    private static readonly Lazy<XmlSchemaSet?> Set = new(Load);

    public static void Require() => Assert.SkipUnless(Directory.Exists(Folder), "ORCID's schemas and samples are not beside the checkout (../shared/orcid-data/xsd).");

    public static string WriteSample(string name) => Sample("write_samples/" + name);

    /// <param name="name">For example <c>read_samples/work-3.0.xml</c>.</param>
    public static string Sample(string name)
    {
        Require();
        return File.ReadAllText(Path.Combine(Folder, "record_3.0", "samples", name));
    }

    public static IReadOnlyList<string> FaultsIn(string body)
    {
        if (Set.Value is not { } set) return [];
        List<string> faults = [];
        XDocument.Parse(body).Validate(set, (_, e) => faults.Add(e.Message));
        return faults;
    }

    private static XmlSchemaSet? Load()
    {
        if (!Directory.Exists(Folder)) return null;
        var set = new XmlSchemaSet { XmlResolver = new XmlUrlResolver() };
        foreach (var name in (string[])["record", "bulk", "error"]) set.Add(null, Path.Combine(Folder, "record_3.0", name + "-3.0.xsd"));
        set.Compile();
        return set;
    }

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
