namespace OrcidPortal.Records.Vocabularies;

/// <summary>The closed list of vocabularies: words of our sources, and what ORCID calls them.</summary>
public static class VocabularyNames
{
    /// <summary>Types of works by scheme, <c>bibtex:article</c>; targets are ORCID's 59 work types.</summary>
    public const string WorkType = "work-type";

    /// <summary>Types of fundings, with or without a scheme; targets are grant, contract, award, salary-award.</summary>
    public const string FundingType = "funding-type";

    /// <summary>Roles of contributors to works; targets are ORCID's roles and the URIs of CRediT.</summary>
    public const string ContributorRole = "contributor-role";

    /// <summary>Roles of contributors to fundings; targets are lead, co-lead, supported-by, other-contribution.</summary>
    public const string FundingRole = "funding-role";

    /// <summary>Languages as sources write them; targets are ORCID's 186 codes.</summary>
    public const string Language = "language";

    /// <summary>Currencies as sources write them; targets are ISO 4217 codes.</summary>
    public const string Currency = "currency";

    /// <summary>Countries as sources write them; targets are ISO 3166 alpha-2, and XK.</summary>
    public const string Country = "country";

    /// <summary>Kinds of identifiers as sources call them; targets are ORCID's 52 types.</summary>
    public const string IdentifierType = "identifier-type";

    /// <summary>How an identifier relates to a work: <c>issn/journal-article</c>, or <c>issn</c> for all other types; targets are self, part-of, version-of, funded-by.</summary>
    public const string IdentifierRelationship = "identifier-relationship";

    /// <summary>Which of ORCID's roles make a work "mine"; targets are yes and no.</summary>
    public const string OwnRole = "own-role";

    /// <summary>Not editable as a vocabulary: organisations that records refer to, in <c>RecordTerm</c> only.</summary>
    public const string Organization = "organization";

    /// <summary>All that can be edited, in the order pages show them.</summary>
    public static IReadOnlyList<string> All { get; } =
        [WorkType, FundingType, ContributorRole, FundingRole, OwnRole, Language, Currency, Country, IdentifierType, IdentifierRelationship];

    /// <summary>Whether a word may have nothing at ORCID. A role is somebody's own or not, and an identifier relates in some way.</summary>
    public static bool MayBeNothing(string vocabulary) => vocabulary is not (OwnRole or IdentifierRelationship);
}
