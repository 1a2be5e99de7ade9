namespace OrcidPortal.Mapping;

/// <summary>The closed list of problem codes. Where DSpace has a rule, its name is DSpace's.</summary>
public static class ProblemCodes
{
    // DSpace's own names.
    public const string TitleRequired = "title.required";
    public const string TypeRequired = "type.required";
    public const string ExternalIdRequired = "external-id.required";
    public const string PublicationDateInvalid = "publication.date-invalid";
    public const string FunderRequired = "funder.required";
    public const string AmountCurrencyRequired = "amount-currency.required";
    public const string OrganizationNameRequired = "organization.name-required";
    public const string OrganizationAddressRequired = "organization.address-required";
    public const string OrganizationCityRequired = "organization.city-required";
    public const string OrganizationCountryRequired = "organization.country-required";
    public const string DisambiguatedOrganizationRequired = "disambiguated-organization.required";
    public const string DisambiguatedOrganizationValueRequired = "disambiguated-organization.value-required";
    public const string DisambiguationSourceRequired = "disambiguation-source.required";
    public const string DisambiguationSourceInvalid = "disambiguation-source.invalid";
    public const string CountryInvalid = "country.invalid";
    public const string StartDateRequired = "start-date.required";
    public const string OrganizationRequired = "organization.required";

    // Works, and what several kinds share.
    public const string TypeUnknown = "type.unknown";
    public const string TitleTooLong = "title.too-long";
    public const string SubtitleTooLong = "subtitle.too-long";
    public const string TranslatedTitleTooLong = "translated-title.too-long";
    public const string TranslatedTitleRequired = "translated-title.required";
    public const string TranslatedTitleLanguageRequired = "translated-title.language-required";
    public const string TranslatedTitleLanguageInvalid = "translated-title.language-invalid";
    public const string JournalTitleTooLong = "journal-title.too-long";
    public const string ShortDescriptionTooLong = "short-description.too-long";
    public const string CitationTypeInvalid = "citation.type-invalid";
    public const string LanguageCodeInvalid = "language-code.invalid";
    public const string UrlInvalid = "url.invalid";
    public const string ExternalIdTypeUnknown = "external-id.type-unknown";
    public const string ExternalIdTypeDoubtful = "external-id.type-doubtful";
    public const string ExternalIdValueInvalid = "external-id.value-invalid";
    public const string ExternalIdCheckDigitWrong = "external-id.check-digit-wrong";
    public const string ExternalIdUrlInvalid = "external-id.url-invalid";
    public const string ExternalIdRelationshipInvalid = "external-id.relationship-invalid";
    public const string ExternalIdFundedByInvalid = "external-id.funded-by-invalid";
    public const string ExternalIdShared = "external-id.shared";
    public const string ContributorRoleInvalid = "contributor.role-invalid";
    public const string ContributorNameTooLong = "contributor.name-too-long";
    public const string ItemShared = "item.shared";
    public const string WorksTooMany = "works.too-many";

    // Fundings and positions.
    public const string OrganizationDefinedTypeTooLong = "organization-defined-type.too-long";
    public const string StartDateInvalid = "start-date.invalid";
    public const string EndDateInvalid = "end-date.invalid";
    public const string EndDateWithoutStart = "end-date.without-start";
    public const string EndDateBeforeStart = "end-date.before-start";
    public const string AmountInvalid = "amount.invalid";
    public const string AmountAmbiguous = "amount.ambiguous";
    public const string AmountRequired = "amount.required";
    public const string CurrencyInvalid = "currency.invalid";
    public const string OrganizationNameTooLong = "organization.name-too-long";
    public const string OrganizationPlaceTooLong = "organization.place-too-long";
    public const string OrganizationUnknown = "organization.unknown";
    public const string OrganizationCountryInvalid = "organization.country-invalid";
    public const string DisambiguatedOrganizationValueInvalid = "disambiguated-organization.value-invalid";
    public const string DepartmentNameTooLong = "department-name.too-long";
    public const string RoleTitleTooLong = "role-title.too-long";

    // Profile items.
    public const string ContentRequired = "content.required";
    public const string ContentTooLong = "content.too-long";
    public const string CountryRequired = "country.required";
    public const string UrlRequired = "url.required";
    public const string UrlNameTooLong = "url-name.too-long";
    public const string PersonIdentifierRequired = "person-identifier.required";
    public const string PersonIdentifierTooLong = "person-identifier.too-long";
    public const string PersonIdentifierUrlRequired = "person-identifier.url-required";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        TitleRequired, TypeRequired, ExternalIdRequired, PublicationDateInvalid, FunderRequired, AmountCurrencyRequired, OrganizationNameRequired, OrganizationAddressRequired,
        OrganizationCityRequired, OrganizationCountryRequired, DisambiguatedOrganizationRequired, DisambiguatedOrganizationValueRequired, DisambiguationSourceRequired,
        DisambiguationSourceInvalid, CountryInvalid, StartDateRequired, OrganizationRequired, TypeUnknown, TitleTooLong, SubtitleTooLong, TranslatedTitleTooLong,
        TranslatedTitleRequired, TranslatedTitleLanguageRequired, TranslatedTitleLanguageInvalid, JournalTitleTooLong, ShortDescriptionTooLong, CitationTypeInvalid,
        LanguageCodeInvalid, UrlInvalid, ExternalIdTypeUnknown, ExternalIdTypeDoubtful, ExternalIdValueInvalid, ExternalIdCheckDigitWrong, ExternalIdUrlInvalid,
        ExternalIdRelationshipInvalid, ExternalIdFundedByInvalid, ExternalIdShared, ContributorRoleInvalid, ContributorNameTooLong, ItemShared, WorksTooMany,
        OrganizationDefinedTypeTooLong, StartDateInvalid, EndDateInvalid, EndDateWithoutStart, EndDateBeforeStart, AmountInvalid, AmountAmbiguous, AmountRequired, CurrencyInvalid,
        OrganizationNameTooLong, OrganizationPlaceTooLong, OrganizationUnknown, OrganizationCountryInvalid, DisambiguatedOrganizationValueInvalid, DepartmentNameTooLong, RoleTitleTooLong, ContentRequired,
        ContentTooLong, CountryRequired, UrlRequired, UrlNameTooLong, PersonIdentifierRequired, PersonIdentifierTooLong, PersonIdentifierUrlRequired,
    ];
}
