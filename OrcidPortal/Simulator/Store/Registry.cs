using Microsoft.Extensions.Options;

namespace OrcidPortal.Simulator.Store;

/// <summary>The registry's one door: a lock around its state, and the journal that is written before the lock is given back.</summary>
internal sealed class Registry : IDisposable
{
    private readonly Lock gate = new();
    private readonly TimeProvider time;
    private readonly Journal journal;
    private RegistryState state = new();
    private long clockOffset;

    public Registry(IOptions<SimulatorOptions> options, IHostEnvironment environment, TimeProvider time)
    {
        this.time = time;
        var file = options.Value.StateFile;
        journal = new Journal(string.IsNullOrWhiteSpace(file) ? null : Path.GetFullPath(file, environment.ContentRootPath));
        journal.Claim();
        var isNew = true;
        journal.Read(entry =>
        {
            isNew = false;
            state.Load(entry);
        });
        if (isNew) SampleAccounts.AddTo(state, time.GetUtcNow());
        clockOffset = state.ClockOffset.Ticks;
        journal.Rewrite(state.All());
        state.IsRecorded = journal.IsKept;
    }

    /// <summary>The time, in whole milliseconds as ORCID keeps it.</summary>
    public DateTimeOffset Now => DateTimeOffset.FromUnixTimeMilliseconds((time.GetUtcNow() + ClockOffset).ToUnixTimeMilliseconds());

    /// <summary>How far the registry's clock is ahead of the machine's.</summary>
    public TimeSpan ClockOffset
    {
        get => TimeSpan.FromTicks(Interlocked.Read(ref clockOffset));
        set => Run(state => Interlocked.Exchange(ref clockOffset, (state.ClockOffset = value).Ticks));
    }

    /// <summary>Does something with the state. Changes are on disk when this returns.</summary>
    public T Run<T>(Func<RegistryState, T> action)
    {
        lock (gate)
        {
            try
            {
                return action(state);
            }
            finally
            {
                if (state.Changes.Count > 0)
                {
                    journal.Append(state.Changes);
                    state.Changes.Clear();
                }
            }
        }
    }

    public void Run(Action<RegistryState> action) => Run(state =>
    {
        action(state);
        return true;
    });

    /// <summary>Back to the sample accounts. Put-codes go on counting, so that an old one never means a new work; the signing key stays, as clients remember it.</summary>
    public void Reset()
    {
        lock (gate)
        {
            var fresh = new RegistryState();
            foreach (var kept in state.All().Where(e => e.Set is JournalEntry.PutCodes or JournalEntry.Keys))
                fresh.Load(new(kept.Set, kept.Key, System.Text.Json.JsonSerializer.SerializeToElement(kept.Value, Journal.Json)));
            SampleAccounts.AddTo(fresh, time.GetUtcNow());
            state = fresh;
            Interlocked.Exchange(ref clockOffset, 0);
            journal.Rewrite(state.All());
            state.IsRecorded = journal.IsKept;
        }
    }

    public void Dispose() => journal.Dispose();
}
