using OrcidPortal.Simulator.Messages;

namespace OrcidPortal.Simulator.Rules;

/// <summary>What ORCID holds against a work that is well formed, in ORCID's order: the first fault is the answer.</summary>
internal static class WorkValidator
{
    /// <param name="posted">What the client says.</param>
    /// <param name="storedVisibility">Who may see the work now; null when it is new.</param>
    public static ApiError? Check(PostedWork posted, string? storedVisibility)
    {
        var work = posted.Work;
        return string.IsNullOrWhiteSpace(work.Title) ? ErrorTexts.Of(9022) :
            NotIn(Vocabulary.Countries, work.Country, "country")
            ?? TranslatedTitle(work.TranslatedTitle)
            ?? (work.Type is null ? Invalid("work type", Vocabulary.WorkTypes) : NotIn(Vocabulary.WorkTypes, work.Type, "work type"))
            ?? NotIn(Vocabulary.LanguageCodes, work.LanguageCode, "language code")
            ?? DateRules.Check(work.PublicationDate)
            ?? Citation(work.Citation)
            ?? (work.ExternalIds.Count == 0 ? ErrorTexts.Of(9023) : null)
            ?? ExternalIdRules.CheckFundedBy(work.ExternalIds)
            ?? work.Contributors.Select(ContributorRules.Check).FirstOrDefault(e => e is not null)
            ?? (storedVisibility is null && posted.PutCode is not null ? ErrorTexts.Of(9024) : null)
            ?? (storedVisibility is not null && posted.Visibility is not null && posted.Visibility != storedVisibility ? ErrorTexts.Of(9035) : null)
            ?? ExternalIdRules.Check(work.ExternalIds)
            ?? TooLong(work);
    }

    private static ApiError? TranslatedTitle(TranslatedTitle? title)
    {
        if (title is null) return null;
        if (string.IsNullOrEmpty(title.Value)) return string.IsNullOrEmpty(title.LanguageCode) ? null : ErrorTexts.Of(9020, "Please specify a translated title or remove the language code");
        return title.LanguageCode is { } code && Vocabulary.LanguageCodes.Contains(code) ? null : Invalid("translated title -> language code", Vocabulary.LanguageCodes);
    }

    private static ApiError? Citation(Citation? citation)
    {
        if (citation is null) return null;
        if (citation.Type is null || !Vocabulary.CitationTypes.Contains(citation.Type)) return Invalid("citation type", Vocabulary.CitationTypes);
        return string.IsNullOrWhiteSpace(citation.Value) ? ErrorTexts.Of(9020, "Please specify a citation or remove the parent tag") : null;
    }

    /// <summary>A bulk is not held against the schema; what its columns cannot hold the registry then fails to store.</summary>
    private static ApiError? TooLong(Work work) =>
        work.Title!.Length > 1000 || work.Subtitle?.Length > 1000 || work.TranslatedTitle?.Value?.Length > 1000 || work.JournalTitle?.Length > 1000
        || work.ShortDescription?.Length > 5000 || work.Url?.Length > 2084 || work.Contributors.Any(c => c.CreditName?.Length > 150)
            ? ErrorTexts.Of(9008)
            : null;

    private static ApiError? NotIn(IReadOnlyCollection<string> values, string? value, string what) =>
        string.IsNullOrEmpty(value) || values.Contains(value) ? null : Invalid(what, values);

    private static ApiError Invalid(string what, IEnumerable<string> values) => ErrorTexts.Of(9037, null, ("type", what), ("values", string.Join(", ", values)));
}
