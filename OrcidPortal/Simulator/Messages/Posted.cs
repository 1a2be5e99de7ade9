using System.Xml.Linq;

namespace OrcidPortal.Simulator.Messages;

/// <summary>An item as a client says it, in the schema's order and unjudged. What it says of source and dates counts for nothing.</summary>
/// <param name="Item">The item's element.</param>
internal sealed record Posted(XElement Item)
{
    public string? PutCode => Item.Attribute("put-code")?.Value.Trim();
    public string? Visibility => Item.Attribute("visibility")?.Value.Trim() is { Length: > 0 } said ? said : null;
}
