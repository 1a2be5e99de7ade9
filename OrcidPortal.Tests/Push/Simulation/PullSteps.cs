using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OrcidPortal.Data.Entities;
using OrcidPortal.Identifiers;
using OrcidPortal.OrcidApi;
using OrcidPortal.Pull;

namespace OrcidPortal.Tests.Push.Simulation;

/// <summary>What may happen where others write to the records, too.</summary>
internal static class PullSteps
{
    /// <summary>So few that two people come to have the same one.</summary>
    private const int ForeignWorks = 6;

    public static readonly (int Weight, Func<World, Task<string?>> Do)[] All = [(12, AddForeignAsync), (4, RemoveForeignAsync), (12, PullAsync), (4, PullOneAsync), (8, ClaimAsync), (4, DismissAsync)];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static string Doi(int number) => $"10.5555/foreign.{number}";

    /// <summary>Reads what is due, as the job does.</summary>
    public static Task PullAsync(World world, SimulatedProcess process) => world.RunAsync(process, services => services.GetRequiredService<PullRunner>().RunAsync(Stop));

    private static Task<string?> AddForeignAsync(World world)
    {
        var person = world.Any(world.People);
        var number = world.Dice.Next(ForeignWorks);
        if (person.Orcid is not { } orcid || world.Registry.Foreign(orcid).Any(f => NumberOf(f) == number)) return Task.FromResult<string?>(null);
        world.Registry.AddForeign(orcid, new WorkMessage
        {
            Title = $"What somebody else knows of the work number {number}", Type = "journal-article", PublicationDate = new PartialDate(2015, 3), ExternalIds = [new ExternalId("doi", Doi(number), Relationship.Self, null)],
        });
        return Task.FromResult<string?>($"somebody else adds the foreign work {number} to {person}");
    }

    private static Task<string?> RemoveForeignAsync(World world)
    {
        var person = world.Any(world.People);
        if (person.Orcid is not { } orcid || world.Registry.Foreign(orcid) is not { Count: > 0 } items) return Task.FromResult<string?>(null);
        var item = world.Any(items);
        world.Registry.Remove(orcid, item);
        return Task.FromResult<string?>($"{person} removes the foreign work {NumberOf(item)}");
    }

    private static async Task<string?> PullAsync(World world)
    {
        if (Steps.AnyPusher(world) is not { } process) return null;
        await PullAsync(world, process);
        return $"{process.Name} has read what was due";
    }

    private static async Task<string?> PullOneAsync(World world)
    {
        if (Steps.AnyPusher(world) is not { } process) return null;
        var person = world.Any(world.People);
        await world.RunAsync(process, services => services.GetRequiredService<PersonPull>().ReadAsync(person.Row.Id, Stop));
        return $"{process.Name} has read {person}";
    }

    private static async Task<string?> ClaimAsync(World world)
    {
        if (await AnyOpenAsync(world) is not { } open) return null;
        await world.Get<Claims>().ClaimAsync(open.PersonId, [open.Id], PushHouse.Curator, Stop);
        return $"P{Person(world, open)} claims {open.Title}";
    }

    private static async Task<string?> DismissAsync(World world)
    {
        if (await AnyOpenAsync(world) is not { } open) return null;
        await world.Get<SuggestionAnswers>().DismissAsync(open.PersonId, open.Id, PushHouse.Curator, Stop);
        return $"P{Person(world, open)} dismisses {open.Title}";
    }

    private static async Task<Suggestion?> AnyOpenAsync(World world)
    {
        var open = await world.Database.ReadAsync(db => db.Suggestions.AsNoTracking().Where(s => s.State == SuggestionState.Open && s.Match != SuggestionMatch.Same && !s.IsGone).ToListAsync(Stop));
        // The seed alone decides, not the ids.
        return open.Count == 0 ? null : world.Any([.. open.OrderBy(s => s.Orcid == world.People.Find(p => p.Row.Id == s.PersonId)?.Orcid ? 0 : 1).ThenBy(s => Person(world, s)).ThenBy(s => s.Title, StringComparer.Ordinal)]);
    }

    private static int Person(World world, Suggestion suggestion) => world.People.Single(p => p.Row.Id == suggestion.PersonId).Number;

    public static int NumberOf(HeldItem item) => int.Parse(((WorkMessage)item.Message).ExternalIds[0].Value.Split('.')[^1], CultureInfo.InvariantCulture);
}
