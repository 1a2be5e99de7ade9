using System.Text.Json;
using System.Text.Json.Serialization;
using OrcidPortal.Data.Entities;

namespace OrcidPortal.Api;

/// <summary>Records of one source.</summary>
/// <param name="Source">The system they come from, up to 100 characters; source and id name a record.</param>
public sealed record RecordsBody(string? Source, IReadOnlyList<RecordBody?>? Records);

/// <summary>One record; which fields count depends on its kind, and values are taken as the source writes them.</summary>
public sealed record RecordBody
{
    /// <summary>Work, Funding, Employment, Education, Distinction, InvitedPosition, Membership, Qualification, Service, OtherName, Keyword, Country, Website, PersonIdentifier.</summary>
    public string? Kind { get; init; }

    /// <summary>The source's id of the record, at least one character.</summary>
    public string? Id { get; init; }
    public string? Title { get; init; }
    public string? Subtitle { get; init; }
    public string? TranslatedTitle { get; init; }
    public string? TranslatedTitleLanguage { get; init; }
    public string? JournalTitle { get; init; }
    public string? ShortDescription { get; init; }

    /// <summary>ORCID's value (journal-article, grant), or a word of another vocabulary with its name: bibtex:article, dc.type:Article.</summary>
    public string? Type { get; init; }
    public string? OrganizationDefinedType { get; init; }
    public string? CitationType { get; init; }
    public string? CitationValue { get; init; }

    /// <summary>yyyy, yyyy-MM or yyyy-MM-dd; also of the two dates below.</summary>
    public string? PublicationDate { get; init; }
    public string? StartDate { get; init; }
    public string? EndDate { get; init; }
    public string? LanguageCode { get; init; }
    public string? Country { get; init; }
    public string? Url { get; init; }

    /// <summary>What a website is called.</summary>
    public string? UrlName { get; init; }
    public string? Amount { get; init; }
    public string? CurrencyCode { get; init; }
    public string? DepartmentName { get; init; }
    public string? RoleTitle { get; init; }
    public string? OrganizationName { get; init; }
    public string? OrganizationCity { get; init; }
    public string? OrganizationRegion { get; init; }
    public string? OrganizationCountry { get; init; }
    public string? OrganizationId { get; init; }

    /// <summary>ROR, FUNDREF, GRID, RINGGOLD or LEI; may be left away where the identifier shows it.</summary>
    public string? OrganizationIdSource { get; init; }

    /// <summary>The text of another name or keyword.</summary>
    public string? Content { get; init; }
    public IReadOnlyList<FieldIdentifierBody?>? ExternalIds { get; init; }
    public IReadOnlyList<ContributorBody?>? Contributors { get; init; }

    [JsonExtensionData] public IDictionary<string, JsonElement>? Others { get; init; }

    internal RecordFields Fields() => new()
    {
        Title = Title, Subtitle = Subtitle, TranslatedTitle = TranslatedTitle, TranslatedTitleLanguage = TranslatedTitleLanguage, JournalTitle = JournalTitle,
        ShortDescription = ShortDescription, Type = ReadType(Type), OrganizationDefinedType = OrganizationDefinedType, CitationType = CitationType, CitationValue = CitationValue,
        PublicationDate = PublicationDate, StartDate = StartDate, EndDate = EndDate, LanguageCode = LanguageCode, Country = Country, Url = Url, UrlName = UrlName, Amount = Amount,
        CurrencyCode = CurrencyCode, DepartmentName = DepartmentName, RoleTitle = RoleTitle, OrganizationName = OrganizationName, OrganizationCity = OrganizationCity,
        OrganizationRegion = OrganizationRegion, OrganizationCountry = OrganizationCountry, OrganizationId = OrganizationId, OrganizationIdSource = OrganizationIdSource, Content = Content,
        ExternalIds = [.. (ExternalIds ?? []).Where(i => i is { Type.Length: > 0, Value.Length: > 0 }).Select(i => new FieldIdentifier(i!.Type!.Trim().ToLowerInvariant(), i.Value!, i.Relationship, i.Url))],
        Contributors = [.. (Contributors ?? []).Where(c => c is { Name.Length: > 0 }).Select((c, i) => new FieldContributor($"{i + 1}:{c!.Name}", c.Name!, c.Role ?? "author", c.Given, c.Family, c.Orcid))],
    };

    private static TypeValue? ReadType(string? type) => string.IsNullOrWhiteSpace(type) ? null
        : type.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon && !type.StartsWith("http", StringComparison.OrdinalIgnoreCase) ? new TypeValue(type[..colon].Trim(), type[(colon + 1)..].Trim())
        : type.StartsWith("http", StringComparison.OrdinalIgnoreCase) ? new TypeValue("coar", type.Trim())
        : new TypeValue("orcid", type.Trim());
}

/// <param name="Type">ORCID's name of the type, or a word of the vocabulary of identifiers.</param>
/// <param name="Relationship">self, part-of, version-of, funded-by; left away: decided by the record's type.</param>
public sealed record FieldIdentifierBody(string? Type, string? Value, string? Relationship, string? Url);

/// <param name="Role">A role of ORCID or CRediT, or a word of the vocabulary of roles; author where left away.</param>
/// <param name="Orcid">Sent only where its owner has authenticated it here.</param>
public sealed record ContributorBody(string? Name, string? Role, string? Given, string? Family, string? Orcid);
