using OrcidPortal.Data.Entities;
using OrcidPortal.Identifiers;
using OrcidPortal.Mapping.Amounts;
using OrcidPortal.OrcidApi;
using OrcidPortal.Records.Vocabularies;

namespace OrcidPortal.Mapping.Reading;

/// <summary>The fields of a record as they were understood: plain text, dates, ORCID's words. What could not be read is null; the rules say so. Each part is read once.</summary>
internal sealed class RecordReading(RecordKind kind, RecordFields fields, MappingContext context)
{
    private const int LongestCreditName = 150;
    private readonly VocabularySnapshot _words = context.Vocabularies;
    private IReadOnlyList<IdentifierReading>? _identifiers;
    private IReadOnlyList<ExternalId>? _externalIds;
    private IReadOnlyList<WorkContributor>? _contributors;
    private OrganizationReading? _organization;
    private PersonIdentifierReading? _personIdentifier;

    public RecordKind Kind { get; } = kind;
    public RecordFields Fields { get; } = fields;
    public MappingContext Context { get; } = context;

    public string Title { get; } = PlainText.Of(fields.Title);
    public string? Subtitle { get; } = Optional(fields.Subtitle);
    public string? TranslatedTitle { get; } = Optional(fields.TranslatedTitle);
    public string? TranslatedTitleLanguage { get; } = context.Vocabularies.Resolve(VocabularyNames.Language, fields.TranslatedTitleLanguage);
    public string? JournalTitle { get; } = Optional(fields.JournalTitle);

    /// <summary>Not cut.</summary>
    public string? ShortDescription { get; } = Optional(fields.ShortDescription);

    /// <summary>ORCID's type of a work or funding.</summary>
    public string? Type { get; } = context.Vocabularies.TypeOf(kind, fields.Type);
    public string? OrganizationDefinedType { get; } = Optional(fields.OrganizationDefinedType);
    public PartialDate? PublicationDate { get; } = Date(fields.PublicationDate);
    public PartialDate? StartDate { get; } = Date(fields.StartDate);
    public PartialDate? EndDate { get; } = Date(fields.EndDate);
    public string? Language { get; } = context.Vocabularies.Resolve(VocabularyNames.Language, fields.LanguageCode);
    public string? Country { get; } = context.Vocabularies.Resolve(VocabularyNames.Country, fields.Country);
    public string? Url { get; } = WebAddress.TryRead(fields.Url, out var url) ? url : null;
    public string? UrlName { get; } = Optional(fields.UrlName);
    public AmountReading Amount { get; } = kind == RecordKind.Funding ? AmountText.Read(fields.Amount) : AmountReading.None;
    public string? DepartmentName { get; } = Optional(fields.DepartmentName);
    public string? RoleTitle { get; } = Optional(fields.RoleTitle);
    public string? Content { get; } = Optional(fields.Content);

    /// <summary>The currency of the field, else the one the amount names.</summary>
    public string? Currency => string.IsNullOrWhiteSpace(Fields.CurrencyCode) ? Amount.Currency : _words.Resolve(VocabularyNames.Currency, Fields.CurrencyCode);

    public OrganizationReading Organization => _organization ??= OrganizationReading.Read(Fields, Context);

    /// <summary>Each identifier the record gives, in its order.</summary>
    public IReadOnlyList<IdentifierReading> Identifiers => _identifiers ??= IdentifierReading.ReadAll(Kind, Fields, Type, _words);

    /// <summary>The identifiers as they go, with one of our own where the record has none.</summary>
    public IReadOnlyList<ExternalId> ExternalIds => _externalIds ??= ToSend();

    /// <summary>Of a person identifier.</summary>
    public PersonIdentifierReading? PersonIdentifier => _personIdentifier ??= PersonIdentifierReading.Of(Fields);

    public IReadOnlyList<WorkContributor> Contributors => _contributors ??= ReadContributors();

    /// <summary>ORCID's role for one of a source, or null.</summary>
    public string? Role(string? role) => _words.Resolve(Kind == RecordKind.Funding ? VocabularyNames.FundingRole : VocabularyNames.ContributorRole, role);

    private List<ExternalId> ToSend()
    {
        var ids = new List<ExternalId>(Identifiers.Count + 1);
        foreach (var reading in Identifiers)
            if (reading.ToSend is { } id && !ids.Exists(i => i.Key == id.Key)) ids.Add(id);
        if (Kind is RecordKind.Work or RecordKind.Funding && !ids.Exists(id => id.Relationship == Relationship.Self) && OwnIdentifier.For(Kind, Fields, Context, ids) is { } own) ids.Add(own);
        return ids;
    }

    private List<WorkContributor> ReadContributors()
    {
        var found = new List<WorkContributor>(Fields.Contributors.Count);
        foreach (var contributor in Fields.Contributors)
        {
            var name = PlainText.Of(contributor.Name);
            if (name.Length == 0) continue;
            var sequence = Kind != RecordKind.Work ? null : found.Count == 0 ? "first" : "additional";
            found.Add(new WorkContributor(PlainText.Cut(name, LongestCreditName), Role(contributor.Role), sequence, Authenticated(contributor.Orcid)));
        }
        return found;
    }

    private string? Authenticated(string? orcid) =>
        orcid is not null && OrcidId.TryParse(orcid, out var id) && Context.AuthenticatedOrcids.Contains(id.Value) ? id.Value : null;

    private static PartialDate? Date(string? text) => PublicationDates.TryRead(text, out var date) ? date : null;

    private static string? Optional(string? text) => string.IsNullOrWhiteSpace(text) ? null : PlainText.Of(text) is { Length: > 0 } plain ? plain : null;
}
