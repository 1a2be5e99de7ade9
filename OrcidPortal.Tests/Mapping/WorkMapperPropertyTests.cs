using CsCheck;
using OrcidPortal.Data.Entities;
using OrcidPortal.Identifiers;
using OrcidPortal.Mapping;
using OrcidPortal.OrcidApi;
using OrcidPortal.Records;
using OrcidPortal.Tests.OrcidApi;

namespace OrcidPortal.Tests.Mapping;

/// <summary>What holds for any fields, also those nobody would write on purpose.</summary>
public sealed class WorkMapperPropertyTests
{
    [Fact]
    public void What_can_be_sent_is_valid_against_ORCIDs_schema_and_comes_back_the_same()
    {
        _ = OrcidData.PathOf("xsd");
        var sent = 0;

        AnyFields.Any.Sample(
            fields =>
            {
                var work = fields.Map();
                if (!work.CanBeSent) return;
                Interlocked.Increment(ref sent);
                var xml = WorkXmlWriter.Write(work.Work!, new PutCode(1));
                OrcidData.SchemaErrors(xml).ShouldBeEmpty();
                OrcidXml.TryParse(xml, out var root).ShouldBeTrue();
                var read = WorkXmlReader.Message(root!);
                Fingerprints.Of(read).ShouldBe(work.Fingerprint);
                read.ExternalIds.Select(i => i.Key).ShouldBe(work.Work!.ExternalIds.Select(i => i.Key));
                work.SelfKeys.ShouldNotBeEmpty();
            },
            iter: 3000);

        sent.ShouldBeGreaterThan(100);
    }

    [Fact]
    public void Problems_fit_their_columns_and_have_sentences() => AnyFields.Any.Sample(
        fields =>
        {
            foreach (var problem in fields.Map().Problems)
            {
                ProblemCodes.All.ShouldContain(problem.Code);
                FieldPaths.All.ShouldContain(problem.Field.Split('/')[0]);
                problem.Field.Length.ShouldBeLessThanOrEqualTo(500);
                problem.Value.Length.ShouldBeLessThanOrEqualTo(500);
                (problem.Suggestion?.Length ?? 0).ShouldBeLessThanOrEqualTo(500);
                ProblemSentences.For(problem.Code, problem.Field, problem.Value, problem.Suggestion).What.ShouldNotBeNullOrWhiteSpace();
            }
        },
        iter: 1000);

    [Fact]
    public void A_suggestion_taken_heals_the_problem() => Gen.OneOf(AnyFields.Hostile, Gen.OneOf("30.02.2019", "May 2019", "2019/5/3", "1.1.1", "99.99.2019")).Sample(
        date =>
        {
            var problem = (Fields.Article() with { PublicationDate = date }).Map().Problems.SingleOrDefault(p => p.Code == ProblemCodes.PublicationDateInvalid);
            if (problem?.Suggestion is { } better) (Fields.Article() with { PublicationDate = better }).Map().Problems.ShouldBeEmpty();
        },
        iter: 1000);

    [Fact]
    public void Abstract_language_and_contributors_never_change_the_fingerprint() => Gen.Select(AnyFields.Any, AnyFields.Any).Sample(
        (fields, other) =>
        {
            var changed = fields with { ShortDescription = other.ShortDescription, LanguageCode = other.LanguageCode, Contributors = other.Contributors };
            changed.Map().Fingerprint.ShouldBe(fields.Map().Fingerprint);
        },
        iter: 1000);
}
