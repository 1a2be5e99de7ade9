using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using OrcidPortal.Data.Entities;
using OrcidPortal.OrcidApi;
using OrcidPortal.Pull;

namespace OrcidPortal.Tests.Push.Simulation;

/// <summary>What must be so of what others wrote, once everything has been read and come to rest.</summary>
internal static class PullRules
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static async Task CheckAsync(World world)
    {
        world.Tell("--- all that is due is compared");
        await world.AdvanceAsync(TimeSpan.FromMinutes(2));
        await world.Get<PullRunner>().RunAsync(Stop);
        await Steps.PushAsync(world, world.Pushers[0], null);
        foreach (var person in Open(world)) await CheckAsync(world, person);
        await CheckRecordsAsync(world);
        await CheckCallsAsync(world);
    }

    private static List<SimulatedPerson> Open(World world) => [.. world.People.Where(p => p is { Orcid: not null, Revoked: false })];

    /// <summary>Each foreign work is asked about, taken over or put aside, once.</summary>
    private static async Task CheckAsync(World world, SimulatedPerson person)
    {
        var (id, orcid) = (person.Row.Id, person.Orcid!);
        var there = world.Registry.Foreign(orcid).Select(f => f.PutCode).Order().ToList();
        var asked = await world.Database.ReadAsync(db => db.Suggestions.AsNoTracking().Where(s => s.PersonId == id && s.Orcid == orcid && !s.IsGone).ToListAsync(Stop));
        var mine = await world.Database.ReadAsync(db => db.RecordPeople.AsNoTracking().Where(p => p.PersonId == id && p.EndedAt == null).Select(p => p.RecordId).ToListAsync(Stop));
        if (asked.Select(s => s.PutCode).Except(there).Any()) world.Fail($"{person} is asked about what is not there: {string.Join(", ", asked.Select(s => $"{s.Title} {s.PutCode} {s.State}"))}.");
        foreach (var code in there)
        {
            if (asked.SingleOrDefault(s => s.PutCode == code) is not { } suggestion)
            {
                // What is theirs already, by its DOI, is no question.
                var number = PullSteps.NumberOf(world.Registry.Foreign(orcid).Single(f => f.PutCode == code));
                var known = await world.Database.ReadAsync(db => db.RecordKeys.AnyAsync(k => k.Type == "doi" && k.Value == PullSteps.Doi(number) && mine.Contains(k.RecordId), Stop));
                if (!known) world.Fail($"{person} is not asked about the foreign work {number} ({code}).");
            }
            else if (suggestion.State == SuggestionState.Claimed && (suggestion.RecordId is not { } record || !mine.Contains(record))) world.Fail($"{person} claimed {suggestion.Title}, and does not have it.");
        }
    }

    /// <summary>A foreign work is one record, whoever claimed it, and never sent.</summary>
    private static async Task CheckRecordsAsync(World world)
    {
        var ours = world.Records.Select(r => r.Id).ToHashSet();
        var taken = (await world.Database.ReadAsync(db => db.Records.AsNoTracking().Include(r => r.SourceEntries).ToListAsync(Stop))).Where(r => !ours.Contains(r.Id)).ToList();
        if (taken.GroupBy(r => r.Title).FirstOrDefault(g => g.Count() > 1) is { } many) world.Fail($"{many.Key} is {many.Count()} records.");
        if (taken.Find(r => !r.OnlyAtOrcid) is { } odd) world.Fail($"{odd.Title} is known from elsewhere, too.");
        var ids = taken.Select(r => r.Id).ToArray();
        var items = await world.Database.ReadAsync(db => db.SyncItems.AsNoTracking().Where(i => ids.Contains(i.RecordId)).ToListAsync(Stop));
        if (items.Find(i => i.State != SyncState.NotChosen || i.PutCode is not null) is { } sent) world.Fail($"{taken.Find(r => r.Id == sent.RecordId)!.Title} is {sent.State}, put-code {sent.PutCode}.");
        foreach (var person in world.People.Where(p => p.Orcid is not null))
            if (world.Registry.Items(person.Orcid!).FirstOrDefault(i => i.Mark is null) is { } back) world.Fail($"{OrcidMessages.ToText(back.Message)} was sent back to {person}.");
    }

    /// <summary>A day on which nothing happened costs one call for each record, and no write.</summary>
    private static async Task CheckCallsAsync(World world)
    {
        await world.AdvanceAsync(world.Get<IOptions<PullOptions>>().Value.ReadEvery + TimeSpan.FromMinutes(1));
        var (calls, writes) = (world.Calls, world.Arrivals.Writes);
        var people = await world.Database.ReadAsync(db => db.Connections.CountAsync(c => c.State == ConnectionState.Connected && c.ReadAt != null, Stop));
        await world.Get<PullRunner>().RunAsync(Stop);
        if (world.Calls - calls != people || world.Arrivals.Writes > writes) world.Fail($"A day without changes took {world.Calls - calls} calls for {people} people.");
    }
}
