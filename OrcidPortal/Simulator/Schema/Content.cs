using System.Xml.Linq;

namespace OrcidPortal.Simulator.Schema;

/// <summary>What an element may hold: a text, or other elements in their order; which attributes it may have; and how JSON says the same.</summary>
internal sealed record Content(TextRule? Text, Row? Elements, IReadOnlyList<AttributeRule> Attributes)
{
    /// <summary>In <see cref="JsonOrder"/>: all elements that are not named there.</summary>
    public const string Rest = "*";

    /// <summary>Every element it may hold, in the schema's order.</summary>
    public IReadOnlyList<One> Parts { get; } = Elements is null ? [] : [.. Elements.All];

    /// <summary>What JSON makes of a text.</summary>
    public JsonForm Json { get; init; } = JsonForm.Text;

    /// <summary>The order of properties in JSON, attributes among them; empty: elements as in XML.</summary>
    public IReadOnlyList<string> JsonOrder { get; init; } = [Rest];

    public static Content Of(TextRule text, params AttributeRule[] attributes) => new(text, null, attributes);
    public static Content Of(params Part[] parts) => new(null, new(parts), []);

    /// <summary>The same with attributes.</summary>
    public Content With(params AttributeRule[] attributes) => this with { Attributes = attributes };

    /// <summary>The same, in JSON an object with <c>value</c> and the attributes.</summary>
    public Content AsValue() => this with { Json = JsonForm.Value };

    /// <summary>The same in another form.</summary>
    public Content As(JsonForm form) => this with { Json = form };
}

/// <summary>An attribute and what it may say.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Text">What it may say.</param>
/// <param name="Required">Whether it has to be there.</param>
/// <param name="IsKept">Whether it belongs to what the client says, and not to what the registry says of it.</param>
/// <param name="Json">What JSON makes of it.</param>
internal sealed record AttributeRule(XName Name, TextRule Text, bool Required = false, bool IsKept = false, JsonForm Json = JsonForm.Text);

/// <summary>How JSON says a text.</summary>
internal enum JsonForm
{
    /// <summary>As a string.</summary>
    Text,

    /// <summary>As an object with <c>value</c> and the attributes.</summary>
    Value,

    /// <summary>As an object with the milliseconds since 1970 as <c>value</c>.</summary>
    Date,

    /// <summary>As a number.</summary>
    Number,

    /// <summary>As true or false.</summary>
    Flag,

    /// <summary>As the name of a constant: <c>Member-referred</c> is <c>MEMBER_REFERRED</c>.</summary>
    Constant,
}
