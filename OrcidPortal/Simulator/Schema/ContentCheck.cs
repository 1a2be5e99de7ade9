using System.Xml.Linq;

namespace OrcidPortal.Simulator.Schema;

/// <summary>Holds an element against what it may hold. The answer is the first fault in the order of the document, in the parser's words.</summary>
internal static class ContentCheck
{
    private static readonly XNamespace Instance = "http://www.w3.org/2001/XMLSchema-instance";

    /// <returns>What is wrong, or null.</returns>
    public static string? FindFault(XElement element, Content content) =>
        InAttributes(element, content) ?? (content.Text is { } text ? InText(element, text) : InElements(element, content.Elements!));

    /// <summary>An element as sentences name it: with the prefix under which it was sent.</summary>
    public static string NameOf(XElement element) =>
        element.GetPrefixOfNamespace(element.Name.Namespace) is { } prefix ? $"{prefix}:{element.Name.LocalName}" : element.Name.LocalName;

    private static string? InAttributes(XElement element, Content content)
    {
        foreach (var attribute in element.Attributes().Where(a => !a.IsNamespaceDeclaration))
        {
            var name = attribute.Name;
            if (name == Instance + "schemaLocation" || name == Instance + "noNamespaceSchemaLocation") continue;
            if (name == Instance + "nil") return $"cvc-elt.3.1: Attribute '{Instance},nil' must not appear on element '{NameOf(element)}', because the {{nillable}} property of '{NameOf(element)}' is false.";
            if (name == Instance + "type") return $"cvc-elt.4.2: Cannot resolve '{attribute.Value}' to a type definition for element '{NameOf(element)}'.";
            if (content.Attributes.FirstOrDefault(a => a.Name == name) is not { } known)
                return $"cvc-complex-type.3.2.2: Attribute '{name.LocalName}' is not allowed to appear in element '{NameOf(element)}'.";
            if (known.Text.FindFault(attribute.Value) is { } fault) return fault;
        }
        return content.Attributes.FirstOrDefault(a => a.Required && element.Attribute(a.Name) is null) is { } missing
            ? $"cvc-complex-type.4: Attribute '{missing.Name.LocalName}' must appear on element '{NameOf(element)}'."
            : null;
    }

    private static string? InText(XElement element, TextRule rule) => element.HasElements
        ? $"cvc-type.3.1.2: Element '{NameOf(element)}' is a simple type, so it must have no element information item [children]."
        : rule.FindFault(element.Value);

    private static string? InElements(XElement element, Row row) =>
        new ElementWalk(element).FindFault(row)
        ?? (element.Nodes().OfType<XText>().Any(t => !t.Value.All(c => c is ' ' or '\t' or '\r' or '\n'))
            ? $"cvc-complex-type.2.3: Element '{NameOf(element)}' cannot have character [children], because the type's content type is element-only."
            : null);
}
