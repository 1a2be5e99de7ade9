using CsCheck;
using OrcidPortal.Data.Entities;
using OrcidPortal.Mapping;
using OrcidPortal.Mapping.Messages;
using OrcidPortal.OrcidApi;
using OrcidPortal.Records;
using OrcidPortal.Tests.OrcidApi;

namespace OrcidPortal.Tests.Mapping;

/// <summary>What holds for records of every kind, also those nobody would write on purpose. The schemas are the judge.</summary>
public sealed class AnyRecordTests
{
    [Theory, MemberData(nameof(AnyRecords.Kinds), MemberType = typeof(AnyRecords))]
    public void What_can_be_sent_is_valid_against_ORCIDs_schema_and_comes_back_the_same(RecordKind kind)
    {
        _ = OrcidData.PathOf("xsd");
        var sent = 0;

        Gen.Select(AnyRecords.Of(kind), AnyRecords.Context).Sample(
            (fields, context) =>
            {
                var mapped = RecordMapper.Map(kind, fields, context);
                if (!mapped.CanBeSent) return;
                Interlocked.Increment(ref sent);
                var xml = OrcidMessages.ToXml(mapped.Message);
                OrcidData.SchemaErrors(xml).ShouldBeEmpty();
                OrcidMessages.TryRead(xml, out var read).ShouldBeTrue();
                Fingerprints.Of(read!).ShouldBe(mapped.Fingerprint);
                SelfKeys.Of(read!).ShouldBe(mapped.SelfKeys);
            },
            iter: 2000);

        sent.ShouldBeGreaterThan(100);
    }

    [Theory, MemberData(nameof(AnyRecords.Kinds), MemberType = typeof(AnyRecords))]
    public void The_way_there_and_back_and_there_again_loses_nothing(RecordKind kind) => Gen.Select(AnyRecords.Of(kind), AnyRecords.Context).Sample(
        (fields, context) =>
        {
            var mapped = RecordMapper.Map(kind, fields, context);
            if (!mapped.CanBeSent) return;
            OrcidMessages.TryRead(OrcidMessages.ToXml(mapped.Message), out var read).ShouldBeTrue();
            var (readKind, readFields) = MessageFields.Of(read!);
            var again = RecordMapper.Map(readKind, readFields, context);

            readKind.ShouldBe(kind);
            OrcidMessages.ToText(again.Message).ShouldBe(OrcidMessages.ToText(mapped.Message));
            again.CanBeSent.ShouldBeTrue(string.Join("; ", again.Problems));
        },
        iter: 1000);

    [Theory, MemberData(nameof(AnyRecords.Kinds), MemberType = typeof(AnyRecords))]
    public void Problems_fit_their_columns_name_a_field_of_the_kind_and_have_sentences(RecordKind kind) => Gen.Select(AnyRecords.Of(kind), AnyRecords.Context).Sample(
        (fields, context) =>
        {
            foreach (var problem in RecordMapper.Validate(kind, fields, context))
            {
                ProblemCodes.All.ShouldContain(problem.Code);
                FieldPaths.Of(kind).ShouldContain(problem.Field.Split('/')[0]);
                problem.Field.Length.ShouldBeLessThanOrEqualTo(500);
                problem.Value.Length.ShouldBeLessThanOrEqualTo(500);
                (problem.Suggestion?.Length ?? 0).ShouldBeLessThanOrEqualTo(500);
                ProblemSentences.For(problem.Code, problem.Field, problem.Value, problem.Suggestion).What.ShouldNotBeNullOrWhiteSpace();
            }
        },
        iter: 500);
}
