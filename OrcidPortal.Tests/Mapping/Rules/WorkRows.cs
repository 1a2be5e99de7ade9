using OrcidPortal.Data.Entities;
using OrcidPortal.Mapping;
using OrcidPortal.Records;
using static OrcidPortal.Data.Entities.ProblemSeverity;

namespace OrcidPortal.Tests.Mapping.Rules;

/// <summary>Rules that works break.</summary>
internal static class WorkRows
{
    private const string NormalisedOnly = "8001 is not an HTTP error: it is external-id-normalized-error inside an item";

    public static IReadOnlyList<RuleRow> All { get; } =
    [
        Work(ProblemCodes.TitleRequired, Blocks, FieldPaths.Title, f => f with { Title = " " }, "<common:title>…</common:title>", "<common:title></common:title>", 9012),
        Work(ProblemCodes.TitleTooLong, Blocks, FieldPaths.Title, f => f with { Title = Long(1001) }, "<common:title>…</common:title>", $"<common:title>{Long(1001)}</common:title>", 9012),
        Work(ProblemCodes.SubtitleTooLong, Blocks, FieldPaths.Subtitle, f => f with { Subtitle = Long(1001) }, "<common:subtitle>A study", $"<common:subtitle>{Long(1001)}", 9012),
        Work(ProblemCodes.TranslatedTitleTooLong, Blocks, FieldPaths.TranslatedTitle, f => f with { TranslatedTitle = Long(1001) }, "Sur les lacs", Long(1001), 9012),
        Work(ProblemCodes.TranslatedTitleRequired, Warns, FieldPaths.TranslatedTitle, f => f with { TranslatedTitle = null }, "Sur les lacs", "", 9012),
        Work(ProblemCodes.TranslatedTitleLanguageRequired, Warns, FieldPaths.TranslatedTitleLanguage, f => f with { TranslatedTitleLanguage = null }, " language-code=\"fr\"", "", 9012),
        Work(ProblemCodes.TranslatedTitleLanguageInvalid, Warns, FieldPaths.TranslatedTitleLanguage, f => f with { TranslatedTitleLanguage = "French (France)" }, "language-code=\"fr\"", "language-code=\"French (France)\"", 9037) with
        {
            Suggestion = "fr",
        },
        Work(ProblemCodes.JournalTitleTooLong, Blocks, FieldPaths.JournalTitle, f => f with { JournalTitle = Long(1001) }, "Limnology", Long(1001), 9012),
        Work(ProblemCodes.ShortDescriptionTooLong, Warns, FieldPaths.ShortDescription, f => f with { ShortDescription = Long(5001) }, "Lakes are deep.", Long(5001), 9012),
        Work(ProblemCodes.CitationTypeInvalid, Warns, FieldPaths.CitationType, f => f with { CitationType = "endnote" }, ">bibtex<", ">endnote<", 9037),
        Work(ProblemCodes.TypeRequired, Blocks, FieldPaths.Type, f => f with { Type = null }, "<work:type>…</work:type>", "", 9012),
        Work(ProblemCodes.TypeUnknown, Blocks, FieldPaths.Type, f => f with { Type = new TypeValue("bibtex", "misc") }, ">journal-article<", ">misc<", 9037),
        Work(ProblemCodes.PublicationDateInvalid, Blocks, FieldPaths.PublicationDate, f => f with { PublicationDate = "2019-02-30" }, "<common:month>05<", "<common:month>02<", 9049) with { Suggestion = "2019-02" },
        Work(ProblemCodes.LanguageCodeInvalid, Warns, FieldPaths.LanguageCode, f => f with { LanguageCode = "zh" }, ">en<", ">zh<", 9037) with { Suggestion = "zh_CN" },
        Work(ProblemCodes.ExternalIdTypeUnknown, Warns, "external-ids/mendeley:978-3-16-148410-0", f => Also(f, new FieldIdentifier("mendeley", "978-3-16-148410-0")), Last, Id("mendeley", "978-3-16-148410-0"), 9023) with
        {
            Suggestion = "isbn:9783161484100",
        },
        Work(ProblemCodes.ExternalIdTypeDoubtful, Warns, "external-ids/isbn:10.5555/rivers", f => Also(f, new FieldIdentifier("isbn", "10.5555/rivers")), Last, Id("isbn", "10.5555/rivers"), 0) with
        {
            Laxer = NormalisedOnly, Suggestion = "doi:10.5555/rivers",
        },
        Work(ProblemCodes.ExternalIdValueInvalid, Warns, "external-ids/doi:10.5555/ rivers", f => Also(f, new FieldIdentifier("doi", "10.5555/ rivers")), Last, Id("doi", "10.5555/ rivers"), 0) with
        {
            Laxer = NormalisedOnly, Suggestion = "10.5555/rivers",
        },
        Work(ProblemCodes.ExternalIdCheckDigitWrong, Warns, "external-ids/isbn:9783161484101", f => Also(f, new FieldIdentifier("isbn", "9783161484101", "version-of")), Last, Id("isbn", "9783161484101"), 0) with
        {
            Laxer = "ALL validation_regex values are empty in the real table",
        },
        Work(ProblemCodes.ExternalIdUrlInvalid, Warns, "external-ids/issn:1234-5679", f => With(f, 1, i => i with { Url = "http://[limnology" }), "https://example.org/limnology", "http://[limnology", 9012) with
        {
            Suggestion = "https://portal.issn.org/resource/ISSN/1234-5679",
        },
        Work(ProblemCodes.ExternalIdRelationshipInvalid, Warns, "external-ids/issn:1234-5679", f => With(f, 1, i => i with { Relationship = "cites" }), ">part-of<", ">cites<", 9023) with { Suggestion = "part-of" },
        Work(ProblemCodes.ExternalIdFundedByInvalid, Warns, "external-ids/issn:1234-5679", f => With(f, 1, i => i with { Relationship = "funded-by" }), ">part-of<", ">funded-by<", 9020),
        Work(ProblemCodes.ContributorRoleInvalid, Warns, "contributors/1", f => f with { Contributors = [new FieldContributor("1", "Jane Doe", "narrator")] }, ">author<", ">narrator<", 9058),
        Work(ProblemCodes.ContributorNameTooLong, Warns, "contributors/1", f => f with { Contributors = [new FieldContributor("1", Long(151), "author")] }, "Jane Doe</work:credit-name>", Long(151) + "</work:credit-name>", 9012),
        new(ProblemCodes.ExternalIdShared, RecordKind.Work, Blocks, "external-ids/uri:https://example.org/lakes", f => f) { IsPlanned = true, IsHeld = true, Refused = 9021 },
        new(ProblemCodes.WorksTooMany, RecordKind.Work, Blocks, FieldPaths.Title, f => f) { IsPlanned = true, WorksHeld = 10_000, Refused = 9048 },
    ];

    private const string Last = "</common:external-ids>";

    public static string Long(int length) => new('x', length);

    private static RuleRow Work(string code, ProblemSeverity severity, string field, Func<RecordFields, RecordFields> change, string find, string replace, int refused) =>
        new(code, RecordKind.Work, severity, field, change) { Sent = (find, replace), Refused = refused };

    private static RecordFields Also(RecordFields fields, FieldIdentifier id) => fields with { ExternalIds = [.. fields.ExternalIds, id] };

    private static RecordFields With(RecordFields fields, int at, Func<FieldIdentifier, FieldIdentifier> change) =>
        fields with { ExternalIds = [.. fields.ExternalIds.Select((id, i) => i == at ? change(id) : id)] };

    private static string Id(string type, string value) =>
        $"<common:external-id><common:external-id-type>{type}</common:external-id-type><common:external-id-value>{value}</common:external-id-value>"
        + $"<common:external-id-relationship>version-of</common:external-id-relationship></common:external-id>{Last}";
}
