using System.Text.RegularExpressions;
using OrcidPortal.Data.Entities;
using OrcidPortal.Records;

namespace OrcidPortal.Mapping;

/// <summary>
/// ORCID's own refusals (400) as problems like ours: the field that its code, else its words, name, and what to do there. They are rare, for our rules
/// are ORCID's; where the registry changes, a curator still learns where to look.
/// </summary>
public static partial class OrcidRefusals
{
    public const string Title = "orcid.title";
    public const string Identifier = "orcid.identifier";
    public const string Organization = "orcid.organization";
    public const string Place = "orcid.place";
    public const string Date = "orcid.date";
    public const string Amount = "orcid.amount";
    public const string Contributor = "orcid.contributor";

    /// <summary>Of another field.</summary>
    public const string Value = "orcid.value";

    /// <summary>Neither code nor words name a field.</summary>
    public const string Other = "orcid.other";

    private const string NoWords = "no reason was given";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [Title, Identifier, Organization, Place, Date, Amount, Contributor, Value, Other];

    /// <summary>Names in ORCID's words, as its schema, its validators and its Java classes write them; the first that is found counts.</summary>
    private static readonly (Regex Names, string Field)[] Fields =
    [
        (Name("translated[- ]?title.{0,20}language|language.{0,20}translated"), FieldPaths.TranslatedTitleLanguage), (Name("translated[- ]?title"), FieldPaths.TranslatedTitle),
        (Name("journal[- ]?title"), FieldPaths.JournalTitle), (Name("subtitle"), FieldPaths.Subtitle), (Name("short[- ]?description"), FieldPaths.ShortDescription),
        (Name("citation[- ]?type"), FieldPaths.CitationType), (Name("citation"), FieldPaths.CitationValue),
        (Name("organization[- ]defined[- ]type"), FieldPaths.OrganizationDefinedType), (Name("external[- ]?id|identifier type|issn|relationship field|reference field"), FieldPaths.ExternalIds),
        (Name("work[- ]?type|funding[- ]?type|:type\\b"), FieldPaths.Type), (Name("contributor|credit[- ]?name"), FieldPaths.Contributors),
        (Name("currency"), FieldPaths.CurrencyCode), (Name("amount"), FieldPaths.Amount),
        (Name("publication[- ]?date"), FieldPaths.PublicationDate), (Name("start[- ]?date"), FieldPaths.StartDate), (Name("end[- ]?date"), FieldPaths.EndDate),
        (Name("department"), FieldPaths.DepartmentName), (Name("role[- ]?title"), FieldPaths.RoleTitle), (Name("\\bcity\\b"), FieldPaths.OrganizationCity),
        (Name("region"), FieldPaths.OrganizationRegion), (Name("disambiguat"), FieldPaths.OrganizationId), (Name("country"), FieldPaths.Country),
        (Name("organi[sz]ation"), FieldPaths.OrganizationName), (Name("language"), FieldPaths.LanguageCode), (Name("url[- ]name"), FieldPaths.UrlName), (Name("\\burl\\b"), FieldPaths.Url),
        (Name("\\bdate\\b|\\byear\\b"), FieldPaths.PublicationDate), (Name("\\btitle\\b"), FieldPaths.Title), (Name("\\bcontent\\b"), FieldPaths.Content),
    ];

    /// <summary>Words ORCID's refusal.</summary>
    /// <param name="kind">Of the record that was refused.</param>
    /// <param name="code">ORCID's error code (facts: its API's error table), where it gave one.</param>
    /// <param name="message">ORCID's developer message.</param>
    public static Problem Of(RecordKind kind, int? code, string? message)
    {
        var words = Words(message);
        var field = In(kind, OfCode(code, words)) ?? Fields.Where(f => f.Names.IsMatch(words)).Select(f => In(kind, f.Field)).FirstOrDefault(f => f is not null);
        return new Problem(field is null ? Other : OfField(field), ProblemSeverity.Blocks, field ?? FieldPaths.Of(kind)[0], words);
    }

    private static string? OfCode(int? code, string words) => code switch
    {
        9022 => FieldPaths.Title,
        9023 or 9053 => FieldPaths.ExternalIds,
        9045 => FieldPaths.OrganizationId,
        9046 or 9062 => FieldPaths.OrganizationName,
        9060 or 9061 => FieldPaths.OrganizationCity,
        9049 when !words.Contains("end", StringComparison.OrdinalIgnoreCase) => FieldPaths.StartDate,
        9050 => FieldPaths.StartDate,
        9049 or 9055 => FieldPaths.EndDate,
        9054 => FieldPaths.Amount,
        9058 => FieldPaths.Contributors,
        _ => null,
    };

    /// <summary>The field as this kind has it; null where it has none.</summary>
    private static string? In(RecordKind kind, string? field)
    {
        var known = FieldPaths.Of(kind);
        var meant = field switch
        {
            FieldPaths.StartDate or FieldPaths.EndDate when kind == RecordKind.Work => FieldPaths.PublicationDate,
            FieldPaths.PublicationDate when kind != RecordKind.Work => FieldPaths.StartDate,
            FieldPaths.Country when known.Contains(FieldPaths.OrganizationCountry) => FieldPaths.OrganizationCountry,
            FieldPaths.LanguageCode when !known.Contains(FieldPaths.LanguageCode) => FieldPaths.TranslatedTitleLanguage,
            FieldPaths.Title when kind.IsAffiliation() => FieldPaths.RoleTitle,
            _ => field,
        };
        return meant is not null && known.Contains(meant) ? meant : null;
    }

    private static string OfField(string field) => field switch
    {
        FieldPaths.Title => Title,
        FieldPaths.ExternalIds => Identifier,
        FieldPaths.OrganizationName or FieldPaths.OrganizationId or FieldPaths.OrganizationIdSource => Organization,
        FieldPaths.OrganizationCity or FieldPaths.OrganizationRegion or FieldPaths.OrganizationCountry => Place,
        FieldPaths.PublicationDate or FieldPaths.StartDate or FieldPaths.EndDate => Date,
        FieldPaths.Amount or FieldPaths.CurrencyCode => Amount,
        FieldPaths.Contributors => Contributor,
        _ => Value,
    };

    /// <summary>What ORCID says of this record, without what it says of every one.</summary>
    private static string Words(string? message)
    {
        var text = (message ?? "").ReplaceLineEndings(" ").Trim();
        var own = text.IndexOf("Full validation error:", StringComparison.OrdinalIgnoreCase);
        if (own >= 0) text = text[(own + "Full validation error:".Length)..];
        else if (General().Match(text) is { Success: true } general) text = text[general.Length..];
        text = text.Trim(' ', '.');
        return text.Length == 0 ? NoWords : PlainText.Clip(text);
    }

    private static Regex Name(string names) => new(names, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);

    [GeneratedRegex(@"\A400 bad request:\s*", RegexOptions.IgnoreCase)]
    private static partial Regex General();
}
