using System.Reflection;
using OrcidPortal.Mapping;
using OrcidPortal.Records;

namespace OrcidPortal.Tests.Mapping;

public sealed class ProblemSentencesTests
{
    public static TheoryData<string> Codes { get; } = [.. ProblemCodes.All];

    [Fact]
    public void The_list_of_codes_is_complete()
    {
        var constants = typeof(ProblemCodes).GetFields(BindingFlags.Public | BindingFlags.Static).Where(f => f.IsLiteral).Select(f => (string)f.GetRawConstantValue()!);

        ProblemCodes.All.Order().ShouldBe(constants.Order());
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void Every_code_has_sentences_of_its_own(string code)
    {
        foreach (var suggestion in new[] { null, "better" })
        {
            var sentence = ProblemSentences.For(code, "external-ids/doi:10.1000/one", "wrong", suggestion);

            sentence.What.ShouldEndWith(".");
            sentence.HowToFix.ShouldEndWith(".");
            sentence.What.ShouldNotContain("{");
            sentence.HowToFix.ShouldNotContain("{");
            sentence.What.ShouldNotBe(ProblemSentences.For("no.such-code", "external-ids/doi:10.1000/one", "wrong", null).What);
        }
    }

    [Fact]
    public void Every_field_has_a_name_for_people()
    {
        foreach (var path in FieldPaths.All) ProblemSentences.For(ProblemCodes.TitleRequired, path, "", null).FieldName.ShouldNotContain("-");
    }

    [Fact]
    public void The_value_the_kind_of_identifier_and_the_suggestion_are_named()
    {
        ProblemSentences.For(ProblemCodes.TypeUnknown, "type", "Conference contribution", null).What.ShouldBe("The type “Conference contribution” has no ORCID equivalent yet: it is not in the vocabulary of types.");
        ProblemSentences.For(ProblemCodes.ExternalIdValueInvalid, "external-ids/doi:1o.1/x", "1O.1/x", null).What.ShouldBe("“1O.1/x” is not a complete DOI.");
        ProblemSentences.For(ProblemCodes.PublicationDateInvalid, "publication-date", "2019-02-30", "2019-02").HowToFix.ShouldStartWith("Was 2019-02 meant?");
    }

    [Fact]
    public void Braces_and_length_of_a_value_do_no_harm()
    {
        var sentence = ProblemSentences.For(ProblemCodes.TypeUnknown, "type", "{0} {9} " + new string('x', 500), "{1}");

        sentence.What.ShouldContain("{0} {9} ");
        sentence.What.Length.ShouldBeLessThan(220);
    }

    [Fact]
    public void A_code_from_elsewhere_gets_a_general_sentence() =>
        ProblemSentences.For("no.such-code", "title", "", null).What.ShouldBe("ORCID would not accept the title as it is.");
}
