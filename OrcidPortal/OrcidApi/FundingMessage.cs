using OrcidPortal.Identifiers;

namespace OrcidPortal.OrcidApi;

/// <summary>A funding as it travels to and from ORCID (funding-3.0.xsd). Null and empty parts are left out.</summary>
public sealed record FundingMessage : OrcidMessage
{
    /// <inheritdoc/>
    public override OrcidSection Section => OrcidSection.Funding;

    /// <summary>Required by ORCID: <c>grant</c>, <c>contract</c>, <c>award</c> or <c>salary-award</c>.</summary>
    public string Type { get; init; } = "";

    /// <summary>The funder's own word for the type, up to 255 characters.</summary>
    public string? OrganizationDefinedType { get; init; }

    /// <summary>Required by ORCID (9022), 1 to 1,000 characters.</summary>
    public string Title { get; init; } = "";

    /// <summary>The title in another language, up to 1,000 characters.</summary>
    public string? TranslatedTitle { get; init; }

    /// <summary>The language of <see cref="TranslatedTitle"/>, compulsory with it.</summary>
    public string? TranslatedTitleLanguage { get; init; }

    /// <summary>Up to 5,000 characters.</summary>
    public string? ShortDescription { get; init; }

    /// <summary>The sum in figures (9054); needs <see cref="CurrencyCode"/>.</summary>
    public string? Amount { get; init; }

    /// <summary>ISO 4217, three letters; sent only with <see cref="Amount"/>.</summary>
    public string? CurrencyCode { get; init; }

    /// <summary>Where the funding is described, absolute.</summary>
    public string? Url { get; init; }

    /// <summary>Years 1900 to 2100.</summary>
    public PartialDate? StartDate { get; init; }

    /// <summary>Years 1900 to 2100; needs <see cref="StartDate"/> (9050).</summary>
    public PartialDate? EndDate { get; init; }

    /// <summary>At least one (9023).</summary>
    public IReadOnlyList<ExternalId> ExternalIds { get; init; } = [];

    /// <summary>In their order; roles are <c>lead</c>, <c>co-lead</c>, <c>supported-by</c>, <c>other-contribution</c>, and no sequence is sent.</summary>
    public IReadOnlyList<WorkContributor> Contributors { get; init; } = [];

    /// <summary>The funder; required by ORCID (9046), with its number in a registry (9045).</summary>
    public OrganizationMessage? Organization { get; init; }
}
