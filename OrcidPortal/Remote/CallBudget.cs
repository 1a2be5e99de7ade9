using System.Diagnostics.Metrics;
using Microsoft.EntityFrameworkCore;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.Live;
using OrcidPortal.OrcidApi;

namespace OrcidPortal.Remote;

/// <summary>
/// How often the portal calls ORCID: the member API takes 24 requests a second with a burst of 40 (<c>Orcid:RequestsPerSecond</c>, <c>Orcid:Burst</c>),
/// whatever the number of processes. Each reserves permits, dated within the next second, from one row by one short transaction; what is not used in time lapses.
/// The same row says that the registry does not answer: then one call a minute looks whether it does again.
/// The public API has a budget of its own (<see cref="Public"/>), with a quota for the day.
/// </summary>
public sealed class CallBudget
{
    /// <summary>The key of the public API's budget among the services.</summary>
    public const string Public = "public";

    /// <summary>Why a budget is closed whose calls of the day are used up.</summary>
    internal const string UsedUp = "UsedUp";

    /// <summary>How many calls without an answer in a row close it: one or two happen on any day.</summary>
    public const int SilentCalls = 5;

    /// <summary>How long after its date a permit counts. The burst is smaller by as much: permits used late come on top of those of their time.</summary>
    private static readonly TimeSpan Valid = TimeSpan.FromMilliseconds(500);

    /// <summary>
    /// So much goes ahead of the rate and waits at ORCID, where no burst makes anything faster: a moment's delay here then costs no call. Were it more, each call would wait there,
    /// and nobody could go first: neither the longest list nor somebody who waits at a page.
    /// </summary>
    private static readonly TimeSpan InLine = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan Ahead = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan BetweenProbes = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan ClientLockedPause = TimeSpan.FromHours(1);

    private readonly Transactions _transactions;
    private readonly IDbContextFactory<PortalDb> _contexts;
    private readonly TimeProvider _time;
    private readonly CallMetrics _metrics;
    private readonly Mistakes _mistakes;
    private readonly string _key;
    private readonly TimeSpan _interval;
    private readonly TimeSpan _tolerance;
    private readonly int _most;
    private readonly DailyQuota? _quota;
    private readonly CallTurns _turns = new(places: 1);
    private readonly Queue<DateTimeOffset> _permits = [];
    private int _waiting;
    private int _underWay;
    private int _silent;
    private volatile bool _closed;

    public CallBudget(CallLimits limits, Transactions transactions, IDbContextFactory<PortalDb> contexts, IMeterFactory meters, Mistakes mistakes, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(limits);
        (_transactions, _contexts, _time, _metrics, _mistakes) = (transactions, contexts, time, new CallMetrics(meters, limits.Api), mistakes);
        var (rate, burst) = (limits.PerSecond, limits.Burst);
        var late = (int)Math.Ceiling(rate * Valid.TotalSeconds);
        (PerSecond, AtOnce, _key) = (rate, Math.Max(1, Math.Min(burst - late, (int)Math.Ceiling(rate * InLine.TotalSeconds))), limits.Key);
        _quota = limits.PerDay is { } perDay ? new DailyQuota(limits.Key, perDay) : null;
        _interval = TimeSpan.FromSeconds(1.0 / rate);
        _tolerance = (AtOnce - 1) * _interval;
        _most = Math.Max(1, rate / 2);
    }

    /// <summary>Calls a second.</summary>
    public int PerSecond { get; }

    /// <summary>Calls at once after a pause.</summary>
    public int AtOnce { get; }

    /// <summary>Calls of this process that are not answered yet.</summary>
    public int UnderWay => Volatile.Read(ref _underWay);

