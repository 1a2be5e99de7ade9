using OrcidPortal.Data.Entities;
using OrcidPortal.Mapping;
using OrcidPortal.OrcidApi;

namespace OrcidPortal.Tests.Mapping;

public sealed class PersonIdentifierTests
{
    [Theory]
    [InlineData("isni", "0000 0002 1694 233x", null, "000000021694233X", "https://isni.org/isni/000000021694233X")]
    [InlineData("ISNI", "https://isni.org/isni/000000021694233X", "https://www.example.org/a", "000000021694233X", "https://www.example.org/a")]
    [InlineData("Scopus Author ID", "7000000001", "https://www.scopus.com/a", "7000000001", "https://www.scopus.com/a")]
    public void Of_an_ISNI_form_and_address_are_known(string type, string value, string? url, string sent, string sentUrl)
    {
        var mapped = Map(type, value, url);

        mapped.Problems.ShouldBeEmpty();
        var message = mapped.Message.ShouldBeOfType<PersonIdentifierMessage>();
        (message.Value, message.Url).ShouldBe((sent, sentUrl));
    }

    [Fact]
    public void A_wrong_check_character_of_an_ISNI_is_warned_of_and_the_rest_goes()
    {
        var mapped = Map("ISNI", "0000 0002 1694 2331", "https://www.example.org/a");

        mapped.Problems.Single().Code.ShouldBe(ProblemCodes.ExternalIdCheckDigitWrong);
        mapped.Problems.Single().Severity.ShouldBe(ProblemSeverity.Warns);
        var problem = mapped.Problems.Single();
        ProblemSentences.For(problem.Code, problem.Field, problem.Value, problem.Suggestion).What.ShouldBe("The last figure of the ISNI “0000 0002 1694 2331” does not fit the others: one of them is probably wrong.");
    }

    private static MappedRecord Map(string type, string value, string? url) => RecordMapper.Map(
        RecordKind.PersonIdentifier, new RecordFields { ExternalIds = [new FieldIdentifier(type, value, "self", url)] }, new MappingContext("abcdef123456", Guid.NewGuid(), "https://portal.example.org/1"));
}
