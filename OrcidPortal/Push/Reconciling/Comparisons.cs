using Microsoft.EntityFrameworkCore;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.Live;
using OrcidPortal.Security;

namespace OrcidPortal.Push.Reconciling;

/// <summary>What people decide about comparisons. Starting the work is the caller's (<see cref="ReconcileJob.StartNow"/>).</summary>
public sealed class Comparisons(Transactions transactions, TimeProvider time)
{
    /// <summary>Asks for a comparison of one person.</summary>
    /// <returns>Its id; of the one that is under way for them, where there is one.</returns>
    public Task<Guid> CompareOneAsync(Guid personId, Actor actor, CancellationToken cancellationToken) => StartAsync(personId, actor, cancellationToken);

    /// <summary>Asks for a comparison of everybody who is connected.</summary>
    /// <returns>Its id; of the one that is under way, where there is one.</returns>
    public Task<Guid> CompareAllAsync(Actor actor, CancellationToken cancellationToken) => StartAsync(null, actor, cancellationToken);

    /// <summary>Stops the reading, or the repair, before the next person. What was read or repaired stays.</summary>
    /// <returns>False where nothing was under way.</returns>
    public Task<bool> StopAsync(Guid id, Actor actor, CancellationToken cancellationToken) => ChangeAsync(id, actor, "comparison.stopped", null, async (db, run, ct) =>
    {
        if (run.State is not (ComparisonState.Comparing or ComparisonState.Repairing)) return false;
        if (run.State == ComparisonState.Repairing)
            await db.ComparedPeople.Where(p => p.ComparisonId == id && p.Repair == RepairState.Waiting).ExecuteUpdateAsync(s => s.SetProperty(p => p.Repair, RepairState.None), ct);
        else run.EndedAt = time.GetUtcNow();
        run.State = await RestAsync(db, run, ct);
        return true;
    }, cancellationToken);

    /// <summary>Goes on reading where it was stopped.</summary>
    /// <returns>False where it was not stopped.</returns>
    public Task<bool> ContinueAsync(Guid id, Actor actor, CancellationToken cancellationToken) => ChangeAsync(id, actor, "comparison.continued", null, (_, run, _) =>
    {
        if (run.State != ComparisonState.Stopped) return Task.FromResult(false);
        (run.State, run.EndedAt) = (ComparisonState.Comparing, null);
        return Task.FromResult(true);
    }, cancellationToken);

    /// <summary>Asks for the repair of what the report names.</summary>
    /// <param name="kinds">Only these kinds of difference.</param>
    /// <returns>For how many people; 0 where there is nothing to repair, or the report is not there yet.</returns>
    public async Task<int> RepairAsync(Guid id, IReadOnlyCollection<DifferenceKind> kinds, Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var chosen = kinds.Distinct().Order().ToArray();
        var people = 0;
        await ChangeAsync(id, actor, "comparison.repair", string.Join(' ', chosen), async (db, run, ct) =>
        {
            if (run.State is not (ComparisonState.Compared or ComparisonState.Stopped)) return false;
            people = await db.ComparedPeople
                .Where(p => p.ComparisonId == id && db.Differences.Any(d => d.ComparisonId == id && d.PersonId == p.PersonId && d.State == DifferenceState.Open && chosen.Contains(d.Kind)))
                .ExecuteUpdateAsync(s => s.SetProperty(p => p.Repair, RepairState.Waiting).SetProperty(p => p.Tries, 0).SetProperty(p => p.TriedAt, (DateTimeOffset?)null), ct);
            if (people == 0) return false;
            (run.State, run.RepairKinds, run.RepairBy, run.RepairAskedAt, run.RepairedAt) = (ComparisonState.Repairing, string.Join(' ', chosen), Cut(actor.Name), time.GetUtcNow(), null);
            return true;
        }, cancellationToken);
        return people;
    }

    /// <summary>The kinds as <see cref="Comparison.RepairKinds"/> keeps them.</summary>
    internal static DifferenceKind[] Kinds(string text) => [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<DifferenceKind>)];

    /// <summary>The state of a comparison that nothing is done about: stopped while there are people who were not read.</summary>
    internal static async Task<ComparisonState> RestAsync(PortalDb db, Comparison run, CancellationToken cancellationToken) =>
        run.Total is null || await db.ComparedPeople.AnyAsync(p => p.ComparisonId == run.Id && p.State == ComparedState.Waiting, cancellationToken) ? ComparisonState.Stopped : ComparisonState.Compared;

    private Task<Guid> StartAsync(Guid? personId, Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return transactions.RunAsync(async (db, ct) =>
        {
            var now = time.GetUtcNow();
            if (await db.Comparisons.AsNoTracking().Where(c => c.PersonId == personId && (c.State == ComparisonState.Comparing || c.State == ComparisonState.Repairing)).OrderByDescending(c => c.CreatedAt).FirstOrDefaultAsync(ct) is { } known)
                return known.Id;
            var run = new Comparison { PersonId = personId, By = Cut(actor.Name), CreatedAt = now, Total = personId is null ? null : 1 };
            db.Comparisons.Add(run);
            if (personId is { } one) db.ComparedPeople.Add(new ComparedPerson { ComparisonId = run.Id, PersonId = one });
            AuditLog.Add(db, actor, "comparison.started", $"comparison:{run.Id}", null, personId is null ? "everybody" : $"person:{personId}", now);
            await Topics.TouchAsync(db, Topics.Comparisons, ct);
            return run.Id;
        }, cancellationToken);
    }

    private Task<bool> ChangeAsync(Guid id, Actor actor, string action, string? after, Func<PortalDb, Comparison, CancellationToken, Task<bool>> change, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return transactions.RunAsync(async (db, ct) =>
        {
            if (await db.Comparisons.SingleOrDefaultAsync(c => c.Id == id, ct) is not { } run || !await change(db, run, ct)) return false;
            AuditLog.Add(db, actor, action, $"comparison:{id}", null, after, time.GetUtcNow());
            await db.SaveChangesAsync(ct);
            await Topics.TouchAsync(db, Topics.Comparisons, ct);
            return true;
        }, cancellationToken);
    }

    private static string Cut(string name) => name.Length <= 300 ? name : name[..300];
}
