using OrcidPortal.Data.Entities;
using OrcidPortal.Identifiers;
using OrcidPortal.Mapping.Citations;
using OrcidPortal.OrcidApi;

namespace OrcidPortal.Mapping.Messages;

/// <summary>The way back: what an ORCID message says, as the fields of a record. Nothing that fields can hold is lost.</summary>
public static class MessageFields
{
    /// <summary>Reads a message.</summary>
    /// <returns>The kind of record it would be, and its fields; types are ORCID's own.</returns>
    public static (RecordKind Kind, RecordFields Fields) Of(OrcidMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        return (KindSections.Of(message.Section), message switch
        {
            WorkMessage work => Work(work),
            FundingMessage funding => Funding(funding),
            AffiliationMessage position => Affiliation(position),
            OtherNameMessage name => new RecordFields { Content = name.Content },
            KeywordMessage keyword => new RecordFields { Content = keyword.Content },
            AddressMessage address => new RecordFields { Country = address.Country },
            ResearcherUrlMessage website => new RecordFields { UrlName = website.Name, Url = website.Url },
            PersonIdentifierMessage id => new RecordFields { ExternalIds = [new FieldIdentifier(id.Type, id.Value, RelationshipNames.Write(id.Relationship), id.Url)] },
            _ => new RecordFields(),
        });
    }

    private static RecordFields Work(WorkMessage work)
    {
        // Our own citation is made of the rest and would only grow old in the record.
        var isOurs = work.CitationType == CitationReading.BibTeX && work.CitationValue == BibTeXCitation.Of(work).Trim();
        return new RecordFields
        {
            Title = Text(work.Title),
            Subtitle = work.Subtitle,
            TranslatedTitle = work.TranslatedTitle,
            TranslatedTitleLanguage = work.TranslatedTitleLanguage,
            JournalTitle = work.JournalTitle,
            ShortDescription = work.ShortDescription,
            CitationType = isOurs ? null : work.CitationType,
            CitationValue = isOurs ? null : work.CitationValue,
            Type = Type(work.Type),
            PublicationDate = work.PublicationDate?.ToString(),
            LanguageCode = work.LanguageCode,
            Country = work.Country,
            Url = work.Url,
            ExternalIds = Ids(work.ExternalIds),
            Contributors = Contributors(work.Contributors),
        };
    }

    private static RecordFields Funding(FundingMessage funding) => Placed(funding.Organization) with
    {
        Title = Text(funding.Title),
        TranslatedTitle = funding.TranslatedTitle,
        TranslatedTitleLanguage = funding.TranslatedTitleLanguage,
        ShortDescription = funding.ShortDescription,
        Type = Type(funding.Type),
        OrganizationDefinedType = funding.OrganizationDefinedType,
        StartDate = funding.StartDate?.ToString(),
        EndDate = funding.EndDate?.ToString(),
        Amount = funding.Amount,
        CurrencyCode = funding.CurrencyCode,
        Url = funding.Url,
        ExternalIds = Ids(funding.ExternalIds),
        Contributors = Contributors(funding.Contributors),
    };

    private static RecordFields Affiliation(AffiliationMessage position) => Placed(position.Organization) with
    {
        DepartmentName = position.DepartmentName,
        RoleTitle = position.RoleTitle,
        StartDate = position.StartDate?.ToString(),
        EndDate = position.EndDate?.ToString(),
        Url = position.Url,
        ExternalIds = Ids(position.ExternalIds),
    };

    private static RecordFields Placed(OrganizationMessage? place) => place is null ? new RecordFields() : new RecordFields
    {
        OrganizationName = Text(place.Name),
        OrganizationCity = place.City,
        OrganizationRegion = place.Region,
        OrganizationCountry = place.Country,
        OrganizationId = place.DisambiguatedId,
        OrganizationIdSource = place.DisambiguationSource,
    };

    private static ValueList<FieldIdentifier> Ids(IReadOnlyList<ExternalId> ids) =>
        [.. ids.Select(id => new FieldIdentifier(id.Type, id.Value, RelationshipNames.Write(id.Relationship), id.Url))];

    // Whose name is not said there is nobody here: an iD is no name.
    private static ValueList<FieldContributor> Contributors(IReadOnlyList<WorkContributor> contributors) =>
        [.. contributors.Index().Where(c => !string.IsNullOrWhiteSpace(c.Item.Name)).Select(c => new FieldContributor($"orcid:{c.Index + 1}", c.Item.Name!, c.Item.Role ?? "", Orcid: c.Item.Orcid))];

    private static TypeValue? Type(string type) => type.Length == 0 ? null : new TypeValue("orcid", type);

    private static string? Text(string text) => text.Length == 0 ? null : text;
}
