using System.ComponentModel;
using System.Xml.Linq;
using OrcidPortal.Simulator.Messages;
using OrcidPortal.Simulator.Rules;
using OrcidPortal.Simulator.Sections;
using OrcidPortal.Simulator.Store;

namespace OrcidPortal.Simulator.Control;

/// <summary>A work that is put on a record from outside the API.</summary>
internal sealed record ControlWork(
    [property: Description("Compulsory.")] string? Title,
    [property: Description("An ORCID work type (default journal-article).")] string? Type = null,
    [property: Description("yyyy, yyyy-MM or yyyy-MM-dd.")] string? Date = null,
    [property: Description("Its subtitle.")] string? Subtitle = null,
    [property: Description("Where it appeared.")] string? JournalTitle = null,
    [property: Description("Its link.")] string? Url = null,
    [property: Description("Short for one self identifier of the type doi.")] string? Doi = null,
    [property: Description("Its identifiers; the relationship is self unless said.")] IReadOnlyList<ControlIdentifier>? ExternalIds = null,
    [property: Description("Who sees it: public, limited, private or registered-only (default public).")] string? Visibility = null,
    [property: Description("Who added it: a client id, or user for the person (default user).")] string? Source = null)
{
    private static readonly XName PublicationDate = Names.Common + "publication-date";

    /// <returns>What is wrong with it, or null.</returns>
    public string? FindFault(Clients clients)
    {
        if (string.IsNullOrWhiteSpace(Title)) return "A work needs a title.";
        if (Visibility is not null && !Vocabulary.Visibilities.Contains(Visibility)) return $"'{Visibility}' is not a visibility.";
        if (Source is not (null or "user") && clients.Find(Source) is null) return $"'{Source}' is not a client.";
        if (Type is not null && !Vocabulary.WorkTypes.Contains(Type)) return $"'{Type}' is not a work type.";
        return DateRules.Check(DateRules.Of(PublicationDate, Date))?.DeveloperMessage;
    }

    public StoredItem ToItem(string orcid, long putCode, DateTimeOffset now)
    {
        var source = Source is null or "user" ? orcid : Source;
        return new(RecordSections.Works, putCode, ToXml(), source, Visibility ?? "public", source == orcid ? 0 : 1, now, now);
    }

    private XElement ToXml()
    {
        var ids = (Doi is null ? [] : new[] { new ControlIdentifier("doi", Doi, $"https://doi.org/{Doi}") }).Concat(ExternalIds ?? []).ToList();
        return new(
            Names.Work + "work",
            new XElement(Names.Work + "title", Of(Names.Common + "title", Title), Of(Names.Common + "subtitle", Subtitle)),
            Of(Names.Work + "journal-title", JournalTitle), new XElement(Names.Work + "type", Type ?? "journal-article"), DateRules.Of(PublicationDate, Date),
            ids.Count == 0 ? null : new XElement(Names.Common + "external-ids", ids.Select(i => ExternalIdXml.Of(i.Type, Characters.Legal(i.Value), Characters.Legal(i.Url), i.Relationship ?? "self"))),
            Of(Names.Common + "url", Url));
    }

    private static XElement? Of(XName name, string? text) => Names.Of(name, Characters.Legal(text));
}

/// <summary>An identifier of a work.</summary>
internal sealed record ControlIdentifier(
    [property: Description("One of ORCID's types, such as doi.")] string? Type,
    [property: Description("As it is written.")] string? Value,
    [property: Description("Its link.")] string? Url = null,
    [property: Description("self, part-of, version-of or funded-by (default self).")] string? Relationship = null);
