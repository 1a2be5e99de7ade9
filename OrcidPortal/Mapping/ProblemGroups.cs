using OrcidPortal.Data.Entities;
using OrcidPortal.Records.Organizations;
using OrcidPortal.Records.Vocabularies;

namespace OrcidPortal.Mapping;

/// <summary>
/// What problems of one code have in common where one fix heals them all: a word that a vocabulary lacks, an organisation, a value, a type of identifier.
/// Kept with the problem (<see cref="RecordProblem.About"/>) as <c>dimension:key</c>, so that a list of a hundred thousand is grouped by the database. Pure.
/// </summary>
public static class ProblemGroups
{
    private const int Longest = 200;
    private const char Mark = ':';

    /// <summary>The text kept with a problem.</summary>
    /// <param name="kind">Of the record: the same word is another in the vocabulary of fundings than in that of works.</param>
    /// <param name="fields">Its effective fields.</param>
    /// <returns>At most 200 characters; empty where only its source, or its being missing, is common.</returns>
    public static string About(Problem problem, RecordKind kind, RecordFields fields)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(fields);
        var about = problem.Code switch
        {
            ProblemCodes.TypeUnknown => Word(kind == RecordKind.Funding ? VocabularyNames.FundingType : VocabularyNames.WorkType, $"{fields.Type?.Vocabulary}{Mark}{fields.Type?.Value}"),
            ProblemCodes.CurrencyInvalid => Word(VocabularyNames.Currency, problem.Value),
            ProblemCodes.LanguageCodeInvalid or ProblemCodes.TranslatedTitleLanguageInvalid => Word(VocabularyNames.Language, problem.Value),
            ProblemCodes.CountryInvalid or ProblemCodes.OrganizationCountryInvalid => Word(VocabularyNames.Country, problem.Value),
            ProblemCodes.ContributorRoleInvalid => Word(kind == RecordKind.Funding ? VocabularyNames.FundingRole : VocabularyNames.ContributorRole, problem.Value),
            ProblemCodes.ExternalIdTypeUnknown => Word(VocabularyNames.IdentifierType, problem.Value),
            ProblemCodes.OrganizationUnknown or ProblemCodes.OrganizationAddressRequired or ProblemCodes.OrganizationCityRequired or ProblemCodes.OrganizationCountryRequired
                or ProblemCodes.DisambiguatedOrganizationRequired or ProblemCodes.DisambiguatedOrganizationValueRequired or ProblemCodes.DisambiguatedOrganizationValueInvalid
                or ProblemCodes.DisambiguationSourceRequired or ProblemCodes.DisambiguationSourceInvalid => OrganizationOf(fields),
            ProblemCodes.ExternalIdValueInvalid or ProblemCodes.ExternalIdCheckDigitWrong or ProblemCodes.ExternalIdUrlInvalid or ProblemCodes.ExternalIdTypeDoubtful
                or ProblemCodes.ExternalIdRelationshipInvalid or ProblemCodes.ExternalIdFundedByInvalid => IdentifierOf(problem.Field),
            ProblemCodes.PublicationDateInvalid or ProblemCodes.StartDateInvalid or ProblemCodes.EndDateInvalid or ProblemCodes.CitationTypeInvalid or ProblemCodes.AmountInvalid
                or ProblemCodes.AmountAmbiguous or ProblemCodes.UrlInvalid => ValueOf(problem.Value),
            _ => "",
        };
        return about.Length <= Longest ? about : about[..(char.IsHighSurrogate(about[Longest - 1]) ? Longest - 1 : Longest)];
    }

    /// <summary>Reads it back.</summary>
    /// <returns>Null where there is nothing in common.</returns>
    public static ProblemAbout? Read(string? about)
    {
        if (about?.Split(Mark, 2) is not [var dimension, { Length: > 0 } key]) return null;
        if (dimension is OrganizationDimension or ValueDimension or IdentifierDimension) return new ProblemAbout(dimension, key);
        return VocabularyNames.All.Contains(dimension) ? new ProblemAbout(dimension, key) : null;
    }

    /// <summary>The key is one of <c>OrganizationKeys</c>.</summary>
    public const string OrganizationDimension = VocabularyNames.Organization;

    /// <summary>The key is the value itself, in lower case.</summary>
    public const string ValueDimension = "value";

    /// <summary>The key is a type of identifier.</summary>
    public const string IdentifierDimension = "identifier";

    private static string Word(string vocabulary, string? value) => VocabularyKeys.Of(value) is { Length: > 0 } key ? $"{vocabulary}{Mark}{key}" : "";

    // By name where there is one: who fixes it says which organisation the name is.
    private static string OrganizationOf(RecordFields fields) =>
        (OrganizationKeys.OfName(fields.OrganizationName) ?? OrganizationKeys.Of(fields).FirstOrDefault()) is { } key ? $"{OrganizationDimension}{Mark}{key}" : "";

    private static string IdentifierOf(string field) => field.Split('/', 2) is [_, var element] && element.Split(Mark, 2) is [{ Length: > 0 } type, _] ? $"{IdentifierDimension}{Mark}{type.ToLowerInvariant()}" : "";

    private static string ValueOf(string value) => string.IsNullOrWhiteSpace(value) ? "" : $"{ValueDimension}{Mark}{value.Trim().ToLowerInvariant()}";
}

/// <summary>What problems have in common.</summary>
/// <param name="Dimension">A name of <see cref="VocabularyNames"/>, or one of the other dimensions of <see cref="ProblemGroups"/>.</param>
/// <param name="Key">In the form in which it is looked up.</param>
public sealed record ProblemAbout(string Dimension, string Key)
{
    /// <summary>Whether it is a word of a vocabulary: one entry heals them all.</summary>
    public bool IsWord => VocabularyNames.All.Contains(Dimension);
}
