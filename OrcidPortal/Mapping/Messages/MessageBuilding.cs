using OrcidPortal.Data.Entities;
using OrcidPortal.Identifiers;
using OrcidPortal.Mapping.Citations;
using OrcidPortal.Mapping.Reading;
using OrcidPortal.OrcidApi;

namespace OrcidPortal.Mapping.Messages;

/// <summary>Builds the message from what was understood of a record.</summary>
internal static class MessageBuilding
{
    private const int LongestShortDescription = 5000;

    public static OrcidMessage Of(RecordReading reading) => reading.Kind switch
    {
        RecordKind.Work => Work(reading),
        RecordKind.Funding => Funding(reading),
        RecordKind.OtherName => new OtherNameMessage { Content = reading.Content ?? "" },
        RecordKind.Keyword => new KeywordMessage { Content = reading.Content ?? "" },
        RecordKind.Country => new AddressMessage { Country = reading.Country ?? "" },
        RecordKind.Website => new ResearcherUrlMessage { Name = reading.UrlName, Url = reading.Url ?? "" },
        RecordKind.PersonIdentifier => PersonIdentifier(reading),
        _ => Affiliation(reading),
    };

    private static WorkMessage Work(RecordReading reading)
    {
        var (translated, language) = TranslatedTitle(reading);
        var message = new WorkMessage
        {
            Title = reading.Title,
            Subtitle = reading.Subtitle,
            TranslatedTitle = translated,
            TranslatedTitleLanguage = language,
            JournalTitle = reading.JournalTitle,
            ShortDescription = ShortDescription(reading),
            Type = reading.Type ?? "",
            PublicationDate = reading.PublicationDate,
            ExternalIds = reading.ExternalIds,
            Url = reading.Url,
            Contributors = reading.Contributors,
            LanguageCode = reading.Language,
            Country = reading.Country,
        };
        return CitationReading.Of(reading.Fields) is { } given
            ? message with { CitationType = given.Type, CitationValue = given.Value }
            : message with { CitationType = CitationReading.BibTeX, CitationValue = BibTeXCitation.Of(message).Trim() };
    }

    private static FundingMessage Funding(RecordReading reading)
    {
        var (translated, language) = TranslatedTitle(reading);
        var amount = reading.Currency is not null && reading.Amount.IsCertain ? reading.Amount.Amount : null;
        return new FundingMessage
        {
            Type = reading.Type ?? "",
            OrganizationDefinedType = reading.OrganizationDefinedType,
            Title = reading.Title,
            TranslatedTitle = translated,
            TranslatedTitleLanguage = language,
            ShortDescription = ShortDescription(reading),
            Amount = amount,
            CurrencyCode = amount is null ? null : reading.Currency,
            Url = reading.Url,
            StartDate = reading.StartDate,
            EndDate = reading.EndDate,
            ExternalIds = reading.ExternalIds,
            Contributors = reading.Contributors,
            Organization = reading.Organization.ToSend,
        };
    }

    private static AffiliationMessage Affiliation(RecordReading reading) => new(KindSections.Of(reading.Kind))
    {
        DepartmentName = reading.DepartmentName,
        RoleTitle = reading.RoleTitle,
        StartDate = reading.StartDate,
        EndDate = reading.EndDate,
        Organization = reading.Organization.ToSend,
        Url = reading.Url,
        ExternalIds = reading.ExternalIds,
    };

    /// <summary>The relationship of a person's identifier is always self.</summary>
    private static PersonIdentifierMessage PersonIdentifier(RecordReading reading) => reading.PersonIdentifier is { } id
        ? new PersonIdentifierMessage { Type = id.Type, Value = id.Value, Url = id.Url, Relationship = Relationship.Self }
        : new PersonIdentifierMessage { Type = "", Value = "" };

    /// <summary>ORCID takes no translated title without its language (9037): then neither goes.</summary>
    private static (string? Text, string? Language) TranslatedTitle(RecordReading reading) =>
        reading is { TranslatedTitle: { } text, TranslatedTitleLanguage: { } language } ? (text, language) : (null, null);

    private static string? ShortDescription(RecordReading reading) =>
        reading.ShortDescription is { } text ? PlainText.Cut(text, LongestShortDescription) : null;
}
