using System.Xml.Linq;

namespace OrcidPortal.Simulator.Schema;

/// <summary>What an element may hold: a text, or other elements in their order; and which attributes it may have.</summary>
internal sealed record Content(TextRule? Text, Row? Elements, IReadOnlyList<AttributeRule> Attributes)
{
    public static Content Of(TextRule text, params AttributeRule[] attributes) => new(text, null, attributes);
    public static Content Of(params Part[] parts) => new(null, new(parts), []);

    /// <summary>The same with attributes.</summary>
    public Content With(params AttributeRule[] attributes) => this with { Attributes = attributes };
}

/// <summary>An attribute and what it may say.</summary>
internal sealed record AttributeRule(XName Name, TextRule Text, bool Required = false);
