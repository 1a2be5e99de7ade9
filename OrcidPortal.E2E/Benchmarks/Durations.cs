using System.Diagnostics;

namespace OrcidPortal.E2E.Benchmarks;

/// <summary>How long something took each time it was done, in milliseconds.</summary>
internal sealed class Durations
{
    private readonly List<double> _taken = [];

    public int Count => _taken.Count;

    /// <summary>So long or less took half of them; 0 where there are none.</summary>
    public double Median => At(0.5);

    /// <summary>So long or less took 95 of a hundred.</summary>
    public double P95 => At(0.95);

    /// <summary>Does it, and notes how long it took.</summary>
    public async Task TakeAsync(Func<Task> work)
    {
        var started = Stopwatch.GetTimestamp();
        await work();
        _taken.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
    }

    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"p95 {P95:0.0} ms, median {Median:0.0} ms ({Count})");

    private double At(double share)
    {
        if (_taken.Count == 0) return 0;
        var sorted = _taken.Order().ToList();
        return sorted[Math.Min(sorted.Count - 1, (int)Math.Ceiling(sorted.Count * share) - 1)];
    }
}
