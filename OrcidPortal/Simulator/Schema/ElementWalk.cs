using System.Xml.Linq;

namespace OrcidPortal.Simulator.Schema;

/// <summary>
/// Goes through the elements of one parent beside the parts it may have. ORCID's schemas never leave a choice open
/// (the next element alone says which part it belongs to), so looking one element ahead is enough.
/// </summary>
internal sealed class ElementWalk(XElement parent)
{
    private readonly Queue<XElement> left = new(parent.Elements());
    private readonly List<XName> expected = [];

    /// <returns>What is wrong, or null.</returns>
    public string? FindFault(Row row) => Pass(row) ?? (left.Count == 0 ? null : Unexpected(left.Peek()));

    private string? PassAll(Part part)
    {
        var times = 0;
        for (; times < part.Max && left.Count > 0 && part.First.Contains(left.Peek().Name); times++)
            if (Pass(part) is { } fault) return fault;
        if (times < part.Max) expected.AddRange(part.First);
        return times >= part.Min ? null : left.Count == 0 ? Incomplete() : Unexpected(left.Peek());
    }

    private string? Pass(Part part)
    {
        switch (part)
        {
            case Row row: return row.Parts.Select(PassAll).FirstOrDefault(fault => fault is not null);
            case Either either: return PassAll(either.Parts.First(p => p.First.Contains(left.Peek().Name)));
            case One one:
                expected.Clear();
                return ContentCheck.FindFault(left.Dequeue(), one.Content);
            default: throw new InvalidOperationException($"{part.GetType()} is no part of a message.");
        }
    }

    private string Unexpected(XElement element) => expected.Count == 0
        ? $"cvc-complex-type.2.4.d: Invalid content was found starting with element '{ContentCheck.NameOf(element)}'. No child element is expected at this point."
        : $"cvc-complex-type.2.4.a: Invalid content was found starting with element '{ContentCheck.NameOf(element)}'. One of '{Expected()}' is expected.";

    private string Incomplete() => $"cvc-complex-type.2.4.b: The content of element '{ContentCheck.NameOf(parent)}' is not complete. One of '{Expected()}' is expected.";

    private string Expected() => $"{{{string.Join(", ", expected.Distinct().Select(n => $"\"{n.NamespaceName}\":{n.LocalName}"))}}}";
}
