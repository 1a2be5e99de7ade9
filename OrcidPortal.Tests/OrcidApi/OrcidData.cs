using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;

namespace OrcidPortal.Tests.OrcidApi;

/// <summary>ORCID's own schemas, samples and lists, kept beside the repository; tests that need them are skipped where they are not.</summary>
internal static class OrcidData
{
    private static readonly Lazy<string?> Folder = new(Find);
    private static readonly Lazy<XmlSchemaSet> Schemas = new(LoadSchemas);

    public static string PathOf(string path)
    {
        Assert.SkipWhen(Folder.Value is null, "ORCID's data files (shared/orcid-data beside the repository) are not here.");
        return Path.Combine(Folder.Value!, path);
    }

    public static IEnumerable<string> Samples(string pattern) =>
        Directory.EnumerateFiles(PathOf("xsd/record_3.0/samples"), pattern, SearchOption.AllDirectories).Order(StringComparer.Ordinal);

    /// <summary>What ORCID's schema finds wrong with a message; nothing where it is valid.</summary>
    public static IReadOnlyList<string> SchemaErrors(byte[] xml)
    {
        _ = PathOf("xsd");
        var errors = new List<string>();
        var document = XDocument.Load(new MemoryStream(xml));
        if (!Schemas.Value.GlobalElements.Contains(new XmlQualifiedName(document.Root!.Name.LocalName, document.Root.Name.NamespaceName))) return [$"The schemas know no message {document.Root.Name}."];
        document.Validate(Schemas.Value, (_, e) => errors.Add(e.Message));
        return errors;
    }

    private static XmlSchemaSet LoadSchemas()
    {
        var schemas = new XmlSchemaSet { XmlResolver = new XmlUrlResolver() };
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore };
        foreach (var file in new[] { "record", "bulk" })
        {
            using var reader = XmlReader.Create(PathOf($"xsd/record_3.0/{file}-3.0.xsd"), settings);
            schemas.Add(null, reader);
        }
        schemas.Compile();
        return schemas;
    }

    private static string? Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var candidate = Path.Combine(folder.FullName, "shared", "orcid-data");
            if (Directory.Exists(candidate)) return candidate;
        }
        return null;
    }
}
