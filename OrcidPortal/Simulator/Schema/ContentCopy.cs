using System.Xml.Linq;

namespace OrcidPortal.Simulator.Schema;

/// <summary>Brings messages into the registry's own form.</summary>
internal static class ContentCopy
{
    /// <summary>Known elements and attributes only, in the schema's order, without white space where it says nothing.</summary>
    public static XElement Ordered(XElement element, Content content)
    {
        var copy = new XElement(element.Name, content.Attributes.Select(a => element.Attribute(a.Name)).OfType<XAttribute>());
        if (content.Text is { } text)
        {
            var value = text.IsTrimmed ? element.Value.Trim() : element.Value;
            if (value.Length > 0) copy.Add(new XText(value));
        }
        foreach (var part in content.Parts) copy.Add(element.Elements(part.Name).Take(part.Max).Select(e => Ordered(e, part.Content)));
        return copy;
    }

    /// <summary>As it is kept: without what the registry says itself, and without optional texts that say nothing.</summary>
    public static XElement Tidied(XElement element, Content content)
    {
        var copy = new XElement(element.Name, content.Attributes.Where(a => a.IsKept).Select(a => element.Attribute(a.Name)).OfType<XAttribute>());
        if (content.Text is not null && element.Value.Length > 0) copy.Add(new XText(element.Value));
        foreach (var part in content.Parts.Where(p => p.IsKept))
        {
            foreach (var child in element.Elements(part.Name))
            {
                var kept = Tidied(child, part.Content);
                if (part.Min > 0 || kept.HasElements || !string.IsNullOrWhiteSpace(kept.Value)) copy.Add(kept);
            }
        }
        return copy;
    }
}
