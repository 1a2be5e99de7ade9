using System.Xml.Linq;
using OrcidPortal.Simulator.Messages;
using OrcidPortal.Simulator.Rules;
using OrcidPortal.Simulator.Schema;

namespace OrcidPortal.Simulator.Sections;

/// <summary>A kind of item on a record: how it is called and looks, who may read and write it, and what the registry asks of it.</summary>
internal sealed record Section
{
    /// <summary>What one is called, in messages and in addresses, such as <c>work</c>.</summary>
    public required string Name { get; init; }

    /// <summary>What the list is called in messages, such as <c>works</c>.</summary>
    public required string ListName { get; init; }

    /// <summary>Where the list is found.</summary>
    public required string ListPath { get; init; }

    /// <summary>Where one is found, before its put-code.</summary>
    public required string ItemPath { get; init; }

    /// <summary>The form of one.</summary>
    public required Content Content { get; init; }

    /// <summary>The form in lists; null: lists hold the whole.</summary>
    public Content? Summary { get; init; }

    /// <summary>What lists group items under; null: they are not grouped.</summary>
    public string? GroupName { get; init; }

    /// <summary>The scopes of which one lets a client add.</summary>
    public required IReadOnlyList<string> CreateScopes { get; init; }

    /// <summary>The scope that lets a client update and remove.</summary>
    public required string UpdateScope { get; init; }

    /// <summary>The scope that shows more than what is public.</summary>
    public required string ReadScope { get; init; }

    /// <summary>What ORCID holds against one that is well formed: the first fault in ORCID's order.</summary>
    public required Func<Judged, ApiError?> Check { get; init; }

    /// <summary>What a source may have only once on a record.</summary>
    public required Func<XElement, IEnumerable<string>> OwnKeys { get; init; }

    /// <summary>The refusal of a second one.</summary>
    public required Func<XElement, string, ApiError> Duplicate { get; init; }

    /// <summary>Works can be sent and read a hundred at a time, and there is a limit to their number.</summary>
    public bool HasBulk { get; init; }

    public bool IsPersonal => Summary is null;

    public XNamespace Space => Names.Section(Name);

    /// <summary>The element of one.</summary>
    public XName Element => Space + Name;

    public override string ToString() => Name;
}
