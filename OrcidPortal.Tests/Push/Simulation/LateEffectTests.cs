using OrcidPortal.Data.Entities;
using OrcidPortal.Push;
using OrcidPortal.Records;
using OrcidPortal.Remote;

namespace OrcidPortal.Tests.Push.Simulation;

/// <summary>Calls that take effect after their caller gave up, while somebody goes on.</summary>
public sealed class LateEffectTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_change_that_takes_effect_late_does_not_undo_the_next_one()
    {
        await using var registry = await SimulatedRegistry.StartAsync();
        await using var world = await World.OpenAsync(1, registry, Mistake.None);
        var item = await SentAsync(world);

        await EditAndSendAsync(world, item, Mishap.TimeoutLate);
        await EditAndSendAsync(world, item, null);

        await History.EndAsync(world, new Rules(world));
    }

    [Fact]
    public async Task A_removal_that_takes_effect_late_does_not_take_away_what_came_back()
    {
        await using var registry = await SimulatedRegistry.StartAsync();
        await using var world = await World.OpenAsync(1, registry, Mistake.None);
        var item = await SentAsync(world);
        await world.Get<RecordStore>().EndAsync(item.Record.Id, item.Person.Row.Id, Origin.Api, PushHouse.Curator, Stop);
        item.EndedAt = world.Now;
        await Steps.PushAsync(world, world.Pushers[0], null);
        await world.AdvanceAsync(TimeSpan.FromDays(8));
        world.Mishaps.Add(Mishap.TimeoutLate, 0);
        await Steps.PushAsync(world, world.Pushers[0], null);

        item.EndedAt = null;
        await Steps.SaveAsync(world, item.Record.DraftFor(item.Person));
        await Steps.PushAsync(world, world.Pushers[0], null);

        await History.EndAsync(world, new Rules(world));
    }

    private static async Task<SimulatedItem> SentAsync(World world)
    {
        var person = await Connecting.AddPersonAsync(world);
        await Connecting.ConnectAsync(world, person, null);
        (await Connecting.ConfirmAsync(world, person)).ShouldBeTrue();
        var item = new SimulatedItem(person, new SimulatedRecord(1, RecordKind.Work, hasIdentifier: true));
        item.Record.Id = (await Steps.SaveAsync(world, item.Record.DraftFor(person)))[0].RecordId!.Value;
        world.Records.Add(item.Record);
        person.Items.Add(item);
        await Steps.PushAsync(world, world.AddPusher(), null);
        return item;
    }

    private static async Task EditAndSendAsync(World world, SimulatedItem item, Mishap? mishap)
    {
        item.Record.Edition++;
        await Steps.SaveAsync(world, item.Record.DraftFor(item.Person));
        await world.Get<SyncItems>().SendNowAsync(item.Person.Row.Id, null, PushHouse.Curator, Stop);
        if (mishap is { } one) world.Mishaps.Add(one, 0);
        await Steps.PushAsync(world, world.Pushers[0], null);
    }
}
