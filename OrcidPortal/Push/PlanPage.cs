using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.Live;
using OrcidPortal.Mapping;
using OrcidPortal.OrcidApi;
using OrcidPortal.Records.Duplicates;
using OrcidPortal.Remote;

namespace OrcidPortal.Push;

/// <summary>Plans some records for the people they belong to, in the caller's transaction: problems, then items.</summary>
public sealed class PlanPage(MappingContexts contexts, Brake brake, Mistakes mistakes, IOptions<PushOptions> push, IOptions<InstitutionOptions> institution, IOptions<OrcidOptions> orcid, TimeProvider time)
{
    private readonly TimeZoneInfo _zone = TimeZoneInfo.FindSystemTimeZoneById(institution.Value.TimeZone);

    /// <summary>Plans.</summary>
    /// <param name="recordIds">Records of any kind.</param>
    /// <param name="onlyPerson">Only the items of this person; null: of everybody.</param>
    /// <param name="causes">What made each record be looked at; null: the person's own wish.</param>
    /// <returns>How many items were looked at.</returns>
    internal async Task<int> PlanAsync(PortalDb db, IReadOnlyCollection<Guid> recordIds, Guid? onlyPerson, Func<Guid, string?> causes, CancellationToken cancellationToken)
    {
        var plan = new Plan(orcid.Value.Scopes.Split(' ').Contains(WriteScopes.Person, StringComparer.Ordinal), causes);
        await LoadRecordsAsync(db, plan, recordIds, cancellationToken);
        // What a person decides changes no record.
        if (onlyPerson is null && plan.Records.Count > 0)
            plan.ProblemsChanged |= await new DuplicateFinding(db, plan.Records.Values.First().Context.Vocabularies, time.GetUtcNow()).LookAsync([.. plan.Records.Values.Select(r => r.Record)], cancellationToken);
        foreach (var link in await LinksAsync(db, recordIds, onlyPerson, cancellationToken)) plan.Pairs[(link.PersonId, link.RecordId)] = link.EndedAt is not null;
        var people = plan.Pairs.Keys.Select(p => p.Person).Distinct().ToArray();
        plan.Facts = await PlanFacts.LoadAsync(db, people, orcid.Value.EnvironmentName, cancellationToken);
        await AddClashingAsync(db, plan, people, cancellationToken);
        await LoadItemsAsync(db, plan, people, cancellationToken);
        if (mistakes.Made != Mistake.SharedSelfIdInBatch) NoteClashes(plan);
        WriteProblems(db, plan);
        WriteItems(db, plan);
        await BrakeAsync(db, plan, cancellationToken);
        await NoteCheckedAsync(db, plan, cancellationToken);
        await TouchAsync(db, plan, cancellationToken);
        return plan.Pairs.Count;
    }

    private async Task LoadRecordsAsync(PortalDb db, Plan plan, IReadOnlyCollection<Guid> recordIds, CancellationToken cancellationToken)
    {
        if (recordIds.Count == 0) return;
        var records = await db.Records.AsNoTracking().Where(r => recordIds.Contains(r.Id)).ToListAsync(cancellationToken);
        var known = await contexts.LoadAsync(db, records, cancellationToken);
        var problems = (await db.RecordProblems.Where(p => recordIds.Contains(p.RecordId)).ToListAsync(cancellationToken)).ToLookup(p => p.RecordId);
        foreach (var record in records)
        {
            var context = known[record.Id];
            plan.Records[record.Id] = new PlannedRecord(record, RecordMapper.Map(record.Kind, record.Fields, context), context, [.. problems[record.Id]]);
        }
    }

    private static Task<List<RecordPerson>> LinksAsync(PortalDb db, IReadOnlyCollection<Guid> recordIds, Guid? onlyPerson, CancellationToken cancellationToken) =>
        db.RecordPeople.AsNoTracking().Where(p => recordIds.Contains(p.RecordId) && (onlyPerson == null || p.PersonId == onlyPerson)).ToListAsync(cancellationToken);

