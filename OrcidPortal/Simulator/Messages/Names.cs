using System.Xml.Linq;

namespace OrcidPortal.Simulator.Messages;

/// <summary>The namespaces of v3.0 messages under the prefixes ORCID gives them.</summary>
internal static class Names
{
    public static readonly XNamespace Common = "http://www.orcid.org/ns/common";
    public static readonly XNamespace Work = "http://www.orcid.org/ns/work";
    public static readonly XNamespace Bulk = "http://www.orcid.org/ns/bulk";
    public static readonly XNamespace Error = "http://www.orcid.org/ns/error";
    public static readonly XNamespace Activities = "http://www.orcid.org/ns/activities";
    public static readonly XNamespace Record = "http://www.orcid.org/ns/record";
    public static readonly XNamespace Person = "http://www.orcid.org/ns/person";
    public static readonly XNamespace PersonalDetails = "http://www.orcid.org/ns/personal-details";
    public static readonly XNamespace Preferences = "http://www.orcid.org/ns/preferences";
    public static readonly XNamespace History = "http://www.orcid.org/ns/history";

    private static readonly (string Prefix, XNamespace Namespace)[] Prefixes =
    [
        ("common", Common), ("work", Work), ("bulk", Bulk), ("activities", Activities), ("record", Record), ("person", Person),
        ("personal-details", PersonalDetails), ("preferences", Preferences), ("history", History), ("email", Section("email")),
    ];

    public static XNamespace Section(string name) => "http://www.orcid.org/ns/" + name;

    /// <summary>Declares the prefixes on a root element; <c>error</c> stays without one, as ORCID writes it.</summary>
    public static XElement WithPrefixes(this XElement root)
    {
        foreach (var (prefix, name) in Prefixes) root.Add(new XAttribute(XNamespace.Xmlns + prefix, name.NamespaceName));
        return root;
    }

    /// <summary>An element with text, or nothing where there is none.</summary>
    public static XElement? Of(XName name, string? text) => text is null ? null : new XElement(name, text);
}
