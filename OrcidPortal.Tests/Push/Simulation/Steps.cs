using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OrcidPortal.Connect;
using OrcidPortal.Data.Entities;
using OrcidPortal.Identifiers;
using OrcidPortal.OrcidApi;
using OrcidPortal.Push;
using OrcidPortal.Records;
using OrcidPortal.Remote;

namespace OrcidPortal.Tests.Push.Simulation;

/// <summary>What may happen next. Each step says what it did; null: it does not fit now, and another one is drawn.</summary>
internal static class Steps
{
    private const int MostPushers = 3;
    private static readonly TimeSpan[] Spans =
        [TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(40), TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(10), TimeSpan.FromHours(1), TimeSpan.FromHours(7), TimeSpan.FromHours(25), TimeSpan.FromHours(25), TimeSpan.FromDays(3), TimeSpan.FromDays(8)];

    private static readonly (int Weight, Func<World, Task<string?>> Do)[] OfPush =
    [
        (10, AddAsync), (3, ShareAsync), (8, EditAsync), (5, EditAndSendAsync), (3, ExchangeAsync), (4, EndAsync), (3, ComeBackAsync), (3, ChooseAsync), (3, ExcludeAsync), (3, IncludeAsync),
        (4, SendNowAsync), (3, PlanAsync), (3, ReadWaitingAsync), (18, PushAsync), (5, PushOneAsync), (4, PushOnFailingDatabaseAsync), (14, AdvanceAsync), (14, MeetAsync),
        (5, RemoveAtOrcidAsync), (3, SendFromElsewhereAsync), (2, AddAgainAsync), (2, RevokeAsync), (3, ReconnectAsync), (1, DisconnectAsync), (3, ConnectAsync), (3, ConfirmAsync), (10, ResumeAsync), (1, StartAsync),
    ];

    private static readonly (int Weight, Func<World, Task<string?>> Do)[] WithPull = [.. OfPush, .. PullSteps.All];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>Does the next step.</summary>
    public static async Task NextAsync(World world)
    {
        var all = world.WithPull ? WithPull : OfPush;
        while (true)
        {
            var at = world.Dice.Next(all.Sum(s => s.Weight));
            var index = 0;
            while (at >= all[index].Weight) at -= all[index++].Weight;
            if (await all[index].Do(world) is not { } said) continue;
            world.Tell($"{world.Now:d HH:mm:ss} {said}");
            world.ThrowIfBroken();
            return;
        }
    }

    /// <summary>Plans and sends, as the job does.</summary>
    public static Task PushAsync(World world, SimulatedProcess process, Guid? personId) => world.RunAsync(process, async services =>
    {
        if (personId is null) await services.GetRequiredService<LockedRecords>().RecheckAsync(Stop);
        await services.GetRequiredService<PushPlanner>().PlanAsync(Stop);
        if (world.WithPull && personId is null) await services.GetRequiredService<PulledCopies>().SettleAsync(Stop);
        await services.GetRequiredService<PushSender>().SendAsync(personId, Stop);
        process.Clock.CatchUp();
        await services.GetRequiredService<PushPlanner>().PlanAsync(Stop);
    });

    /// <summary>Reads whom nobody has read since they connected, as the timetable does.</summary>
    public static Task ReadWaitingAsync(World world, SimulatedProcess process) => world.RunAsync(process, services => services.GetRequiredService<FirstRead>().ReadWaitingAsync(Stop));

    private static async Task<string?> AddAsync(World world)
    {
        var person = world.Any(world.People);
        var records = new List<SimulatedRecord>();
        for (var i = world.Dice.Next(1, 5); i > 0; i--)
        {
            var kind = world.Dice.Next(20) switch { < 16 => RecordKind.Work, < 18 => RecordKind.Funding, _ => RecordKind.Employment };
            records.Add(new SimulatedRecord(world.Records.Count + records.Count + 1, kind, hasIdentifier: world.Dice.Next(4) > 0));
        }
        var saved = await SaveAsync(world, [.. records.Select(r => r.DraftFor(person))]);
        foreach (var (record, draft) in records.Zip(saved)) record.Id = draft.RecordId!.Value;
        world.Records.AddRange(records);
        person.Items.AddRange(records.Select(r => new SimulatedItem(person, r)));
        return $"{person} gets {string.Join(", ", records)}";
    }

