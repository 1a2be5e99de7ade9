using System.Globalization;
using System.Xml.Linq;
using OrcidPortal.Simulator.Sections;

namespace OrcidPortal.Simulator.Store;

/// <summary>An item as the journal keeps it, under the iD, the kind and the put-code.</summary>
internal sealed record ItemEntry(string Xml, string Source, string Visibility, int DisplayIndex, DateTimeOffset Created, DateTimeOffset Modified)
{
    public static ItemEntry Of(StoredItem item) => new(
        item.Content.ToString(SaveOptions.DisableFormatting), item.Source, item.Visibility, item.DisplayIndex, item.CreatedAt, item.LastModifiedAt);

    public static string KeyOf(string orcid, StoredItem item) => $"{orcid}/{item.Section.Name}/{item.PutCode}";
    public static string OrcidOf(string key) => key.Split('/')[0];
    public static long PutCodeOf(string key) => long.Parse(key.Split('/')[2], CultureInfo.InvariantCulture);

    /// <exception cref="InvalidDataException">There is no such kind.</exception>
    public static Section SectionOf(string key) => RecordSections.Find(key.Split('/')[1]) ?? throw new InvalidDataException($"{key} is of no known kind.");

    public StoredItem ToItem(string key) => new(SectionOf(key), PutCodeOf(key), XElement.Parse(Xml, LoadOptions.PreserveWhitespace), Source, Visibility, DisplayIndex, Created, Modified);
}