    /// <summary>Takes in records outside the page that share a key with one of it, or did when last planned: their problems change too.</summary>
    private async Task AddClashingAsync(PortalDb db, Plan plan, Guid[] people, CancellationToken cancellationToken)
    {
        var kinds = plan.Records.Values.Select(r => r.Record.Kind).Distinct().ToArray();
        var others = await db.SyncItems.AsNoTracking()
            .Where(i => people.Contains(i.PersonId) && kinds.Contains(i.Kind) && i.Desired == Desired.Present && i.ExcludedAt == null)
            .Select(i => new { i.PersonId, i.RecordId, i.Kind, i.SelfKeys, HasPutCode = i.PutCode != null }).ToListAsync(cancellationToken);
        foreach (var many in others.Where(o => o.Kind == RecordKind.Work).GroupBy(o => o.PersonId).Where(g => g.Count() > PersonRules.MostWorks))
            plan.Beyond[many.Key] = (many.Count(), [.. many.OrderBy(o => o.HasPutCode ? 0 : 1).ThenBy(o => o.RecordId).Skip(PersonRules.MostWorks).Select(o => o.RecordId)]);
        var keys = plan.Pairs.Keys.SelectMany(p => plan.Records[p.Record].Mapped.SelfKeys.Select(k => (p.Person, plan.Records[p.Record].Record.Kind, k))).ToHashSet();
        var sharing = others.Where(o => o.SelfKeys.Any(k => keys.Contains((o.PersonId, o.Kind, k)))).Select(o => (Person: o.PersonId, Record: o.RecordId));
        var shared = await db.RecordProblems.AsNoTracking()
            .Where(p => p.PersonId != null && people.Contains(p.PersonId.Value) && p.Code != ProblemCodes.WorksTooMany).Select(p => new { PersonId = p.PersonId!.Value, p.RecordId }).ToListAsync(cancellationToken);
        var more = sharing.Concat(shared.Select(s => (Person: s.PersonId, Record: s.RecordId))).Where(p => !plan.Pairs.ContainsKey(p)).ToHashSet();
        if (more.Count == 0) return;
        var records = more.Select(p => p.Record).Distinct().ToArray();
        await LoadRecordsAsync(db, plan, [.. records.Where(r => !plan.Records.ContainsKey(r))], cancellationToken);
        foreach (var link in await LinksAsync(db, records, null, cancellationToken))
            if (more.Contains((link.PersonId, link.RecordId))) plan.Pairs[(link.PersonId, link.RecordId)] = link.EndedAt is not null;
    }

    private static async Task LoadItemsAsync(PortalDb db, Plan plan, Guid[] people, CancellationToken cancellationToken)
    {
        var records = plan.Records.Keys.ToArray();
        var items = await db.SyncItems.Where(i => records.Contains(i.RecordId) && people.Contains(i.PersonId)).ToListAsync(cancellationToken);
        foreach (var item in items) plan.Items[(item.PersonId, item.RecordId)] = item;
    }

    private static void NoteClashes(Plan plan)
    {
        foreach (var ((person, record), ended) in plan.Pairs)
        {
            var planned = plan.Records[record];
            if (Desires.Of(plan.Facts[person], planned, ended, plan.WithProfile).Desired == Desired.Present && plan.Items.GetValueOrDefault((person, record))?.ExcludedAt is null)
                plan.Clashes.Add(person, planned.Record.Kind, record, planned.Mapped.SelfKeys);
        }
    }

    private static void WriteProblems(PortalDb db, Plan plan)
    {
        foreach (var planned in plan.Records.Values) plan.ProblemsChanged |= ProblemRows.Write(db, planned.Stored, planned.Record, null, planned.Record.MergedInto is null ? planned.Mapped.Problems : []);
        foreach (var (person, recordId) in plan.Pairs.Keys)
        {
            var planned = plan.Records[recordId];
            var kind = planned.Record.Kind;
            var problems = plan.Clashes.Of(person, kind, recordId, planned.Mapped.SelfKeys).Select(c => PersonRules.SharedSelfKey(kind, c.Key, plan.Records[c.Other].Record.Title));
            if (plan.Beyond.TryGetValue(person, out var beyond) && beyond.Records.Contains(recordId)) problems = problems.Append(PersonRules.TooMany(beyond.Count));
            plan.ProblemsChanged |= ProblemRows.Write(db, planned.Stored, planned.Record, person, problems);
        }
    }

