namespace OrcidPortal.Simulator.Search;

/// <summary>How the values of a field are looked at.</summary>
internal enum FieldKind
{
    /// <summary>Word by word, in lower case.</summary>
    Words,

    /// <summary>Word by word, in lower case and without diacritics.</summary>
    FoldedWords,

    /// <summary>Each value as one, in lower case: identifiers and addresses.</summary>
    Whole,

    /// <summary>Points in time.</summary>
    Date,

    /// <summary>Word by word, and each value as one: what is searched when no field is named.</summary>
    Anything,
}

/// <summary>The fields of a record that can be searched. Source: ORCID's list of search fields.</summary>
internal static class SearchFields
{
    public const string Orcid = "orcid";
    public const string GivenNames = "given-names";
    public const string FamilyName = "family-name";
    public const string GivenAndFamilyNames = "given-and-family-names";
    public const string CreditName = "credit-name";
    public const string OtherNames = "other-names";
    public const string Email = "email";
    public const string AffiliationName = "affiliation-org-name";
    public const string Submitted = "profile-submission-date";
    public const string LastModified = "profile-last-modified-date";

    private static readonly string[] Words =
        [GivenNames, FamilyName, CreditName, OtherNames, "keyword", "biography", AffiliationName, "funding-titles", "title"];

    private static readonly string[] Whole =
    [
        Orcid, Email, "external-id-reference", "external-id-type-and-value", "ringgold-org-id", "grid-org-id", "ror-org-id", "fundref-org-id", "grant-numbers", "digital-object-ids",
        "peer-review-type", "peer-review-role", "peer-review-group-id",
    ];

    /// <summary>What follows the type of an identifier, as in <c>doi-self</c>.</summary>
    private static readonly string[] Endings = ["-self", "-part-of"];

    /// <returns>Null when there is no such field.</returns>
    public static FieldKind? KindOf(string field) =>
        field == GivenAndFamilyNames ? FieldKind.FoldedWords
        : field is Submitted or LastModified ? FieldKind.Date
        : Words.Contains(field) ? FieldKind.Words
        : Whole.Contains(field) || Endings.Any(e => field.Length > e.Length && field.EndsWith(e, StringComparison.Ordinal)) ? FieldKind.Whole
        : null;
}
