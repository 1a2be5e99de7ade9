using OrcidPortal.Identifiers;

namespace OrcidPortal.OrcidApi;

/// <summary>A work as it travels to and from ORCID (work-3.0.xsd). Null and empty parts are left out.</summary>
public sealed record WorkMessage : OrcidMessage
{
    /// <inheritdoc/>
    public override OrcidSection Section => OrcidSection.Work;

    /// <summary>Required by ORCID, 1 to 1,000 characters.</summary>
    public string Title { get; init; } = "";

    /// <summary>Up to 1,000 characters.</summary>
    public string? Subtitle { get; init; }

    /// <summary>The title in another language, up to 1,000 characters.</summary>
    public string? TranslatedTitle { get; init; }

    /// <summary>The language of <see cref="TranslatedTitle"/>, compulsory with it.</summary>
    public string? TranslatedTitleLanguage { get; init; }

    /// <summary>Journal, book, series or conference; up to 1,000 characters.</summary>
    public string? JournalTitle { get; init; }

    /// <summary>Up to 5,000 characters.</summary>
    public string? ShortDescription { get; init; }

    /// <summary><c>bibtex</c>, <c>ris</c>, <c>formatted-apa</c> ...</summary>
    public string? CitationType { get; init; }

    /// <summary>The citation itself.</summary>
    public string? CitationValue { get; init; }

    /// <summary>Required by ORCID: one of its 59 work types.</summary>
    public string Type { get; init; } = "";

    /// <summary>Years 1900 to 2100.</summary>
    public PartialDate? PublicationDate { get; init; }

    /// <summary>At least one, with relationship self.</summary>
    public IReadOnlyList<ExternalId> ExternalIds { get; init; } = [];

    /// <summary>Where the work can be read, absolute.</summary>
    public string? Url { get; init; }

    /// <summary>In their order.</summary>
    public IReadOnlyList<WorkContributor> Contributors { get; init; } = [];

    /// <summary>One of ORCID's 186 language codes.</summary>
    public string? LanguageCode { get; init; }

    /// <summary>ISO 3166, two letters.</summary>
    public string? Country { get; init; }
}
