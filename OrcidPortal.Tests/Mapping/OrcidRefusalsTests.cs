using OrcidPortal.Data.Entities;
using OrcidPortal.Mapping;
using OrcidPortal.Records;

namespace OrcidPortal.Tests.Mapping;

public sealed class OrcidRefusalsTests
{
    public static TheoryData<string> Codes { get; } = [.. OrcidRefusals.All];

    [Theory]
    [InlineData(RecordKind.Work, 9022, "400 Bad Request: Invalid activity, a title is required.", "orcid.title", "title", "Invalid activity, a title is required")]
    [InlineData(RecordKind.Work, 9023, "400 Bad Request: Invalid activity, an external identifier is required. Full validation error: Invalid external-id  value", "orcid.identifier", "external-ids", "Invalid external-id value")]
    [InlineData(RecordKind.Work, 9037, "Invalid work type, valid values are: journal-article, book.", "orcid.value", "type", "Invalid work type, valid values are: journal-article, book")]
    [InlineData(RecordKind.Work, 9037, "Invalid translated title -> language code, valid values are: en, de.", "orcid.value", "translated-title-language", "Invalid translated title -> language code, valid values are: en, de")]
    [InlineData(RecordKind.Work, 9037, "Invalid language code, valid values are: en.", "orcid.value", "language-code", "Invalid language code, valid values are: en")]
    [InlineData(RecordKind.Work, 9049, "invalid date: 2019-02-31", "orcid.date", "publication-date", "invalid date: 2019-02-31")]
    [InlineData(RecordKind.Funding, 9049, "invalid date: 2019-02-31", "orcid.date", "start-date", "invalid date: 2019-02-31")]
    [InlineData(RecordKind.Funding, 9054, "bad amount", "orcid.amount", "amount", "bad amount")]
    [InlineData(RecordKind.Funding, 9020, "400 Bad Request: Invalid incoming message. Full validation error: Please specify a currency code", "orcid.amount", "currency-code", "Please specify a currency code")]
    [InlineData(RecordKind.Funding, 9045, "400 Bad request: disambiguated-organization must be present and valid", "orcid.organization", "organization-id", "disambiguated-organization must be present and valid")]
    [InlineData(RecordKind.Employment, 9055, "The end date must be after the start date", "orcid.date", "end-date", "The end date must be after the start date")]
    [InlineData(RecordKind.Employment, 9060, "city and country are required", "orcid.place", "organization-city", "city and country are required")]
    [InlineData(RecordKind.Employment, 9051, "invalid value 'XX' for enum 'org.orcid.jaxb.model.common.Iso3166Country'", "orcid.place", "organization-country", "invalid value 'XX' for enum 'org.orcid.jaxb.model.common.Iso3166Country'")]
    [InlineData(RecordKind.Employment, 9012, "cvc-maxLength-valid: Value of length '5000' is not facet-valid for element 'common:role-title'", "orcid.value", "role-title", "cvc-maxLength-valid: Value of length '5000' is not facet-valid for element 'common:role-title'")]
    [InlineData(RecordKind.Work, 9058, "bad contributor role: king", "orcid.contributor", "contributors", "bad contributor role: king")]
    [InlineData(RecordKind.Website, 9020, "400 Bad Request: Invalid incoming message. Full validation error: Url field must not be empty", "orcid.value", "url", "Url field must not be empty")]
    [InlineData(RecordKind.PersonIdentifier, 9020, "400 Bad Request: Invalid incoming message. Full validation error: Reference field must not be empty", "orcid.identifier", "external-ids", "Reference field must not be empty")]
    [InlineData(RecordKind.Keyword, 9012, "something of which nobody heard", "orcid.other", "content", "something of which nobody heard")]
    [InlineData(RecordKind.Keyword, 9054, "bad amount", "orcid.other", "content", "bad amount")]
    [InlineData(RecordKind.Work, null, null, "orcid.other", "title", "no reason was given")]
    public void A_refusal_names_its_field_and_ORCIDs_words(RecordKind kind, int? code, string? message, string problem, string field, string words)
    {
        var found = OrcidRefusals.Of(kind, code, message);

        (found.Code, found.Severity, found.Field, found.Value).ShouldBe((problem, ProblemSeverity.Blocks, field, words));
        FieldPaths.Of(kind).ShouldContain(found.Field);
    }

    [Fact]
    public void Every_code_and_every_kind_give_a_field_of_that_kind()
    {
        foreach (var kind in Enum.GetValues<RecordKind>())
            foreach (var code in Enumerable.Range(9000, 63))
                FieldPaths.Of(kind).ShouldContain(OrcidRefusals.Of(kind, code, "400 Bad Request: invalid").Field);
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void Every_code_has_sentences_of_its_own(string code)
    {
        var sentence = ProblemSentences.For(code, FieldPaths.PublicationDate, "ORCID's words", null);

        sentence.What.ShouldContain("“ORCID's words”");
        sentence.HowToFix.ShouldEndWith(".");
        sentence.HowToFix.ShouldNotBe(ProblemSentences.For("no.such-code", FieldPaths.PublicationDate, "", null).HowToFix);
    }
}
