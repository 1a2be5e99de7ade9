using OrcidPortal.Identifiers;
using OrcidPortal.OrcidApi;
using OrcidPortal.Records;

namespace OrcidPortal.Mapping;

/// <summary>A message as people can read it, line by line in the order the ORCID record shows it; what it leaves out has no line.</summary>
public static class RecordPreview
{
    /// <summary>What would be sent.</summary>
    public static IReadOnlyList<PreviewLine> Of(MappedRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        return Of(record.Message);
    }

    /// <summary>What a message says.</summary>
    internal static IReadOnlyList<PreviewLine> Of(OrcidMessage message) => message switch
    {
        WorkMessage work =>
        [
            .. Line(FieldPaths.Title, work.Title), .. Line(FieldPaths.Subtitle, work.Subtitle), .. Line(FieldPaths.TranslatedTitle, work.TranslatedTitle, work.TranslatedTitleLanguage),
            .. Line(FieldPaths.JournalTitle, work.JournalTitle), .. Line(FieldPaths.PublicationDate, work.PublicationDate?.ToString()), .. Line(FieldPaths.Type, work.Type),
            .. Ids(work.ExternalIds), .. Line(FieldPaths.Url, work.Url), .. Names(work.Contributors), .. Line(FieldPaths.LanguageCode, work.LanguageCode),
            .. Line(FieldPaths.Country, work.Country), .. Line(FieldPaths.ShortDescription, work.ShortDescription), .. Line(FieldPaths.CitationValue, work.CitationValue, work.CitationType),
        ],
        FundingMessage funding =>
        [
            .. Line(FieldPaths.Title, funding.Title), .. Line(FieldPaths.TranslatedTitle, funding.TranslatedTitle, funding.TranslatedTitleLanguage), .. Line(FieldPaths.Type, funding.Type),
            .. Line(FieldPaths.OrganizationDefinedType, funding.OrganizationDefinedType), .. Place(funding.Organization), .. Line(FieldPaths.StartDate, funding.StartDate?.ToString()),
            .. Line(FieldPaths.EndDate, funding.EndDate?.ToString()), .. Line(FieldPaths.Amount, funding.Amount, funding.CurrencyCode), .. Ids(funding.ExternalIds),
            .. Line(FieldPaths.Url, funding.Url), .. Names(funding.Contributors), .. Line(FieldPaths.ShortDescription, funding.ShortDescription),
        ],
        AffiliationMessage position =>
        [
            .. Line(FieldPaths.RoleTitle, position.RoleTitle), .. Line(FieldPaths.DepartmentName, position.DepartmentName), .. Place(position.Organization),
            .. Line(FieldPaths.StartDate, position.StartDate?.ToString()), .. Line(FieldPaths.EndDate, position.EndDate?.ToString()), .. Line(FieldPaths.Url, position.Url), .. Ids(position.ExternalIds),
        ],
        OtherNameMessage name => [.. Line(FieldPaths.Content, name.Content)],
        KeywordMessage keyword => [.. Line(FieldPaths.Content, keyword.Content)],
        AddressMessage address => [.. Line(FieldPaths.Country, address.Country)],
        ResearcherUrlMessage website => [.. Line(FieldPaths.UrlName, website.Name), .. Line(FieldPaths.Url, website.Url)],
        PersonIdentifierMessage id => [.. Line(FieldPaths.ExternalIds, id.Value, id.Type), .. Line(FieldPaths.Url, id.Url)],
        _ => [],
    };

    /// <summary>Two messages side by side: what would be sent, and what stands at ORCID.</summary>
    /// <param name="sent">What would be sent; null: nothing.</param>
    /// <param name="held">What ORCID holds; null: nothing.</param>
    internal static IReadOnlyList<ComparedLine> Compare(OrcidMessage? sent, OrcidMessage? held)
    {
        var (ours, theirs) = (sent is null ? [] : Of(sent).ToList(), held is null ? [] : Of(held).ToList());
        var lines = new List<ComparedLine>();
        foreach (var line in ours)
        {
            // An equal line first; else, of a single field, the line it replaces.
            var at = theirs.FindIndex(t => t == line);
            if (at < 0 && !FieldPaths.IsList(line.Field)) at = theirs.FindIndex(t => t.Field == line.Field);
            lines.Add(new ComparedLine(line.Field, line, at < 0 ? null : theirs[at]));
            if (at >= 0) theirs.RemoveAt(at);
        }
        foreach (var left in theirs)
        {
            var after = lines.FindLastIndex(l => l.Field == left.Field);
            if (after < 0) lines.Add(new ComparedLine(left.Field, null, left));
            else lines.Insert(after + 1, new ComparedLine(left.Field, null, left));
        }
        return lines;
    }

    private static IEnumerable<PreviewLine> Place(OrganizationMessage? place) => place is null ? [] :
    [
        .. Line(FieldPaths.OrganizationName, place.Name), .. Line(FieldPaths.OrganizationId, place.DisambiguatedId, place.DisambiguationSource), .. Line(FieldPaths.OrganizationCity, place.City),
        .. Line(FieldPaths.OrganizationRegion, place.Region), .. Line(FieldPaths.OrganizationCountry, place.Country),
    ];

    private static IEnumerable<PreviewLine> Ids(IReadOnlyList<ExternalId> ids) => ids.Select(id => new PreviewLine(FieldPaths.ExternalIds, id.Value, id.Type, id.Relationship));

    private static IEnumerable<PreviewLine> Names(IReadOnlyList<WorkContributor> contributors) =>
        contributors.Select(c => new PreviewLine(FieldPaths.Contributors, c.Orcid is null ? c.Name ?? "" : $"{c.Name} ({c.Orcid})", c.Role, null));

    private static IEnumerable<PreviewLine> Line(string field, string? text, string? detail = null) => string.IsNullOrEmpty(text) ? [] : [new PreviewLine(field, text, detail, null)];
}

/// <summary>One line of a preview.</summary>
/// <param name="Field">A path of <c>FieldPaths</c>; list fields have a line per element.</param>
/// <param name="Text">The value.</param>
/// <param name="Detail">An identifier's type, a contributor's role, an amount's currency ...</param>
/// <param name="Relationship">How an identifier relates to the record.</param>
public sealed record PreviewLine(string Field, string Text, string? Detail, Relationship? Relationship);

/// <summary>A line of what would be sent beside the one that stands at ORCID.</summary>
/// <param name="Sent">Null: ORCID holds it, and we would not send it.</param>
/// <param name="Held">Null: ORCID does not hold it yet.</param>
public sealed record ComparedLine(string Field, PreviewLine? Sent, PreviewLine? Held)
{
    /// <summary>Whether both say the same.</summary>
    public bool IsSame => Sent == Held;
}