    /// <summary>
    /// Says with each record for which version its problems were found, and how many stand against it. Past the concurrency token: somebody edits a record of every long page,
    /// and what is newer is planned by its own change.
    /// </summary>
    private static async Task NoteCheckedAsync(PortalDb db, Plan plan, CancellationToken cancellationToken)
    {
        var found = plan.Records.Values.Select(p => (p.Record, Problems: p.Stored.Count(s => s.Severity == ProblemSeverity.Blocks)))
            .Where(f => (f.Record.CheckedVersion, f.Record.ProblemCount) != (f.Record.Version, f.Problems));
        foreach (var same in found.GroupBy(f => (f.Record.Version, f.Problems), f => f.Record.Id))
        {
            var (version, problems) = same.Key;
            var ids = same.Order().ToArray();
            await db.Records.Where(r => ids.Contains(r.Id) && r.Version == version)
                .ExecuteUpdateAsync(s => s.SetProperty(r => r.CheckedVersion, version).SetProperty(r => r.ProblemCount, problems), cancellationToken);
        }
    }

    private void WriteItems(PortalDb db, Plan plan)
    {
        var now = time.GetUtcNow();
        foreach (var ((person, recordId), ended) in plan.Pairs)
        {
            var planned = plan.Records[recordId];
            var facts = plan.Facts[person];
            var item = plan.Items.GetValueOrDefault((person, recordId));
            // What was merged into another record is planned only as long as it stands at ORCID.
            if (planned.Record.MergedInto is not null && item is null or { PutCode: null, BatchId: null })
            {
                if (item is not null) db.SyncItems.Remove(item);
                continue;
            }
            if (item is null)
            {
                item = new SyncItem { PersonId = person, RecordId = recordId, Kind = planned.Record.Kind };
                db.SyncItems.Add(item);
            }
            var problems = planned.Stored.Count(p => p.Severity == ProblemSeverity.Blocks && (p.PersonId is null || p.PersonId == person));
            Desires.Write(item, facts, planned, ended, plan.WithProfile, problems, plan.Causes(recordId), now);
            item.DueAt = DueTimes.Of(item, facts.Preference.Mode, push.Value, _zone, facts.Connection?.State == ConnectionState.Disconnecting);
            plan.Written.Add((item, facts));
        }
    }

    /// <summary>Holds and states, once it is known what waits for an admin; then counts what is new.</summary>
    private async Task BrakeAsync(PortalDb db, Plan plan, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var causes = plan.Written.Where(w => w.Item.Cause is not null).ToLookup(w => w.Item.Cause!, w => w.Item.PersonId);
        var resends = await Brake.LoadAsync(db, [.. causes.Select(c => c.Key)], cancellationToken);
        var proposed = await OpenProposals.OfSharedAsync(db, plan.Records.Keys, cancellationToken);
        foreach (var (item, facts) in plan.Written)
        {
            item.HoldReason = Desires.Hold(item, facts, resends, proposed.Contains(item.RecordId), push.Value);
            if (SyncStates.Settle(item, now) || db.Entry(item).State == EntityState.Modified) plan.Touched.Add(item.PersonId);
        }
        if (causes.Count == 0) return;
        await db.SaveChangesAsync(cancellationToken);
        await brake.StopAsync(db, resends, causes, cancellationToken);
    }

    private static async Task TouchAsync(PortalDb db, Plan plan, CancellationToken cancellationToken)
    {
        foreach (var person in plan.Touched.Order()) await Topics.TouchAsync(db, Topics.Person(person), cancellationToken);
        if (plan.ProblemsChanged) await Topics.TouchAsync(db, Topics.Curation, cancellationToken);
        if (plan.Touched.Count > 0) await Topics.TouchAsync(db, Topics.Overview, cancellationToken);
    }

    /// <summary>What one page works on.</summary>
    private sealed class Plan(bool withProfile, Func<Guid, string?> causes)
    {
        public Func<Guid, string?> Causes { get; } = causes;
        public List<(SyncItem Item, PersonFacts Facts)> Written { get; } = [];

        /// <summary>Whether the institution sends profile items.</summary>
        public bool WithProfile { get; } = withProfile;
        public Dictionary<Guid, PlannedRecord> Records { get; } = [];

        /// <summary>Of people with more works than an ORCID record holds: how many they have, and which are beyond.</summary>
        public Dictionary<Guid, (int Count, HashSet<Guid> Records)> Beyond { get; } = [];

        /// <summary>Person and record; whether the record is no longer theirs.</summary>
        public Dictionary<(Guid Person, Guid Record), bool> Pairs { get; } = [];
        public Dictionary<Guid, PersonFacts> Facts { get; set; } = [];
        public Dictionary<(Guid Person, Guid Record), SyncItem> Items { get; } = [];
        public SelfKeyClashes Clashes { get; } = new();
        public HashSet<Guid> Touched { get; } = [];
        public bool ProblemsChanged { get; set; }
    }
}
