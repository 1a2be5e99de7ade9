using OrcidPortal.Data.Entities;
using OrcidPortal.OrcidApi;

namespace OrcidPortal.Tests.Push.Simulation;

/// <summary>Looks at every write as it leaves a process: nobody may send what is not wanted at that moment.</summary>
internal sealed class Arrivals(World world)
{
    private static readonly TimeSpan RemovalDelay = new OrcidPortal.Push.PushOptions().RemovalDelay;

    /// <summary>Writes that left a process so far.</summary>
    public int Writes { get; private set; }

    public void Check(SimulatedProcess process, Call call, Mishap? mishap)
    {
        if (!call.IsWrite) return;
        Writes++;
        var person = world.People.Find(p => p.Orcid == call.Orcid) ?? world.People.Find(p => p.Orcids.Contains(call.Orcid));
        var items = MarksOf(call).Select(m => Find(person, m)).ToList();
        if (mishap is not (Mishap.Refused or Mishap.Busy or Mishap.TooMany))
            foreach (var item in items) item.Attempts++;
        // It was decided before the process stood still, or nothing can be said against it any more.
        if (process.DecidedBefore)
        {
            process.DecidedBefore = false;
            return;
        }
        if (person is null || person.Orcid != call.Orcid) world.Fail($"{call} goes to {call.Orcid}, which nobody has connected.");
        if (!person!.Confirmed) world.Fail($"{call} goes, and {person} has not confirmed.");
        foreach (var item in items) Check(call, item);
        CheckPutCode(call);
    }

    private void Check(Call call, SimulatedItem item)
    {
        if (!item.MayBeSent) world.Fail($"{call} goes, and {item} is not to be sent.");
        if (call.Method == HttpMethod.Delete)
        {
            if (item.EndedAt is not { } ended || world.Now - ended < RemovalDelay) world.Fail($"{item} is removed too early.");
            return;
        }
        if (item.EndedAt is not null) world.Fail($"{call} goes, and {item} is no longer theirs.");
        if (call.Method == HttpMethod.Post && item.Removal == Removal.Yes) world.Fail($"{item} is added again, and the person removed it.");
        if (MarksOf(call).Any(m => m.Number == item.Record.Number && m.Edition != item.Record.Edition)) world.Fail($"{call} says something old of {item}.");
    }

    private void CheckPutCode(Call call)
    {
        if (call.PutCode is not { } code || world.Registry.OwnerOf(call.Section!, code) is not { } owner) return;
        if (owner != call.Orcid) world.Fail($"{call} uses a put-code of {owner}.");
        var there = world.Registry.Items(owner).Single(i => i.PutCode == code && i.Section == call.Section).Mark!;
        if (call.Said is not [var said] || Mark.Of(said)!.Number == there.Number) return;
        // What stands there belongs to whom its DOI belongs to now: a call of unknown outcome may have brought it there under the other record.
        if (world.Records.Any(r => r.Number == there.Number && r.HasMoved)) return;
        world.Fail($"{call} writes over item {there}.");
    }

    private List<Mark> MarksOf(Call call) => call.Method == HttpMethod.Delete
        ? [.. world.Registry.Items(call.Orcid).Where(i => i.PutCode == call.PutCode && i.Section == call.Section).Select(i => i.Mark!)]
        : [.. call.Said.Select(m => Mark.Of(m)!)];

    private SimulatedItem Find(SimulatedPerson? person, Mark mark)
    {
        if (person?.Items.Find(i => i.Record.Number == mark.Number) is { } item) return item;
        world.Fail($"Item {mark} is not of {person}.");
        return null!;
    }
}