    /// <summary>Makes one call as soon as it may be made, and notes how it ended.</summary>
    /// <param name="hold">The lease that must outlast the call; null: none is needed.</param>
    /// <param name="call">The call.</param>
    /// <param name="cancellationToken">Stops the waiting, not the call.</param>
    /// <returns>The answer; <see cref="OrcidResult.Busy"/> without any call while the registry is thought to be closed.</returns>
    /// <exception cref="LeaseLostException">Somebody else holds the lease: nothing was called.</exception>
    public async Task<OrcidAnswer<T>> CallAsync<T>(LeaseHold? hold, Func<Task<OrcidAnswer<T>>> call, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(call);
        if (await WaitAsync(hold?.Behind ?? int.MaxValue, cancellationToken) is { } closed) return new(closed, default, TimeSpan.Zero);
        if (hold is not null) await hold.EnsureAsync(cancellationToken);
        OrcidAnswer<T> answer;
        Interlocked.Increment(ref _underWay);
        try
        {
            answer = await call();
        }
        finally
        {
            Interlocked.Decrement(ref _underWay);
        }
        _metrics.Called(answer.Result, answer.Duration);
        await MetAsync(answer.Result);
        return answer;
    }

    /// <summary>What the shared row says.</summary>
    /// <returns>Null while the registry answers.</returns>
    public async Task<RegistryClosed?> ClosedAsync(CancellationToken cancellationToken)
    {
        await using var db = await _contexts.CreateDbContextAsync(cancellationToken);
        var row = await db.CallAllowances.AsNoTracking().FirstOrDefaultAsync(a => a.Key == _key, cancellationToken);
        _closed = row?.ClosedSince is not null;
        if (row is { ClosedSince: { } since }) return new RegistryClosed(since, row.ClosedBecause ?? "", row.ProbeAt ?? since);
        var now = _time.GetUtcNow();
        return _quota is not null && await _quota.LeftAsync(db, now, cancellationToken) is { MoreAt: { } moreAt } ? new RegistryClosed(now, UsedUp, moreAt) : null;
    }

