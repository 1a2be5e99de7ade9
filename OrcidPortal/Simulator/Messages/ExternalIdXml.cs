using System.Xml.Linq;
using OrcidPortal.Simulator.Rules;

namespace OrcidPortal.Simulator.Messages;

/// <summary>Identifiers of items.</summary>
internal static class ExternalIdXml
{
    public static XElement Of(string? type, string? value, string? url, string? relationship) => new(
        Names.Common + "external-id", Names.Of(Names.Common + "external-id-type", type), Names.Of(Names.Common + "external-id-value", value),
        Names.Of(Names.Common + "external-id-url", url), Names.Of(Names.Common + "external-id-relationship", relationship));

    /// <summary>Puts the normalised value, or why there is none, where the schema has it.</summary>
    /// <returns>The same element.</returns>
    public static XElement Normalised(XElement id)
    {
        var (type, value) = (ItemKeys.TypeOf(id), ItemKeys.ValueOf(id));
        var transient = new XAttribute("transient", "true");
        id.Element(Names.Common + "external-id-value")?.AddAfterSelf(IdentifierTypes.Normalise(type, value) is { } normalised
            ? new XElement(Names.Common + "external-id-normalized", transient, normalised)
            : new XElement(
                Names.Common + "external-id-normalized-error", transient,
                new XElement(Names.Common + "error-code", "8001"), new XElement(Names.Common + "error-message", IdentifierTypes.CannotNormalise(type, value))));
        return id;
    }
}
