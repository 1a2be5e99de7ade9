using System.ComponentModel;
using OrcidPortal.Simulator.Messages;
using OrcidPortal.Simulator.Rules;
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
    [property: Description("Its identifiers; the relationship is self unless said.")] IReadOnlyList<ExternalIdentifier>? ExternalIds = null,
    [property: Description("Who sees it: public, limited, private or registered-only (default public).")] string? Visibility = null,
    [property: Description("Who added it: a client id, or user for the person (default user).")] string? Source = null)
{
    public string SourceOn(string orcid) => Source is null or "user" ? orcid : Source;

    /// <returns>What is wrong with it, or null.</returns>
    public string? FindFault(string orcid, Clients clients)
    {
        if (string.IsNullOrWhiteSpace(Title)) return "A work needs a title.";
        if (Visibility is not null && !Vocabulary.Visibilities.Contains(Visibility)) return $"'{Visibility}' is not a visibility.";
        if (SourceOn(orcid) is var source && source != orcid && clients.Find(source) is null) return $"'{source}' is not a client.";
        if (ToWork() is var work && !Vocabulary.WorkTypes.Contains(work.Type!)) return $"'{work.Type}' is not a work type.";
        return DateRules.Check(work.PublicationDate)?.DeveloperMessage;
    }

    public Work ToWork() => new()
    {
        Title = Characters.Legal(Title), Type = Type ?? "journal-article", PublicationDate = FuzzyDate.From(Date), Subtitle = Characters.Legal(Subtitle),
        JournalTitle = Characters.Legal(JournalTitle), Url = Characters.Legal(Url),
        ExternalIds =
        [
            .. Doi is null ? [] : new[] { new ExternalIdentifier("doi", Characters.Legal(Doi), $"https://doi.org/{Characters.Legal(Doi)}", "self") },
            .. (ExternalIds ?? []).Select(i => new ExternalIdentifier(i.Type, Characters.Legal(i.Value), Characters.Legal(i.Url), i.Relationship ?? "self")),
        ],
    };
}
