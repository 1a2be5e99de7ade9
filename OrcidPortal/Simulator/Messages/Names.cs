using System.Xml.Linq;

namespace OrcidPortal.Simulator.Messages;

/// <summary>The namespaces of v3.0 messages under the prefixes ORCID gives them.</summary>
internal static class Names
{
    public static readonly XNamespace Common = Section("common");
    public static readonly XNamespace Work = Section("work");
    public static readonly XNamespace Funding = Section("funding");
    public static readonly XNamespace Bulk = Section("bulk");
    public static readonly XNamespace Error = Section("error");
    public static readonly XNamespace Activities = Section("activities");
    public static readonly XNamespace Record = Section("record");
    public static readonly XNamespace Person = Section("person");
    public static readonly XNamespace PersonalDetails = Section("personal-details");
    public static readonly XNamespace Preferences = Section("preferences");
    public static readonly XNamespace History = Section("history");
    public static readonly XNamespace Notification = Section("notification");
    public static readonly XNamespace Client = Section("client");

    /// <summary>The prefixes a message declares at its root. <c>error</c> has none, as ORCID writes it.</summary>
    public static readonly IReadOnlyList<string> Prefixes =
    [
        "common", "work", "bulk", "activities", "record", "person", "personal-details", "preferences", "history", "email", "funding", "education", "employment",
        "distinction", "invited-position", "membership", "qualification", "service", "other-name", "keyword", "address", "researcher-url", "external-identifier",
    ];

    public static XNamespace Section(string name) => "http://www.orcid.org/ns/" + name;

    /// <summary>An element with text, or nothing where there is none.</summary>
    public static XElement? Of(XName name, string? text) => text is null ? null : new XElement(name, text);

    /// <summary>The text of a child, or null where it is missing.</summary>
    public static string? Text(this XElement parent, XName name) => parent.Element(name)?.Value;
}
