using System.Xml.Linq;
using OrcidPortal.Simulator.Messages;

namespace OrcidPortal.Simulator.Rules;

/// <summary>What items are compared by.</summary>
internal static class ItemKeys
{
    /// <summary>What belongs together: identifiers of the relationship self or version-of, normalised.</summary>
    public static IEnumerable<string> OfGroup(XElement item) => ExternalIds(item).Where(IsGrouping).Select(Normalised);

    /// <summary>A work's own identifiers, normalised.</summary>
    public static IEnumerable<string> OfSelf(XElement item) => ExternalIds(item).Where(IsSelf).Select(Normalised);

    /// <summary>The same, with those for which no relationship is said.</summary>
    public static IEnumerable<string> OfSelfOrUnsaid(XElement item) => ExternalIds(item)
        .Where(i => IsSelf(i) || RelationshipOf(i) is null)
        .Select(i => $"{RelationshipOf(i)}:{Normalised(i)}");

    /// <summary>An item's own identifiers as they were written, for which no relationship counts as self, too.</summary>
    public static IEnumerable<string> OfSelfAsWritten(XElement item) => ExternalIds(item)
        .Where(i => IsSelf(i) || RelationshipOf(i) is null)
        .Select(i => $"{RelationshipOf(i)}:{TypeOf(i)}:{ValueOf(i)}");

    /// <summary>An identifier of the person, by type, value and address.</summary>
    public static IEnumerable<string> OfPersonIdentifier(XElement item) => [$"{TypeOf(item)}\n{ValueOf(item)}\n{item.Text(Names.Common + "external-id-url")}"];

    /// <summary>The text of one element.</summary>
    public static IEnumerable<string> Of(XElement item, XName name) => item.Text(name) is { Length: > 0 } text ? [text] : [];

    public static IEnumerable<XElement> ExternalIds(XElement item) => item.Element(Names.Common + "external-ids")?.Elements(Names.Common + "external-id") ?? [];
    public static bool IsGrouping(XElement id) => RelationshipOf(id) is "self" or "version-of";
    public static bool IsSelf(XElement id) => RelationshipOf(id) == "self";
    public static string? TypeOf(XElement id) => id.Text(Names.Common + "external-id-type");
    public static string? ValueOf(XElement id) => id.Text(Names.Common + "external-id-value");
    public static string? RelationshipOf(XElement id) => id.Text(Names.Common + "external-id-relationship") is { Length: > 0 } said ? said : null;

    /// <summary>The type and the normalised value, or the value as written where it cannot be normalised.</summary>
    public static string Normalised(XElement id) => $"{TypeOf(id)}:{IdentifierTypes.Normalise(TypeOf(id), ValueOf(id)) ?? ValueOf(id)}";
}
