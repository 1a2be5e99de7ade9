using System.Globalization;
using System.Xml.Linq;
using OrcidPortal.Simulator.Rules;
using OrcidPortal.Simulator.Schema;
using OrcidPortal.Simulator.Sections;
using OrcidPortal.Simulator.Store;

namespace OrcidPortal.Simulator.Messages;

/// <summary>Items as the registry shows them: with put-code, source, dates, and identifiers normalised.</summary>
internal sealed class ItemXml(SourceXml sources)
{
    private static readonly Content ExternalIds = CommonContents.ExternalIds.Content;

    /// <summary>One in full.</summary>
    public Leaf Whole(string orcid, StoredItem item) => Build(orcid, item, item.Section.Element, item.Section.Content, hasDisplayIndex: item.Section.IsPersonal);

    /// <summary>One as it stands in lists.</summary>
    public Leaf Summary(string orcid, StoredItem item) => item.Section.Summary is { } content
        ? Build(orcid, item, item.Section.Space + (item.Section.Name + "-summary"), content, hasDisplayIndex: true)
        : Whole(orcid, item);

    /// <summary>The identifiers that hold a group together, each once.</summary>
    /// <param name="group">The group's items as they are shown.</param>
    public static Leaf ExternalIdsOf(IEnumerable<Leaf> group) => new(
        new XElement(
            Names.Common + "external-ids",
            group.SelectMany(i => ItemKeys.ExternalIds(i.Element)).Where(ItemKeys.IsGrouping)
                .DistinctBy(id => (ItemKeys.TypeOf(id), id.Text(Names.Common + "external-id-normalized") ?? ItemKeys.ValueOf(id), ItemKeys.RelationshipOf(id)))),
        ExternalIds);

    private Leaf Build(string orcid, StoredItem item, XName name, Content content, bool hasDisplayIndex)
    {
        var said = item.Content;
        var parts = said.Elements().ToList();
        said.RemoveNodes(); // Elements without a parent are taken over, others would be copied.
        var shown = new XElement(
            name,
            new XAttribute("put-code", item.PutCode), new XAttribute("visibility", item.Visibility),
            hasDisplayIndex ? new XAttribute("display-index", item.DisplayIndex.ToString(CultureInfo.InvariantCulture)) : null,
            new XAttribute("path", $"/{orcid}/{item.Section.ItemPath}/{item.PutCode}"),
            SourceXml.Dates(item.CreatedAt, item.LastModifiedAt), sources.Of(item.Source),
            content.Parts.Where(p => p.IsKept).SelectMany(p => parts.Where(e => e.Name == p.Name)));
        foreach (var id in shown.Elements(Names.Common + "external-ids").Elements()) ExternalIdXml.Normalised(id);
        return new(shown, content);
    }
}
