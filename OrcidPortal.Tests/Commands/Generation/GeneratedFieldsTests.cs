using OrcidPortal.Commands.Generation;
using OrcidPortal.Data.Entities;
using OrcidPortal.Mapping;
using OrcidPortal.Records;
using OrcidPortal.Records.Vocabularies;

namespace OrcidPortal.Tests.Commands.Generation;

public sealed class GeneratedFieldsTests
{
    private const int Count = 1000;

    public static TheoryData<RecordKind> Kinds { get; } = [.. Enum.GetValues<RecordKind>()];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Generated_fields_have_no_blocking_problem(RecordKind kind)
    {
        var random = new Random(1);

        var blocked = Enumerable.Range(0, Count).Select(n => GeneratedFields.Of(kind, random, n)).SelectMany(f => Problems(kind, f)).Where(p => p.Severity == ProblemSeverity.Blocks);

        blocked.ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Broken_fields_have_a_blocking_problem(RecordKind kind)
    {
        var random = new Random(2);

        var broken = Enumerable.Range(0, Count).Select(n => GeneratedProblems.Break(kind, GeneratedFields.Of(kind, random, n), random));

        foreach (var fields in broken) Problems(kind, fields).ShouldContain(p => p.Severity == ProblemSeverity.Blocks, $"{fields}");
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_same_random_numbers_give_the_same_fields_as_a_source_would_bring_them(RecordKind kind)
    {
        var (one, other) = (new Random(3), new Random(3));

        for (var n = 0; n < 200; n++)
        {
            var fields = GeneratedFields.Of(kind, one, n);

            GeneratedFields.Of(kind, other, n).ShouldBe(fields);
            FieldCleaning.Clean(kind, fields).ShouldBe(fields);
        }
    }

    [Fact]
    public void Works_are_as_different_as_real_ones()
    {
        var random = new Random(4);

        var works = Enumerable.Range(0, 5000).Select(n => GeneratedFields.Of(RecordKind.Work, random, n)).ToList();

        works.Select(w => w.Title!.Length).Order().ElementAt(2500).ShouldBeInRange(70, 110);
        works.Max(w => w.Title!.Length).ShouldBeInRange(700, 1000);
        works.Select(w => w.Contributors.Count).Order().ElementAt(2500).ShouldBe(3);
        works.Max(w => w.Contributors.Count).ShouldBeGreaterThan(60);
        works.Count(w => w.ShortDescription is null).ShouldBeInRange(1850, 2150);
        works.SelectMany(w => MatchKeys.Of(RecordKind.Work, w, VocabularySnapshot.Defaults)).CountBy(k => k).ShouldAllBe(k => k.Value == 1);
    }

    private static IReadOnlyList<Problem> Problems(RecordKind kind, RecordFields fields) =>
        RecordMapper.Validate(kind, fields, new MappingContext("test", Guid.Empty, null) { Organization = GeneratedOrganizations.Match(fields) });
}
