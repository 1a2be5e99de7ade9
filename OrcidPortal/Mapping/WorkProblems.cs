namespace OrcidPortal.Mapping;

/// <summary>The closed list of problem codes of works. The first four are DSpace's own names.</summary>
public static class WorkProblems
{
    public const string TitleRequired = "title.required";
    public const string TypeRequired = "type.required";
    public const string ExternalIdRequired = "external-id.required";
    public const string PublicationDateInvalid = "publication.date-invalid";

    public const string TypeUnknown = "type.unknown";
    public const string TitleTooLong = "title.too-long";
    public const string SubtitleTooLong = "subtitle.too-long";
    public const string JournalTitleTooLong = "journal-title.too-long";
    public const string ShortDescriptionTooLong = "short-description.too-long";
    public const string LanguageCodeInvalid = "language-code.invalid";
    public const string UrlInvalid = "url.invalid";
    public const string ExternalIdTypeUnknown = "external-id.type-unknown";
    public const string ExternalIdValueInvalid = "external-id.value-invalid";
    public const string ExternalIdUrlInvalid = "external-id.url-invalid";
    public const string ExternalIdRelationshipInvalid = "external-id.relationship-invalid";
    public const string ExternalIdFundedByInvalid = "external-id.funded-by-invalid";
    public const string ExternalIdShared = "external-id.shared";
    public const string ContributorRoleInvalid = "contributor.role-invalid";
    public const string ContributorNameTooLong = "contributor.name-too-long";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        TitleRequired, TypeRequired, ExternalIdRequired, PublicationDateInvalid, TypeUnknown, TitleTooLong, SubtitleTooLong, JournalTitleTooLong,
        ShortDescriptionTooLong, LanguageCodeInvalid, UrlInvalid, ExternalIdTypeUnknown, ExternalIdValueInvalid, ExternalIdUrlInvalid,
        ExternalIdRelationshipInvalid, ExternalIdFundedByInvalid, ExternalIdShared, ContributorRoleInvalid, ContributorNameTooLong,
    ];
}
