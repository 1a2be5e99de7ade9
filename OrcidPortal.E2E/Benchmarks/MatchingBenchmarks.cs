using System.Diagnostics;
using OrcidPortal.Identifiers;
using OrcidPortal.Mapping.Matching;

namespace OrcidPortal.E2E.Benchmarks;

/// <summary>What it takes to say of works at ORCID which of ours they are. Not part of the normal run.</summary>
[Trait("Category", "Benchmark")]
[Collection("Benchmarks")]
public sealed class MatchingBenchmarks
{
    private const int Local = 100_000;
    private const int Remote = 10_000;

    // As frequent as words are: a few stand in every other title, most in few.
    private const int Words = 20_000;

    [Fact(Explicit = true)]
    public async Task Ten_thousand_works_against_a_hundred_thousand_on_one_core()
    {
        var dice = new Random(1);
        var load = new Load();
        var ours = Enumerable.Range(0, Local).Select(i => Work(dice, i, dice.Next(3) > 0)).ToList();
        // A third is ours by its DOI, a third by a title that is written a little otherwise, a third is not ours.
        var theirs = Enumerable.Range(0, Remote).Select(i => (i % 3) switch
        {
            0 => ours[dice.Next(Local)],
            1 when ours[dice.Next(Local)] is var one => one with { ExternalIds = [], Title = one.Title.ToUpperInvariant() + "." },
            _ => Work(dice, Local + i, true),
        }).ToList();
        var started = Stopwatch.GetTimestamp();
        var matcher = new WorkMatcher(ours);
        var built = Stopwatch.GetElapsedTime(started);
        var (sure, maybe, none) = (0, 0, 0);
        started = Stopwatch.GetTimestamp();
        foreach (var work in theirs)
            _ = matcher.Match(work) switch { WorkMatch.Sure => sure++, WorkMatch.Maybe => maybe++, _ => none++ };
        var matched = Stopwatch.GetElapsedTime(started);

        await Figures.WriteAsync("matching",
        [
            $"{Remote:N0} works against {Local:N0}, one thread: {matched.TotalSeconds:0.0} s, and {built.TotalSeconds:0.0} s to prepare ours (aim: under 60 s in all); {load}",
            $"{sure:N0} surely ours, {maybe:N0} perhaps, {none:N0} not",
        ]);
    }

    private static MatchableWork Work(Random dice, int number, bool hasDoi) => new(
        hasDoi ? [new ExternalId("doi", $"10.5555/bench.{number}", Relationship.Self, null)] : [], string.Join(' ', Enumerable.Range(0, dice.Next(5, 16)).Select(_ => Word(dice))), null, 1990 + dice.Next(36),
        dice.Next(4) == 0 ? "conference-paper" : "journal-article", dice.Next(2) == 0 ? [] : [Word(dice)]);

    private static string Word(Random dice) => $"w{(int)(Words * Math.Pow(dice.NextDouble(), 4)):x}";
}