    private static async Task<string?> ShareAsync(World world)
    {
        var person = world.Any(world.People);
        if (world.Records.Where(r => person.Items.All(i => i.Record != r)).ToList() is not { Count: > 0 } others) return null;
        var record = world.Any(others);
        await SaveAsync(world, record.DraftFor(person));
        person.Items.Add(new SimulatedItem(person, record));
        return $"{person} has a part in {record}";
    }

    private static async Task<string?> EditAsync(World world)
    {
        if (AnyItem(world, i => i.EndedAt is null) is not { } item) return null;
        item.Record.Edition++;
        await SaveAsync(world, item.Record.DraftFor(item.Person));
        return $"{item.Record} is edited";
    }

    /// <summary>The DOIs of two works were with the wrong one.</summary>
    private static async Task<string?> ExchangeAsync(World world)
    {
        var person = world.Any(world.People);
        var works = person.Items.Where(i => i is { EndedAt: null, Record: { Kind: RecordKind.Work, Identifier: not null, IsElsewhere: false } }).Select(i => i.Record).ToList();
        if (works.Count < 2) return null;
        var one = world.Any(works);
        var other = world.Any([.. works.Where(w => w != one)]);
        (one.Identifier, other.Identifier) = (other.Identifier, one.Identifier);
        SimulatedRecord[] both = [one, other];
        foreach (var record in both) (record.Edition, record.HasMoved) = (record.Edition + 1, true);
        var saved = await SaveAsync(world, [.. both.Select(r => r.DraftFor(person))]);
        if (!saved.Select(s => s.RecordId!.Value).SequenceEqual(both.Select(r => r.Id))) world.Fail($"{one} and {other} became others.");
        return $"{one} and {other} exchange their DOIs";
    }

    /// <summary>Somebody corrects something and does not want to wait.</summary>
    private static async Task<string?> EditAndSendAsync(World world)
    {
        if (AnyPusher(world) is not { } process || AnyItem(world, i => i.EndedAt is null) is not { } item) return null;
        item.Record.Edition++;
        await SaveAsync(world, item.Record.DraftFor(item.Person));
        await world.Get<SyncItems>().SendNowAsync(item.Person.Row.Id, null, PushHouse.Curator, Stop);
        world.Tell($"   {item.Record} is edited");
        await PushAsync(world, process, item.Person.Row.Id);
        return $"{process.Name} has pushed {item.Person} at once";
    }

    private static async Task<string?> EndAsync(World world)
    {
        if (AnyItem(world, i => i.EndedAt is null) is not { } item) return null;
        await world.Get<RecordStore>().EndAsync(item.Record.Id, item.Person.Row.Id, Origin.Api, PushHouse.Curator, Stop);
        item.EndedAt = world.Now;
        if (item.Removal == Removal.Yes) item.Removal = Removal.Unclear;
        return $"{item} ends";
    }

    private static async Task<string?> ComeBackAsync(World world)
    {
        if (AnyItem(world, i => i.EndedAt is not null) is not { } item) return null;
        await SaveAsync(world, item.Record.DraftFor(item.Person));
        item.EndedAt = null;
        return $"{item} is theirs again";
    }

    private static async Task<string?> ChooseAsync(World world)
    {
        var person = world.Any(world.People);
        var choice = person.Choice;
        switch (world.Dice.Next(5))
        {
            case 0: choice.Fundings = !choice.Fundings; break;
            case 1: choice.Affiliations = !choice.Affiliations; break;
            case 2: choice.Mode = choice.Mode == SendMode.AtOnce ? SendMode.Daily : SendMode.AtOnce; break;
            default: choice.Works = choice.Works == WorksChoice.All ? WorksChoice.None : WorksChoice.All; break;
        }
        await world.Get<Preferences>().SaveAsync(person.Row.Id, choice.Mode, KindPreferences.Of(choice), PushHouse.Curator, "en", Stop);
        return $"{person} chooses works {choice.Works}, fundings {choice.Fundings}, affiliations {choice.Affiliations}, {choice.Mode}";
    }

    private static async Task<string?> ExcludeAsync(World world)
    {
        if (AnyItem(world, i => !i.Excluded) is not { } item || await RowAsync(world, item) is not { } row) return null;
        await world.Get<SyncItems>().ExcludeAsync(row.Id, item.Person.Row.Id, null, PushHouse.Curator, Stop);
        item.Excluded = true;
        return $"{item} is excluded";
    }

