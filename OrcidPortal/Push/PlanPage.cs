using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.Live;
using OrcidPortal.Mapping;
using OrcidPortal.OrcidApi;

namespace OrcidPortal.Push;

/// <summary>Plans some records for the people they belong to, in the caller's transaction: problems, then items.</summary>
public sealed class PlanPage(IOptions<PushOptions> push, IOptions<InstitutionOptions> institution, IOptions<OrcidOptions> orcid, TimeProvider time)
{
    private readonly TimeZoneInfo _zone = TimeZoneInfo.FindSystemTimeZoneById(institution.Value.TimeZone);

    /// <summary>Plans.</summary>
    /// <param name="recordIds">Records of any kind; only works are planned.</param>
    /// <param name="onlyPerson">Only the items of this person; null: of everybody.</param>
    /// <returns>How many items were looked at.</returns>
    internal async Task<int> PlanAsync(PortalDb db, IReadOnlyCollection<Guid> recordIds, Guid? onlyPerson, CancellationToken cancellationToken)
    {
        var instance = await db.Instances.AsNoTracking().Select(i => i.InstanceId).SingleAsync(cancellationToken);
        var plan = new Plan(instance);
        await LoadRecordsAsync(db, plan, recordIds, cancellationToken);
        foreach (var link in await LinksAsync(db, recordIds, onlyPerson, cancellationToken)) plan.Pairs[(link.PersonId, link.RecordId)] = link.EndedAt is not null;
        var people = plan.Pairs.Keys.Select(p => p.Person).Distinct().ToArray();
        plan.Facts = await PlanFacts.LoadAsync(db, people, orcid.Value.EnvironmentName, cancellationToken);
        await AddClashingAsync(db, plan, people, cancellationToken);
        await LoadItemsAsync(db, plan, people, cancellationToken);
        NoteClashes(plan);
        WriteProblems(db, plan);
        WriteItems(db, plan);
        await TouchAsync(db, plan, cancellationToken);
        return plan.Pairs.Count;
    }

    private async Task LoadRecordsAsync(PortalDb db, Plan plan, IReadOnlyCollection<Guid> recordIds, CancellationToken cancellationToken)
    {
        if (recordIds.Count == 0) return;
        var records = await db.Records.Where(r => recordIds.Contains(r.Id) && r.Kind == RecordKind.Work).ToListAsync(cancellationToken);
        var problems = (await db.RecordProblems.Where(p => recordIds.Contains(p.RecordId)).ToListAsync(cancellationToken)).ToLookup(p => p.RecordId);
        foreach (var record in records)
        {
            var work = WorkMapper.Map(record.Fields, new MappingContext(plan.InstanceId, record.Id, institution.Value.LandingPage(record.Id)));
            plan.Works[record.Id] = (record, work, [.. problems[record.Id]]);
        }
    }

    private static Task<List<RecordPerson>> LinksAsync(PortalDb db, IReadOnlyCollection<Guid> recordIds, Guid? onlyPerson, CancellationToken cancellationToken) =>
        db.RecordPeople.AsNoTracking().Where(p => recordIds.Contains(p.RecordId) && (onlyPerson == null || p.PersonId == onlyPerson)
            && db.Records.Any(r => r.Id == p.RecordId && r.Kind == RecordKind.Work)).ToListAsync(cancellationToken);

    /// <summary>Takes in works outside the page that share an identifier with one of it, or did when last planned: their problems change too.</summary>
    private async Task AddClashingAsync(PortalDb db, Plan plan, Guid[] people, CancellationToken cancellationToken)
    {
        var others = await db.SyncItems.AsNoTracking()
            .Where(i => people.Contains(i.PersonId) && i.Kind == RecordKind.Work && i.Desired == Desired.Present && i.ExcludedAt == null)
            .Select(i => new { i.PersonId, i.RecordId, i.SelfKeys }).ToListAsync(cancellationToken);
        var keys = plan.Pairs.Keys.SelectMany(p => plan.Works[p.Record].Work.SelfKeys.Select(k => (p.Person, k))).ToHashSet();
        var sharing = others.Where(o => o.SelfKeys.Any(k => keys.Contains((o.PersonId, k)))).Select(o => (Person: o.PersonId, Record: o.RecordId));
        var shared = await db.RecordProblems.AsNoTracking()
            .Where(p => p.PersonId != null && people.Contains(p.PersonId.Value)).Select(p => new { PersonId = p.PersonId!.Value, p.RecordId }).ToListAsync(cancellationToken);
        var more = sharing.Concat(shared.Select(s => (Person: s.PersonId, Record: s.RecordId))).Where(p => !plan.Pairs.ContainsKey(p)).ToHashSet();
        if (more.Count == 0) return;
        var records = more.Select(p => p.Record).Distinct().ToArray();
        await LoadRecordsAsync(db, plan, [.. records.Where(r => !plan.Works.ContainsKey(r))], cancellationToken);
        foreach (var link in await LinksAsync(db, records, null, cancellationToken))
            if (more.Contains((link.PersonId, link.RecordId))) plan.Pairs[(link.PersonId, link.RecordId)] = link.EndedAt is not null;
    }

