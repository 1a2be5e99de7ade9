using OrcidPortal.Data.Entities;
using OrcidPortal.Mapping;
using OrcidPortal.Records;
using static OrcidPortal.Data.Entities.RecordKind;
using static OrcidPortal.Tests.Mapping.Rules.WorkRows;

namespace OrcidPortal.Tests.Mapping.Rules;

/// <summary>Rules that items of the profile break; all block, for there is nothing to leave out.</summary>
internal static class ProfileRows
{
    public static IReadOnlyList<RuleRow> All { get; } =
    [
        Row(ProblemCodes.ContentRequired, OtherName, FieldPaths.Content, f => f with { Content = null }, "Lakes", "", 9020),
        Row(ProblemCodes.ContentTooLong, Keyword, FieldPaths.Content, f => f with { Content = Long(256) }, "Lakes", Long(256), 9012),
        new(ProblemCodes.ItemShared, Keyword, ProblemSeverity.Blocks, FieldPaths.Content, f => f) { IsPlanned = true, IsHeld = true, Refused = 9030 },
        Row(ProblemCodes.CountryRequired, Country, FieldPaths.Country, f => f with { Country = null }, "<address:country>…</address:country>", "", 9012),
        Row(ProblemCodes.CountryInvalid, Country, FieldPaths.Country, f => f with { Country = "Atlantis" }, ">DE<", ">Atlantis<", 9020),
        Row(ProblemCodes.UrlRequired, Website, FieldPaths.Url, f => f with { Url = null }, "https://example.org/home", "", 9020),
        Row(ProblemCodes.UrlInvalid, Website, FieldPaths.Url, f => f with { Url = "http://[home" }, "https://example.org/home", "http://[home", 9012),
        Row(ProblemCodes.UrlNameTooLong, Website, FieldPaths.UrlName, f => f with { UrlName = Long(351) }, "Home", Long(351), 9012),
        Row(ProblemCodes.PersonIdentifierRequired, PersonIdentifier, FieldPaths.ExternalIds, f => With(f, i => i with { Value = "" }), ">7004212771<", "><", 9012),
        Row(ProblemCodes.PersonIdentifierTooLong, PersonIdentifier, $"external-ids/Scopus Author ID:{Long(256)}", f => With(f, i => i with { Value = Long(256) }), ">7004212771<", $">{Long(256)}<", 9020),
        Row(ProblemCodes.PersonIdentifierUrlRequired, PersonIdentifier, "external-ids/Scopus Author ID:7004212771", f => With(f, i => i with { Url = "example.org/7004212771" }),
            "<common:external-id-url>…</common:external-id-url>", "", 9020) with { Suggestion = "https://example.org/7004212771" },
    ];

    private static RuleRow Row(string code, RecordKind kind, string field, Func<RecordFields, RecordFields> change, string find, string replace, int refused) =>
        new(code, kind, ProblemSeverity.Blocks, field, change) { Sent = (find, replace), Refused = refused };

    private static RecordFields With(RecordFields fields, Func<FieldIdentifier, FieldIdentifier> change) => fields with { ExternalIds = [.. fields.ExternalIds.Select(change)] };
}
