using System.Xml.Linq;
using OrcidPortal.Simulator.Messages;
using OrcidPortal.Simulator.Rules;
using OrcidPortal.Simulator.Sections;

namespace OrcidPortal.Simulator.Store;

/// <summary>An item on a record. A registry may hold millions of them: what they say is kept packed, and what they are compared by beside it.</summary>
internal sealed class StoredItem
{
    private readonly byte[] packed;
    private readonly long created;
    private readonly long modified;

    /// <param name="section">Its kind.</param>
    /// <param name="putCode">Its number.</param>
    /// <param name="content">What it says, without what the registry says of it.</param>
    /// <param name="source">The id of the client that added it, or the person's own iD.</param>
    /// <param name="visibility">Who may see it.</param>
    /// <param name="displayIndex">The higher, the further in front.</param>
    /// <param name="created">When it was added.</param>
    /// <param name="modified">When it was last changed.</param>
    public StoredItem(Section section, long putCode, XElement content, string source, string visibility, int displayIndex, DateTimeOffset created, DateTimeOffset modified)
    {
        (Section, PutCode, Source, Visibility, DisplayIndex) = (section, putCode, source, string.Intern(visibility), displayIndex);
        (this.created, this.modified) = (created.ToUnixTimeMilliseconds(), modified.ToUnixTimeMilliseconds());
        packed = PackedXml.Pack(content);
        GroupKeys = [.. ItemKeys.OfGroup(content)];
        string[] own = [.. section.OwnKeys(content)];
        OwnKeys = own.SequenceEqual(GroupKeys) ? GroupKeys : own;
    }

    public Section Section { get; }
    public long PutCode { get; }
    public string Source { get; }
    public string Visibility { get; }
    public int DisplayIndex { get; }
    public DateTimeOffset CreatedAt => DateTimeOffset.FromUnixTimeMilliseconds(created);
    public DateTimeOffset LastModifiedAt => DateTimeOffset.FromUnixTimeMilliseconds(modified);

    /// <summary>What a source may have only once.</summary>
    public string[] OwnKeys { get; }

    /// <summary>What items are grouped by.</summary>
    public string[] GroupKeys { get; }

    /// <summary>What it says, in the schema's order.</summary>
    public XElement Content => PackedXml.Unpack(packed);

    public bool IsFromClient(string? clientId) => clientId is not null && Source == clientId;

    public bool Says(XElement content) => packed.AsSpan().SequenceEqual(PackedXml.Pack(content));

    /// <summary>The same item with something else to say.</summary>
    public StoredItem With(XElement content, DateTimeOffset at) => new(Section, PutCode, content, Source, Visibility, DisplayIndex, CreatedAt, at);

    /// <summary>The same item shown to others, or in another place.</summary>
    public StoredItem Shown(string visibility, int displayIndex, DateTimeOffset at) => new(Section, PutCode, Content, Source, visibility, displayIndex, CreatedAt, at);
}
