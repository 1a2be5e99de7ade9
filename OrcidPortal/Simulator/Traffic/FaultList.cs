using System.IO.Enumeration;

namespace OrcidPortal.Simulator.Traffic;

/// <summary>The faults that wait for a request, oldest first. They are not kept over a restart.</summary>
internal sealed class FaultList
{
    private readonly Lock gate = new();
    private readonly List<(Fault Fault, int Left, Random Dice)> waiting = [];

    public void Add(Fault fault)
    {
        lock (gate) waiting.Add((fault, fault.Count ?? 1, new Random(fault.Seed ?? 0)));
    }

    public void Clear()
    {
        lock (gate) waiting.Clear();
    }

    public IReadOnlyList<Fault> Waiting()
    {
        lock (gate) return [.. waiting.Select(w => w.Fault with { Count = w.Left })];
    }

    /// <summary>The first fault that matches, used up by one; one that lets some requests pass first lets this one pass.</summary>
    public Fault? Take(string method, string path, string? orcid)
    {
        lock (gate)
        {
            var i = waiting.FindIndex(w => Matches(w.Fault, method, path, orcid) && IsThrown(w.Fault, w.Dice));
            if (i < 0) return null;
            var (fault, left, dice) = waiting[i];
            if (fault.Skip > 0)
            {
                waiting[i] = (fault with { Skip = fault.Skip - 1 }, left, dice);
                return null;
            }
            if (left > 1) waiting[i] = (fault, left - 1, dice);
            else waiting.RemoveAt(i);
            return fault;
        }
    }

    /// <summary>What is to be let through first is not left to the dice.</summary>
    private static bool IsThrown(Fault fault, Random dice) => fault.Skip > 0 || fault.Share is not { } share || dice.NextDouble() < share;

    private static bool Matches(Fault fault, string method, string path, string? orcid) =>
        (fault.Method is null || fault.Method.Equals(method, StringComparison.OrdinalIgnoreCase))
        && (fault.Path is null || FileSystemName.MatchesSimpleExpression(fault.Path, path))
        && (fault.Orcid is null || fault.Orcid == orcid);
}