    private static async Task LoadItemsAsync(PortalDb db, Plan plan, Guid[] people, CancellationToken cancellationToken)
    {
        var records = plan.Works.Keys.ToArray();
        var items = await db.SyncItems.Where(i => records.Contains(i.RecordId) && people.Contains(i.PersonId)).ToListAsync(cancellationToken);
        foreach (var item in items) plan.Items[(item.PersonId, item.RecordId)] = item;
    }

    private static void NoteClashes(Plan plan)
    {
        foreach (var ((person, record), ended) in plan.Pairs)
            if (Desires.Of(plan.Facts[person], ended).Desired == Desired.Present && plan.Items.GetValueOrDefault((person, record))?.ExcludedAt is null)
                plan.Clashes.Add(person, record, plan.Works[record].Work.SelfKeys);
    }

    private static void WriteProblems(PortalDb db, Plan plan)
    {
        foreach (var (record, work, stored) in plan.Works.Values) plan.ProblemsChanged |= ProblemRows.Write(db, stored, record.Id, null, work.Problems);
        foreach (var (person, recordId) in plan.Pairs.Keys)
        {
            var (record, work, stored) = plan.Works[recordId];
            var shared = plan.Clashes.Of(person, recordId, work.SelfKeys).Select(c => PersonRules.SharedSelfKey(c.Key, plan.Works[c.Other].Record.Title));
            plan.ProblemsChanged |= ProblemRows.Write(db, stored, record.Id, person, shared);
        }
        foreach (var (record, _, stored) in plan.Works.Values)
        {
            record.CheckedVersion = record.Version;
            record.ProblemCount = stored.Count(p => p.Severity == ProblemSeverity.Blocks);
        }
    }

    private void WriteItems(PortalDb db, Plan plan)
    {
        var now = time.GetUtcNow();
        foreach (var ((person, recordId), ended) in plan.Pairs)
        {
            var (record, work, stored) = plan.Works[recordId];
            var facts = plan.Facts[person];
            if (!plan.Items.TryGetValue((person, recordId), out var item))
            {
                item = new SyncItem { PersonId = person, RecordId = recordId, Kind = record.Kind };
                db.SyncItems.Add(item);
            }
            var problems = stored.Count(p => p.Severity == ProblemSeverity.Blocks && (p.PersonId is null || p.PersonId == person));
            Desires.Write(item, facts, record.Version, work, ended, problems, now);
            item.DueAt = DueTimes.Of(item, facts.Preference.Mode, push.Value, _zone);
            if (SyncStates.Settle(item, now) || db.Entry(item).State == EntityState.Modified) plan.Touched.Add(person);
        }
    }

    private static async Task TouchAsync(PortalDb db, Plan plan, CancellationToken cancellationToken)
    {
        foreach (var person in plan.Touched.Order()) await Topics.TouchAsync(db, Topics.Person(person), cancellationToken);
        if (plan.ProblemsChanged) await Topics.TouchAsync(db, Topics.Curation, cancellationToken);
        if (plan.Touched.Count > 0) await Topics.TouchAsync(db, Topics.Overview, cancellationToken);
    }

    /// <summary>What one page works on.</summary>
    private sealed class Plan(string instanceId)
    {
        public string InstanceId { get; } = instanceId;
        public Dictionary<Guid, (Record Record, MappedWork Work, List<RecordProblem> Stored)> Works { get; } = [];

        /// <summary>Person and record; whether the record is no longer theirs.</summary>
        public Dictionary<(Guid Person, Guid Record), bool> Pairs { get; } = [];
        public Dictionary<Guid, PersonFacts> Facts { get; set; } = [];
        public Dictionary<(Guid Person, Guid Record), SyncItem> Items { get; } = [];
        public SelfKeyClashes Clashes { get; } = new();
        public HashSet<Guid> Touched { get; } = [];
        public bool ProblemsChanged { get; set; }
    }
}
