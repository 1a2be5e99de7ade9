using System.Diagnostics.Metrics;
using OrcidPortal.Data.Entities;

namespace OrcidPortal.Push;

/// <summary>What is measured of sending, under the meter <c>OrcidPortal.Push</c>.</summary>
public sealed class PushMetrics
{
    public const string MeterName = "OrcidPortal.Push";

    private readonly Counter<long> _items;
    private readonly Counter<long> _unknown;
    private readonly Counter<long> _notices;
    private readonly Histogram<double> _delay;

    public PushMetrics(IMeterFactory meters, SyncItemCounts counts)
    {
        ArgumentNullException.ThrowIfNull(meters);
        ArgumentNullException.ThrowIfNull(counts);
        var meter = meters.Create(MeterName);
        _items = meter.CreateCounter<long>("orcidportal.items", "{item}", "Items that ORCID answered, by operation and by what follows.");
        _unknown = meter.CreateCounter<long>("orcidportal.outcomes.unknown", "{item}", "Items whose answer never came: they are read back.");
        _notices = meter.CreateCounter<long>("orcidportal.notices", "{notice}", "Notices caused in researchers' inboxes, one for each call that changed something.");
        _delay = meter.CreateHistogram<double>("orcidportal.sync.delay", "s", "From the moment an item was wanted to the moment ORCID held it so.");
        meter.CreateObservableGauge("orcidportal.queue", () => (counts.Latest ?? new Dictionary<SyncState, int>()).Select(c => new Measurement<int>(c.Value, new KeyValuePair<string, object?>("state", c.Key.ToString()))), "{item}", "Items by state, as last counted for a page.");
    }

    /// <summary>An answer was saved.</summary>
    internal void Answered(Intent intent, IReadOnlyList<PushStep> steps, DateTimeOffset now)
    {
        foreach (var (line, step) in intent.Items.Zip(steps))
        {
            _items.Add(1, new KeyValuePair<string, object?>("operation", intent.Operation.ToString()), new KeyValuePair<string, object?>("verdict", step.Verdict.ToString()));
            if (step.Verdict == PushVerdict.ReadBack) _unknown.Add(1);
            if (step.Verdict == PushVerdict.Done) _delay.Record(Math.Max(0, (now - line.WantedAt).TotalSeconds));
        }
        if (steps.Any(s => s.Verdict == PushVerdict.Done)) _notices.Add(1);
    }
}
