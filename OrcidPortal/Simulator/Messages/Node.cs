using System.Xml.Linq;
using OrcidPortal.Simulator.Schema;

namespace OrcidPortal.Simulator.Messages;

/// <summary>A piece of a message that can be said in both languages. Lists are made only while they are written, so that a long record is never held whole.</summary>
internal abstract record Node;

/// <summary>An element and its form.</summary>
internal sealed record Leaf(XElement Element, Content Content) : Node;

/// <summary>An element of further pieces, with the place where it is found.</summary>
/// <param name="Name">Its name; JSON takes the local one.</param>
/// <param name="Path">Its address below the API, an attribute in XML and the last property in JSON; null: it has none.</param>
/// <param name="Parts">What it holds.</param>
internal sealed record Branch(XName Name, string? Path, params IEnumerable<Node> Parts) : Node
{
    /// <summary>Further attributes, in JSON properties after the parts.</summary>
    public IReadOnlyList<XAttribute> Attributes { get; init; } = [];
}

/// <summary>Pieces of one kind: one after the other in XML, an array in JSON.</summary>
/// <param name="JsonName">The array's property.</param>
/// <param name="Items">The pieces.</param>
/// <param name="IsWrapped">Whether JSON says the name of each, as in <c>{"work": {...}}</c>.</param>
internal sealed record Many(string JsonName, IEnumerable<Node> Items, bool IsWrapped = false) : Node;

/// <summary>What there is not: nothing in XML, null in JSON.</summary>
internal sealed record Absent(string JsonName) : Node;
