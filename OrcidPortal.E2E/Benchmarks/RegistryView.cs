using System.Globalization;
using System.Text.Json;

namespace OrcidPortal.E2E.Benchmarks;

/// <summary>What the simulator saw of a push: the calls in the order they came, refusals, notices. The portal's own word is not asked.</summary>
internal sealed class RegistryView
{
    private const int PerSecond = 24;
    private const double FirstSeconds = 10;
    private const double LastShare = 0.02;
    private readonly List<Seen> _calls;

    private RegistryView(List<Seen> calls, int refused, int longest) => (_calls, Refused, LongestLine) = (calls, refused, longest);

    /// <summary>Answered with 429, or with the 503 that the member API gives instead.</summary>
    public int Refused { get; }

    /// <summary>The most calls that waited at the registry at the same time; the 41st would be refused.</summary>
    public int LongestLine { get; }
    public int All => _calls.Count;
    public int Posts => _calls.Count(c => c.Method == "POST");
    public int Writes => _calls.Count(c => c.Method is "POST" or "PUT" or "DELETE");
    public int Reads => _calls.Count(c => c.Method == "GET");

    /// <summary>From the first call to the last.</summary>
    public TimeSpan Time => _calls.Count == 0 ? TimeSpan.Zero : _calls[^1].At - _calls[0].At;

    public static async Task<RegistryView> TakeAsync(SimulatorProcess simulator)
    {
        var calls = (await simulator.ControlAsync("calls")).GetProperty("items").EnumerateArray()
            .Select(c => new Seen(c.GetProperty("at").GetDateTimeOffset(), c.GetProperty("method").GetString()!, c.GetProperty("status").GetInt32())).OrderBy(c => c.At).ToList();
        var lines = (await simulator.ControlAsync("limits")).GetProperty("lines").EnumerateArray().ToList();
        var refused = Math.Max(lines.Sum(l => l.GetProperty("refused").GetInt32()), calls.Count(c => c.Status is 429 or 503));
        return new(calls, refused, lines.Select(l => l.GetProperty("longest").GetInt32()).DefaultIfEmpty().Max());
    }

    /// <summary>The share of the permitted calls that were made, from second 10 to the last 2 % of the calls.</summary>
    public (double Share, double Seconds) Used()
    {
        if (_calls.Count == 0) return default;
        var from = _calls[0].At.AddSeconds(FirstSeconds);
        var to = _calls[(int)((_calls.Count - 1) * (1 - LastShare))].At;
        var seconds = (to - from).TotalSeconds;
        return seconds <= 0 ? default : (_calls.Count(c => c.At >= from && c.At < to) / (PerSecond * seconds), seconds);
    }

    /// <summary>Calls of each ten seconds, as a line of numbers.</summary>
    public string Course() => string.Join(' ', _calls.GroupBy(c => (int)((c.At - _calls[0].At).TotalSeconds / 10)).Select(g => g.Count().ToString(CultureInfo.InvariantCulture)));

    /// <summary>Lines in the inboxes of all these people.</summary>
    public static async Task<int> NoticesAsync(SimulatorProcess simulator, IEnumerable<string> orcids)
    {
        var sum = 0;
        foreach (var orcid in orcids) sum += (await simulator.ControlAsync("records/" + orcid)).GetProperty("notices").GetInt32();
        return sum;
    }

    private sealed record Seen(DateTimeOffset At, string Method, int Status);
}
