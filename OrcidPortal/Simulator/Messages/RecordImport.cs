using System.Globalization;
using System.Xml.Linq;
using OrcidPortal.Simulator.Schema;
using OrcidPortal.Simulator.Sections;
using OrcidPortal.Simulator.Store;

namespace OrcidPortal.Simulator.Messages;

/// <summary>A record as another registry shows it, read back. Activities are only known by their summaries there.</summary>
internal sealed record RecordImport
{
    public Person? Person { get; private init; }
    public IReadOnlyList<StoredItem> Items { get; private init; } = [];

    /// <summary>The clients that are named as sources, by id.</summary>
    public IReadOnlyDictionary<string, string> Clients { get; private init; } = new Dictionary<string, string>();

    /// <summary>How many items are of kinds that the simulator does not keep.</summary>
    public int LeftOut { get; private init; }

    /// <summary>Why it cannot be read, or null.</summary>
    public string? Fault { get; private init; }

    public static RecordImport Read(XElement record, DateTimeOffset now)
    {
        var orcid = record.Element(Names.Common + "orcid-identifier")?.Text(Names.Common + "path")?.Trim();
        if (orcid is null || !OrcidIds.IsValid(orcid)) return new() { Fault = "The record names no valid iD (common:orcid-identifier/common:path)." };
        var history = record.Element(Names.History + "history");
        List<StoredItem> items = [];
        Dictionary<string, string> clients = [];
        foreach (var element in record.Descendants().Where(e => e.Attribute("put-code") is not null))
        {
            if (SectionOf(element) is not { } section) continue;
            if (!long.TryParse(element.Attribute("put-code")!.Value, NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var putCode) || putCode < 0)
                return new() { Fault = $"'{element.Attribute("put-code")!.Value}' is not a put-code." };
            var (source, name) = SourceOf(element, orcid);
            if (SourceNames.IsClient(source)) clients[source] = name ?? source;
            var content = new XElement(element) { Name = section.Element };
            items.Add(new(
                section, putCode, ContentCopy.Tidied(ContentCopy.Ordered(content, section.Content), section.Content), source, element.Attribute("visibility")?.Value ?? "public",
                int.TryParse(element.Attribute("display-index")?.Value, CultureInfo.InvariantCulture, out var index) ? index : 0,
                Time(element.Text(Names.Common + "created-date")) ?? now, Time(element.Text(Names.Common + "last-modified-date")) ?? now));
        }
        var all = record.Descendants().Count(e => e.Attribute("put-code") is not null && e.Name != Names.Section("email") + "email" && e.Name != Names.Common + "external-id");
        return new()
        {
            Person = ReadPerson(record.Element(Names.Person + "person"), orcid, history, now), Items = items, Clients = clients, LeftOut = all - items.Count,
        };
    }

    private static Section? SectionOf(XElement element) => RecordSections.All.FirstOrDefault(s =>
        element.Name == s.Element || (s.Summary is not null && element.Name == s.Space + (s.Name + "-summary")));

    private static (string Source, string? Name) SourceOf(XElement element, string orcid)
    {
        var source = element.Element(Names.Common + "source");
        var id = (source?.Element(Names.Common + "source-client-id") ?? source?.Element(Names.Common + "source-orcid"))?.Text(Names.Common + "path")?.Trim();
        return (string.IsNullOrEmpty(id) ? orcid : id, source?.Text(Names.Common + "source-name"));
    }

    private static Person ReadPerson(XElement? person, string orcid, XElement? history, DateTimeOffset now)
    {
        var name = person?.Element(Names.Person + "name");
        var biography = person?.Element(Names.Person + "biography");
        var emails = (person?.Descendants(Names.Section("email") + "email").Where(e => e.HasElements) ?? []).Select(e => new EmailAddress(
            e.Text(Names.Section("email") + "email")?.Trim() ?? "", e.Attribute("verified")?.Value is null or "true", e.Attribute("primary")?.Value == "true", e.Attribute("visibility")?.Value ?? "private")).ToList();
        var created = Time(history?.Text(Names.History + "submission-date")) ?? Time(name?.Text(Names.Common + "created-date")) ?? now;
        return new()
        {
            Orcid = orcid, GivenNames = name?.Text(Names.PersonalDetails + "given-names")?.Trim() ?? orcid, FamilyName = name?.Text(Names.PersonalDetails + "family-name")?.Trim(),
            CreditName = name?.Text(Names.PersonalDetails + "credit-name")?.Trim(), NameVisibility = name?.Attribute("visibility")?.Value ?? "private",
            Biography = biography?.Text(Names.PersonalDetails + "content"), BiographyVisibility = biography?.Attribute("visibility")?.Value ?? "public",
            Emails = emails, Email = emails.FirstOrDefault()?.Address ?? $"{orcid}@example.org",
            Claimed = history?.Text(Names.History + "claimed")?.Trim() is not "false", CreatedAt = created,
            PersonModifiedAt = Time(name?.Text(Names.Common + "last-modified-date")), LastModifiedAt = Time(history?.Text(Names.Common + "last-modified-date")) ?? created,
        };
    }

    private static DateTimeOffset? Time(string? text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var at) ? at : null;
}