    private static async Task<string?> IncludeAsync(World world)
    {
        if (AnyItem(world, i => i.Excluded) is not { } item || await RowAsync(world, item) is not { } row) return null;
        await world.Get<SyncItems>().IncludeAsync(row.Id, item.Person.Row.Id, PushHouse.Curator, Stop);
        item.Excluded = false;
        return $"{item} is included";
    }

    private static async Task<string?> SendNowAsync(World world)
    {
        var person = world.Any(world.People);
        await world.Get<SyncItems>().SendNowAsync(person.Row.Id, null, PushHouse.Curator, Stop);
        return $"{person} says send now";
    }

    private static async Task<string?> PlanAsync(World world)
    {
        await world.Get<PushPlanner>().PlanAsync(Stop);
        return "planned";
    }

    private static async Task<string?> ReadWaitingAsync(World world)
    {
        if (AnyPusher(world) is not { } process) return null;
        await ReadWaitingAsync(world, process);
        return $"{process.Name} has read those who waited for it";
    }

    private static async Task<string?> PushAsync(World world)
    {
        if (AnyPusher(world) is not { } process) return null;
        await PushAsync(world, process, null);
        return $"{process.Name} has pushed all";
    }

    private static async Task<string?> PushOneAsync(World world)
    {
        if (AnyPusher(world) is not { } process) return null;
        var person = world.Any(world.People);
        await PushAsync(world, process, person.Row.Id);
        return $"{process.Name} has pushed {person}";
    }

    private static async Task<string?> PushOnFailingDatabaseAsync(World world)
    {
        if (AnyPusher(world) is not { } process) return null;
        var (after, dies) = (world.Dice.Next(1, 120), world.Dice.Next(2) == 0);
        process.Database.Arm(after, dies);
        await PushAsync(world, process, null);
        return $"{process.Name} has pushed all, {(dies ? "to die" : "with an error")} at command {after}";
    }

    private static async Task<string?> AdvanceAsync(World world)
    {
        var span = world.Any(Spans);
        await world.AdvanceAsync(span);
        return $"{span} later";
    }

    private static Task<string?> MeetAsync(World world)
    {
        var (mishap, after) = (world.Any(Enum.GetValues<Mishap>()), world.Dice.Next(3));
        world.Mishaps.Add(mishap, after);
        return Task.FromResult<string?>($"after {after} calls: {mishap}");
    }

    private static async Task<string?> RemoveAtOrcidAsync(World world)
    {
        var person = world.Any(world.People);
        if (person.Orcid is not { } orcid || world.Registry.Items(orcid) is not { Count: > 0 } items) return null;
        var held = world.Any(items);
        var isKnown = await world.Database.ReadAsync(db => db.RemoteCopies.AnyAsync(c => c.Orcid == orcid && c.Section == held.Section && c.PutCode == held.PutCode && c.SyncItemId != null, Stop));
        world.Registry.Remove(orcid, held);
        var item = person.Items.Find(i => i.Record.Number == held.Mark!.Number);
        item?.Removal = isKnown && item.EndedAt is null ? Removal.Yes : Removal.Unclear;
        return $"{person} removes {held.Mark} at ORCID ({item?.Removal})";
    }

    /// <summary>What the institution used before goes on sending, as the same client: something older than the portal has.</summary>
    private static async Task<string?> SendFromElsewhereAsync(World world)
    {
        if (AnyItem(world, i => i is { Person: { Confirmed: true, Revoked: false }, Record: { Kind: RecordKind.Work, Identifier: not null, HasMoved: false }, EndedAt: null, Removal: Removal.No }) is not { } item) return null;
        var orcid = item.Person.Orcid!;
        if (world.Registry.Items(orcid).Any(i => i.Mark!.Number == item.Record.Number)) return null;
        item.Record.IsElsewhere = true;
        await world.Registry.AddOursAsync(orcid, new WorkMessage
        {
            Title = Mark.Title(item.Record.Number, 0), Type = "journal-article", ExternalIds = [new ExternalId("doi", item.Record.Identifier!, Relationship.Self, null)],
        });
        return $"{item} is added from elsewhere";
    }

