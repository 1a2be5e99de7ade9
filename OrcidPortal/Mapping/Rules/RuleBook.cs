using OrcidPortal.Data.Entities;
using OrcidPortal.Mapping.Reading;
using OrcidPortal.Records;

namespace OrcidPortal.Mapping.Rules;

/// <summary>Which rules hold for which kind.</summary>
internal static class RuleBook
{
    private static readonly IRule[] Work =
    [
        new TitleRequiredRule(), new TypeKnownRule(), new OwnIdentifierRule(), new DateRule(FieldPaths.PublicationDate, ProblemCodes.PublicationDateInvalid, r => r.PublicationDate),
        new TitleLengthRule(), new TranslatedTitleRule(), new ShortDescriptionRule(), new LanguageCodeRule(), new CountryKnownRule(), new UrlRule(), new CitationTypeRule(),
        .. Identifiers(), .. Contributors(),
    ];

    private static readonly IRule[] Funding =
    [
        new TitleRequiredRule(), new TypeKnownRule(), new OwnIdentifierRule(), new TitleLengthRule(), new TranslatedTitleRule(), new ShortDescriptionRule(),
        new LengthRule(FieldPaths.OrganizationDefinedType, ProblemCodes.OrganizationDefinedTypeTooLong, 255, r => r.OrganizationDefinedType),
        .. Period(), new PeriodOrderRule(), new FunderRule(), new OrganizationPlaceRule(), new OrganizationIdentifierRule(), new AmountRule(), new CurrencyRule(), new UrlRule(),
        .. Identifiers(), .. Contributors(),
    ];

    private static readonly IRule[] Affiliation =
    [
        new LengthRule(FieldPaths.RoleTitle, ProblemCodes.RoleTitleTooLong, 4000, r => r.RoleTitle),
        new LengthRule(FieldPaths.DepartmentName, ProblemCodes.DepartmentNameTooLong, 4000, r => r.DepartmentName),
        .. Period(), new StartDateRequiredRule(), new PeriodOrderRule(), new PositionOrganizationRule(), new OrganizationPlaceRule(), new OrganizationIdentifierRule(), new UrlRule(),
        .. Identifiers(),
    ];

    private static readonly IRule[] Content = [new ContentRule()];
    private static readonly IRule[] Country = [new PersonCountryRule()];
    private static readonly IRule[] Website = [new WebsiteRule()];
    private static readonly IRule[] PersonIdentifier = [new PersonIdentifierRule()];

    public static IReadOnlyList<Problem> Check(RecordReading reading)
    {
        var findings = new Findings();
        foreach (var rule in Of(reading.Kind)) rule.Check(reading, findings);
        return findings.List();
    }

    private static IRule[] Of(RecordKind kind) => kind switch
    {
        RecordKind.Work => Work,
        RecordKind.Funding => Funding,
        RecordKind.OtherName or RecordKind.Keyword => Content,
        RecordKind.Country => Country,
        RecordKind.Website => Website,
        RecordKind.PersonIdentifier => PersonIdentifier,
        _ => Affiliation,
    };

    private static IRule[] Identifiers() =>
        [new IdentifierTypeRule(), new IdentifierValueRule(), new IdentifierCheckRule(), new IdentifierUrlRule(), new IdentifierRelationshipRule(), new FundedByRule()];

    private static IRule[] Contributors() => [new ContributorRoleRule(), new ContributorNameRule()];

    private static IRule[] Period() =>
    [
        new DateRule(FieldPaths.StartDate, ProblemCodes.StartDateInvalid, r => r.StartDate), new DateRule(FieldPaths.EndDate, ProblemCodes.EndDateInvalid, r => r.EndDate),
    ];
}
