using OrcidPortal.Simulator.Rules;
using OrcidPortal.Simulator.Schema;
using OrcidPortal.Simulator.Sections;
using OrcidPortal.Simulator.Store;

namespace OrcidPortal.Simulator.Messages;

/// <summary>Lists of a record: activities in groups, what is said of the person one after the other.</summary>
internal sealed class SectionNodes(string orcid, ItemXml xml)
{
    private static readonly Content Date = CommonContents.Date;

    /// <param name="section">The kind.</param>
    /// <param name="items">Those of it that the caller may see.</param>
    public Branch List(Section section, IReadOnlyList<StoredItem> items) => new(
        (section.IsPersonal ? section.Space : Names.Activities) + section.ListName, $"/{orcid}/{section.ListPath}",
        LastModified(items.Count == 0 ? null : items.Max(i => i.LastModifiedAt)),
        section.GroupName is { } group ? new Many(group, ItemGroups.Of(items).Select(g => Group(section, g))) : new Many(section.Name, InOrder(items).Select(i => xml.Whole(orcid, i))));

    /// <summary>A list of a kind that the simulator does not keep: there and empty, as on a fresh record.</summary>
    public Branch Empty(string listName) => new(Names.Activities + listName, $"/{orcid}/{listName}", LastModified(null), new Many("group", []));

    public static Node LastModified(DateTimeOffset? at) =>
        at is { } known ? new Leaf(SourceXml.LastModified(known), Date) : new Absent("last-modified-date");

    private Branch Group(Section section, IReadOnlyList<StoredItem> items)
    {
        var isAffiliation = section.GroupName == "affiliation-group";
        List<Leaf> summaries = [.. items.Select(i => xml.Summary(orcid, i))];
        return new(
            Names.Activities + section.GroupName!, null,
            LastModified(items.Max(i => i.LastModifiedAt)), ItemXml.ExternalIdsOf(summaries),
            new Many(isAffiliation ? "summaries" : section.Name + "-summary", summaries, IsWrapped: isAffiliation));
    }

    private static IEnumerable<StoredItem> InOrder(IEnumerable<StoredItem> items) => items.OrderByDescending(i => i.DisplayIndex).ThenBy(i => i.PutCode);
}
