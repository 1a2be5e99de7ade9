namespace OrcidPortal.Simulator.Messages;

/// <summary>A work as a client says it, in ORCID's own terms and unjudged. Null is "not said"; an empty text was said to be empty.</summary>
internal sealed record Work
{
    public string? Title { get; init; }
    public string? Subtitle { get; init; }
    public TranslatedTitle? TranslatedTitle { get; init; }
    public string? JournalTitle { get; init; }
    public string? ShortDescription { get; init; }
    public Citation? Citation { get; init; }
    public string? Type { get; init; }
    public FuzzyDate? PublicationDate { get; init; }
    public IReadOnlyList<ExternalIdentifier> ExternalIds { get; init; } = [];
    public string? Url { get; init; }
    public IReadOnlyList<Contributor> Contributors { get; init; } = [];
    public string? LanguageCode { get; init; }
    public string? Country { get; init; }

    /// <summary>As it is kept: empty texts are left out, e-mail addresses of contributors are never returned and so not kept.</summary>
    public Work Tidied() => this with
    {
        Subtitle = Filled(Subtitle), JournalTitle = Filled(JournalTitle), ShortDescription = Filled(ShortDescription), Url = Filled(Url),
        LanguageCode = Filled(LanguageCode), Country = Filled(Country),
        TranslatedTitle = Filled(TranslatedTitle?.Value) is null ? null : TranslatedTitle,
        ExternalIds = [.. ExternalIds.Select(e => e with { Url = Filled(e.Url) })],
        Contributors = [.. Contributors.Select(c => c with { Email = null })],
    };

    private static string? Filled(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
