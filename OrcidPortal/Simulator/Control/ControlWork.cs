using OrcidPortal.Simulator.Messages;
using OrcidPortal.Simulator.Rules;
using OrcidPortal.Simulator.Store;

namespace OrcidPortal.Simulator.Control;

/// <summary>A work that is put on a record from outside the API.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Type">An ORCID work type (default journal-article).</param>
/// <param name="Date"><c>yyyy</c>, <c>yyyy-MM</c> or <c>yyyy-MM-dd</c>.</param>
/// <param name="Subtitle">Its subtitle.</param>
/// <param name="JournalTitle">Where it appeared.</param>
/// <param name="Url">Its link.</param>
/// <param name="Doi">Short for one self identifier of the type doi.</param>
/// <param name="ExternalIds">Its identifiers; the relationship is self unless said.</param>
/// <param name="Visibility">Who sees it (default public).</param>
/// <param name="Source">A client id, or <c>user</c> (the default): the person.</param>
internal sealed record ControlWork(
    string? Title, string? Type = null, string? Date = null, string? Subtitle = null, string? JournalTitle = null, string? Url = null,
    string? Doi = null, IReadOnlyList<ExternalIdentifier>? ExternalIds = null, string? Visibility = null, string? Source = null)
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
