using System.Runtime.CompilerServices;
using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;

namespace OrcidPortal.Tests.Simulator;

/// <summary>ORCID's own schemas and samples. They lie beside the checkout, not in it; without them nothing is found wrong and <see cref="Require"/> skips.</summary>
internal static class OrcidSchemas
{
    private static readonly string Folder = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(ThisFile())!, "..", "..", "..", "shared", "orcid-data", "xsd"));

    /// <summary>Each set by itself: some of them bring the common schema along by another name.</summary>
    private static readonly string[][] Files =
    [
        ["record_3.0/record", "record_3.0/bulk", "record_3.0/error"], ["record_3.0/search"], ["record_3.0/expanded-search"], ["notification_3.0/notification-permission"],
        ["summary_3.0/summary"], ["client_3.0/client"],
    ];

    private static readonly Lazy<IReadOnlyList<XmlSchemaSet>> Sets = new(() => Directory.Exists(Folder) ? [.. Files.Select(Load)] : []);

    public static void Require() => Assert.SkipUnless(Directory.Exists(Folder), "ORCID's schemas and samples are not beside the checkout (../shared/orcid-data/xsd).");

    public static string WriteSample(string name) => Sample("write_samples/" + name);

    /// <param name="name">For example <c>read_samples/work-3.0.xml</c>.</param>
    public static string Sample(string name)
    {
        Require();
        return File.ReadAllText(Path.Combine(Folder, "record_3.0", "samples", name));
    }

    /// <summary>One of ORCID's lists, such as <c>identifier-types.json</c>.</summary>
    public static string Data(string name)
    {
        Require();
        return File.ReadAllText(Path.Combine(Folder, "..", name));
    }

    /// <summary>Samples of records and their sections, as <see cref="Sample"/> takes them; none where the folder is missing.</summary>
    public static IEnumerable<string> SampleNames(string pattern)
    {
        var samples = Path.Combine(Folder, "record_3.0", "samples");
        return Directory.Exists(samples)
            ? Directory.EnumerateFiles(samples, pattern, SearchOption.AllDirectories).Select(f => Path.GetRelativePath(samples, f).Replace('\\', '/')).Order(StringComparer.Ordinal)
            : [];
    }

    public static IReadOnlyList<string> FaultsIn(string body)
    {
        if (Sets.Value.Count == 0) return [];
        var document = XDocument.Parse(body);
        var root = new XmlQualifiedName(document.Root!.Name.LocalName, document.Root.Name.NamespaceName);
        if (Sets.Value.FirstOrDefault(s => s.GlobalElements.Contains(root)) is not { } set) return [$"The schemas know no message {root}."];
        List<string> faults = [];
        document.Validate(set, (_, e) => faults.Add(e.Message));
        return faults;
    }

    private static XmlSchemaSet Load(string[] files)
    {
        var set = new XmlSchemaSet { XmlResolver = new XmlUrlResolver() };
        foreach (var file in files) set.Add(null, Path.Combine(Folder, file + "-3.0.xsd"));
        set.Compile();
        return set;
    }

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