    private static async Task<string?> AddAgainAsync(World world)
    {
        if (AnyItem(world, i => i.Removal != Removal.No) is not { } item || await RowAsync(world, item) is not { RemovedAtOrcidAt: not null } row) return null;
        await world.Get<SyncItems>().AddAgainAsync(row.Id, item.Person.Row.Id, PushHouse.Curator, Stop);
        item.Removal = Removal.No;
        return $"{item.Person} wants {item.Record} again";
    }

    private static Task<string?> RevokeAsync(World world)
    {
        var person = world.Any(world.People);
        if (person.Orcid is null || person.Revoked) return Task.FromResult<string?>(null);
        world.Registry.Revoke(person.Orcid);
        person.Revoked = true;
        return Task.FromResult<string?>($"{person} takes the permission back at ORCID");
    }

    private static async Task<string?> ReconnectAsync(World world)
    {
        if (world.People.Where(p => p.Revoked).ToList() is not { Count: > 0 } revoked) return null;
        var person = world.Any(revoked);
        await Connecting.ConnectAsync(world, person, person.Orcid);
        return $"{person} connects again";
    }

    private static async Task<string?> DisconnectAsync(World world)
    {
        if (world.People.Where(p => p.Orcid is not null).ToList() is not { Count: > 0 } connected) return null;
        var person = world.Any(connected);
        await Connecting.DisconnectAsync(world, person);
        return $"{person} disconnects";
    }

    private static async Task<string?> ConnectAsync(World world)
    {
        if (world.People.Where(p => p.Orcid is null).ToList() is not { Count: > 0 } free) return null;
        var person = world.Any(free);
        // Mostly one of their own; now and then one that somebody else has given up: a mistake, but it happens.
        var known = (world.Dice.Next(8) == 0 ? world.People : [person]).SelectMany(p => p.Orcids).Distinct().Where(o => world.People.All(p => p.Orcid != o)).ToList();
        var orcid = known.Count > 0 && world.Dice.Next(3) > 0 ? world.Any(known) : null;
        await Connecting.ConnectAsync(world, person, orcid);
        var confirmed = world.Dice.Next(4) > 0 && await Connecting.ConfirmAsync(world, person);
        return $"{person} connects {(orcid is null ? "a new iD" : "an iD there was")}{(confirmed ? " and confirms" : "")}";
    }

    private static async Task<string?> ConfirmAsync(World world)
    {
        if (world.People.Where(p => p is { Orcid: not null, Confirmed: false }).ToList() is not { Count: > 0 } waiting) return null;
        var person = world.Any(waiting);
        return await Connecting.ConfirmAsync(world, person) ? $"{person} confirms the first sync" : $"{person} cannot confirm yet";
    }

    private static async Task<string?> ResumeAsync(World world)
    {
        if (world.Pushers.Where(p => p.IsPaused).ToList() is not { Count: > 0 } paused) return null;
        var process = world.Any(paused);
        // Its clock may be as late as itself for a while: then it does not even know that its lease has run out.
        var knowsTheTime = world.Dice.Next(2) == 0;
        if (knowsTheTime) process.Clock.CatchUp();
        await world.RunAsync(process, _ => Task.CompletedTask, resume: true);
        if (!process.IsPaused) process.Clock.CatchUp();
        return $"{process.Name} went on{(knowsTheTime ? "" : " in its own time")}";
    }

    private static Task<string?> StartAsync(World world) =>
        Task.FromResult<string?>(world.Pushers.Count < MostPushers ? $"{world.AddPusher().Name} starts" : null);

    /// <summary>A source delivers.</summary>
    public static Task<IReadOnlyList<SavedDraft>> SaveAsync(World world, params IReadOnlyList<RecordDraft> drafts) =>
        world.Get<RecordStore>().SaveAsync(drafts, Origin.Import, "import:simulation", null, PushHouse.Curator, Stop);

    private static Task<SyncItem?> RowAsync(World world, SimulatedItem item) =>
        world.Database.ReadAsync(db => db.SyncItems.AsNoTracking().SingleOrDefaultAsync(i => i.PersonId == item.Person.Row.Id && i.RecordId == item.Record.Id, Stop));

    private static SimulatedItem? AnyItem(World world, Func<SimulatedItem, bool> fits) =>
        world.People.SelectMany(p => p.Items).Where(fits).ToList() is { Count: > 0 } items ? world.Any(items) : null;

    internal static SimulatedProcess? AnyPusher(World world) => world.Pushers.Where(p => !p.IsPaused).ToList() is { Count: > 0 } free ? world.Any(free) : null;
}