    /// <summary>Waits for a permit.</summary>
    /// <param name="behind">How much waits behind this call; who has more goes first.</param>
    /// <returns>Null: call now. Otherwise the registry is closed and this is no probe.</returns>
    internal async Task<OrcidResult?> WaitAsync(int behind, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _waiting);
        try
        {
            await _turns.EnterAsync(behind, cancellationToken);
            try
            {
                return await NextAsync(cancellationToken);
            }
            finally
            {
                _turns.Leave();
            }
        }
        finally
        {
            Interlocked.Decrement(ref _waiting);
        }
    }

    /// <summary>Notes how a call ended.</summary>
    internal async Task MetAsync(OrcidResult result)
    {
        TimeSpan? probeIn = result switch
        {
            OrcidResult.ClientLocked => ClientLockedPause,
            OrcidResult.Busy { RetryAfter: { } asked } => asked < BetweenProbes ? asked : BetweenProbes,
            OrcidResult.Busy or OrcidResult.Unreachable or OrcidResult.OutcomeUnknown => Interlocked.Increment(ref _silent) >= SilentCalls ? BetweenProbes : TimeSpan.Zero,
            _ => null,
        };
        if (probeIn is null) Volatile.Write(ref _silent, 0);
        if (probeIn == TimeSpan.Zero || (probeIn is null && !_closed)) return;
        _closed = await _transactions.RunAsync((db, ct) => WriteAsync(db, result.Name, probeIn, ct), CancellationToken.None);
    }

    private async Task<OrcidResult?> NextAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            if (_permits.Count == 0)
            {
                // Whoever is called for now will ask again in a moment: one transaction for all of them. Where calls are counted by the day, none is reserved that may lapse.
                var wanted = Math.Clamp(Volatile.Read(ref _waiting) + (_quota is null ? UnderWay : 0), 1, _most);
                var reserved = await _transactions.RunAsync((db, ct) => ReserveAsync(db, wanted, ct), cancellationToken);
                if (reserved.IsUsedUp) return new OrcidResult.Busy(reserved.Wait) { Message = "The calls of a day are used up. The portal goes on when ORCID takes more." };
                _closed = reserved.Closed;
                if (reserved.Closed && reserved.Dates.Count == 0) return new OrcidResult.Busy(reserved.Wait) { Message = "ORCID did not answer a moment ago. The portal looks once a minute whether it does again." };
                _metrics.Reserved(reserved.Dates.Count);
                foreach (var date in reserved.Dates) _permits.Enqueue(date);
                if (reserved.Dates.Count == 0) await Task.Delay(reserved.Wait, _time, cancellationToken);
                continue;
            }
            var due = _permits.Dequeue();
            var now = _time.GetUtcNow();
            if (now > due + Valid && _mistakes.Made != Mistake.PermitsStay)
            {
                _metrics.Lapsed();
                continue;
            }
            if (due > now) await Task.Delay(due - now, _time, cancellationToken);
            _metrics.Used();
            return null;
        }
    }

    private async Task<Reserved> ReserveAsync(PortalDb db, int wanted, CancellationToken cancellationToken)
    {
        var row = await LockAsync(db, cancellationToken);
        var now = _time.GetUtcNow();
        if (_quota is not null && !(row.ClosedSince is not null && row.ProbeAt > now))
        {
            var (left, moreAt) = await _quota.LeftAsync(db, now, cancellationToken);
            if (moreAt is { } more) return new Reserved([], more - now, row.ClosedSince is not null) { IsUsedUp = true };
            wanted = Math.Min(wanted, left);
        }
        var reserved = Reserve(row, wanted, now);
        if (_quota is not null && reserved.Dates.Count > 0) await _quota.CountAsync(db, reserved.Dates.Count, now, cancellationToken);
        return reserved;
    }

    private Reserved Reserve(CallAllowance row, int wanted, DateTimeOffset now)
    {
        if (row.ClosedSince is not null)
        {
            if (row.ProbeAt > now) return new Reserved([], row.ProbeAt.Value - now, true);
            row.ProbeAt = now + BetweenProbes;
            return new Reserved([now], TimeSpan.Zero, true);
        }
        var next = row.NextAt > now ? row.NextAt : now;
        var dates = new List<DateTimeOffset>(wanted);
        for (; dates.Count < wanted; next += _interval)
        {
            var due = next - _tolerance;
            if (due > now + Ahead) break;
            dates.Add(due > now ? due : now);
        }
        // At most as long as one looks ahead: where another process's clock is fast, its dates say nothing about ours.
        var wait = next - _tolerance - now - Ahead;
        if (dates.Count == 0) return new Reserved([], wait < Ahead ? wait : Ahead, false);
        row.NextAt = next;
        return new Reserved(dates, TimeSpan.Zero, false);
    }

    private async Task<bool> WriteAsync(PortalDb db, string because, TimeSpan? probeIn, CancellationToken cancellationToken)
    {
        var row = await LockAsync(db, cancellationToken);
        var now = _time.GetUtcNow();
        if ((row.ClosedSince is null) == (probeIn is null) && because == row.ClosedBecause && row.ProbeAt > now) return row.ClosedSince is not null;
        (row.ClosedSince, row.ClosedBecause, row.ProbeAt) = probeIn is { } pause ? (row.ClosedSince ?? now, because, now + pause) : ((DateTimeOffset?)null, (string?)null, (DateTimeOffset?)null);
        await Topics.TouchAsync(db, Topics.Overview, cancellationToken);
        return row.ClosedSince is not null;
    }

    /// <summary>The row, and nobody else's until the transaction ends.</summary>
    private async Task<CallAllowance> LockAsync(PortalDb db, CancellationToken cancellationToken)
    {
        var rows = await db.CallAllowances.Where(a => a.Key == _key).ExecuteUpdateAsync(s => s.SetProperty(a => a.Turn, a => a.Turn + 1), cancellationToken);
        if (rows > 0) return await db.CallAllowances.SingleAsync(a => a.Key == _key, cancellationToken);
        var row = new CallAllowance { Key = _key, NextAt = DateTimeOffset.UnixEpoch };
        db.CallAllowances.Add(row);
        return row;
    }

    private sealed record Reserved(IReadOnlyList<DateTimeOffset> Dates, TimeSpan Wait, bool Closed)
    {
        /// <summary>The calls of the day are: there is nothing to wait for in a call.</summary>
        public bool IsUsedUp { get; init; }
    }
}

/// <summary>The registry does not answer, or asked for patience.</summary>
/// <param name="Because">How the last calls ended: Busy, Unreachable, OutcomeUnknown, ClientLocked; or UsedUp: the calls of a day are.</param>
/// <param name="ProbeAt">When the next call looks whether it answers again.</param>
public sealed record RegistryClosed(DateTimeOffset Since, string Because, DateTimeOffset ProbeAt);
