using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.Live;
using OrcidPortal.OrcidApi;
using OrcidPortal.Remote;

namespace OrcidPortal.Push.Reconciling;

/// <summary>Works off comparisons and their repairs, person by person. Each person is a step of its own: a process that dies leaves the rest to the next, and a doubled job does nothing twice.</summary>
public sealed partial class ComparisonRunner(
    PersonComparison comparing, PersonRepair repairing, CallBudget budget, Transactions transactions, IDbContextFactory<PortalDb> contexts, IOptions<OrcidOptions> orcid, TimeProvider time, ILogger<ComparisonRunner> logger)
{
    /// <summary>How many people are read at the same time: sending goes on beside it and shares the calls.</summary>
    private const int PeopleAtOnce = 8;
    private const int PeopleTaken = 48;
    private const int PeoplePerTransaction = 250;

    /// <summary>How often somebody is tried for whom something is under way, or for whom ORCID does not answer; one try at each look of the timetable.</summary>
    internal const int MostTries = 20;

    /// <summary>Whoever works on it says so at each person; a longer silence means that the process died.</summary>
    private static readonly TimeSpan Silence = TimeSpan.FromMinutes(2);

    /// <summary>Works on one comparison as far as it goes now; returns at once where another does.</summary>
    public async Task RunAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await ClaimAsync(id, cancellationToken)) return;
        try
        {
            if (await FindAsync(id, cancellationToken) is { } run) await WorkAsync(run, cancellationToken);
        }
        finally
        {
            await transactions.RunAsync((db, ct) => db.Comparisons.Where(c => c.Id == id).ExecuteUpdateAsync(s => s.SetProperty(c => c.AliveAt, (DateTimeOffset?)null), ct), CancellationToken.None);
        }
    }

    /// <summary>Goes on with all that nobody works on: after a restart, and where somebody has to be tried again.</summary>
    public async Task RunWaitingAsync(CancellationToken cancellationToken)
    {
        var before = time.GetUtcNow() - Silence;
        List<Guid> waiting;
        await using (var db = await contexts.CreateDbContextAsync(cancellationToken))
            waiting = await Workable(db, before).OrderBy(c => c.CreatedAt).Select(c => c.Id).Take(20).ToListAsync(cancellationToken);
        foreach (var id in waiting) await RunAsync(id, cancellationToken);
    }

    private static IQueryable<Comparison> Workable(PortalDb db, DateTimeOffset before) => db.Comparisons.Where(c =>
        (c.State == ComparisonState.Comparing || c.State == ComparisonState.Repairing) && (c.AliveAt == null || c.AliveAt < before));

    private Task<bool> ClaimAsync(Guid id, CancellationToken cancellationToken) => transactions.RunAsync(async (db, ct) =>
    {
        var now = time.GetUtcNow();
        return await Workable(db, now - Silence).Where(c => c.Id == id).ExecuteUpdateAsync(s => s.SetProperty(c => c.AliveAt, now), ct) == 1;
    }, cancellationToken);

    private async Task<Comparison?> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Comparisons.AsNoTracking().SingleOrDefaultAsync(c => c.Id == id, cancellationToken);
    }

    private async Task WorkAsync(Comparison run, CancellationToken cancellationToken)
    {
        if (run.Total is null)
            while (await transactions.RunAsync((db, ct) => ListAsync(db, run.Id, ct), cancellationToken))
            {
            }
        var began = time.GetUtcNow();
        while (await IsWantedAsync(run, cancellationToken) && await NextAsync(run, began, cancellationToken) is { Count: > 0 } people)
        {
            // One call a minute looks whether a registry that is down answers again: nobody else is tried in vain.
            if (await IsClosedAsync(cancellationToken)) return;
            await Parallel.ForEachAsync(people, new ParallelOptions { MaxDegreeOfParallelism = PeopleAtOnce, CancellationToken = cancellationToken }, async (person, ct) => await StepAsync(run, person, ct));
        }
        await transactions.RunAsync((db, ct) => EndAsync(db, run, ct), cancellationToken);
    }

    /// <summary>Lists everybody who is connected, a part at a time.</summary>
    /// <returns>Whether there may be more.</returns>
    private async Task<bool> ListAsync(PortalDb db, Guid id, CancellationToken cancellationToken)
    {
        var listed = db.ComparedPeople.Where(p => p.ComparisonId == id);
        var environment = orcid.Value.EnvironmentName;
        var last = await listed.OrderByDescending(p => p.PersonId).Select(p => (Guid?)p.PersonId).FirstOrDefaultAsync(cancellationToken);
        var people = await db.Connections.Where(c => c.Environment == environment && (c.State == ConnectionState.Connected || c.State == ConnectionState.Disconnecting) && (last == null || c.PersonId > last))
            .OrderBy(c => c.PersonId).Select(c => c.PersonId).Take(PeoplePerTransaction).ToListAsync(cancellationToken);
        db.ComparedPeople.AddRange(people.Select(p => new ComparedPerson { ComparisonId = id, PersonId = p }));
        if (people.Count < PeoplePerTransaction)
        {
            var run = await db.Comparisons.SingleAsync(c => c.Id == id, cancellationToken);
            run.Total = await listed.CountAsync(cancellationToken) + people.Count;
        }
        await db.SaveChangesAsync(cancellationToken);
        await Topics.TouchAsync(db, Topics.Comparisons, cancellationToken);
        return people.Count == PeoplePerTransaction;
    }

    /// <summary>Who is next: each at most once in a run, so that those who have to wait do not keep it going.</summary>
    private async Task<List<Guid>> NextAsync(Comparison run, DateTimeOffset began, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await Waiting(db, run).Where(p => p.TriedAt == null || p.TriedAt < began).OrderBy(p => p.PersonId).Select(p => p.PersonId).Take(PeopleTaken).ToListAsync(cancellationToken);
    }

    private static IQueryable<ComparedPerson> Waiting(PortalDb db, Comparison run) => run.State == ComparisonState.Comparing
        ? db.ComparedPeople.Where(p => p.ComparisonId == run.Id && p.State == ComparedState.Waiting)
        : db.ComparedPeople.Where(p => p.ComparisonId == run.Id && p.Repair == RepairState.Waiting);

    /// <summary>Whether nobody stopped it; says at the same time that somebody works on it.</summary>
    private Task<bool> IsWantedAsync(Comparison run, CancellationToken cancellationToken) => transactions.RunAsync(async (db, ct) =>
    {
        var now = time.GetUtcNow();
        return await db.Comparisons.Where(c => c.Id == run.Id && c.State == run.State).ExecuteUpdateAsync(s => s.SetProperty(c => c.AliveAt, now), ct) == 1;
    }, cancellationToken);

    private async Task<bool> IsClosedAsync(CancellationToken cancellationToken) => await budget.ClosedAsync(cancellationToken) is { } closed && closed.ProbeAt > time.GetUtcNow();

    private async Task StepAsync(Comparison run, Guid personId, CancellationToken cancellationToken)
    {
        if (!await IsWantedAsync(run, cancellationToken)) return;
        Unread ended;
        try
        {
            ended = run.State == ComparisonState.Comparing ? await comparing.RunAsync(run, personId, cancellationToken) : await repairing.RunAsync(run, personId, cancellationToken);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            Failed(run.Id, personId, e);
            ended = new Unread(UnreadReason.Unexpected);
        }
        if (ended.Reason == UnreadReason.None) return;
        var closed = ended.Reason == UnreadReason.NoAnswer && await IsClosedAsync(cancellationToken);
        await transactions.RunAsync((db, ct) => PutOffAsync(db, run, personId, ended, closed, ct), cancellationToken);
    }

    private async Task PutOffAsync(PortalDb db, Comparison run, Guid personId, Unread ended, bool closed, CancellationToken cancellationToken)
    {
        if (await Waiting(db, run).SingleOrDefaultAsync(p => p.PersonId == personId, cancellationToken) is not { } row) return;
        row.TriedAt = time.GetUtcNow();
        (row.Reason, row.Message) = (ended.Reason, ended.Message is { Length: > 2000 } words ? words[..2000] : ended.Message);
        // An outage is nobody's fault: it uses no tries.
        if (!closed) row.Tries++;
        if (!ended.Passes || row.Tries >= MostTries)
        {
            if (run.State == ComparisonState.Comparing) row.State = ComparedState.Unread;
            else row.Repair = RepairState.Failed;
        }
        await Topics.TouchAsync(db, Topics.Comparisons, cancellationToken);
    }

    private async Task EndAsync(PortalDb db, Comparison seen, CancellationToken cancellationToken)
    {
        var run = await db.Comparisons.SingleAsync(c => c.Id == seen.Id, cancellationToken);
        if (run.State != seen.State || run.Total is null || await Waiting(db, seen).AnyAsync(cancellationToken)) return;
        if (run.State == ComparisonState.Comparing) run.EndedAt = time.GetUtcNow();
        else run.RepairedAt = time.GetUtcNow();
        run.State = await Comparisons.RestAsync(db, run, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await Topics.TouchAsync(db, Topics.Comparisons, cancellationToken);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Comparison {Id} broke off at person {PersonId}")]
    private partial void Failed(Guid id, Guid personId, Exception exception);
}
