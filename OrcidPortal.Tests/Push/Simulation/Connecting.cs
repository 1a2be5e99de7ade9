using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using OrcidPortal.Connect;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.Identifiers;
using OrcidPortal.OrcidApi;
using OrcidPortal.Push;

namespace OrcidPortal.Tests.Push.Simulation;

/// <summary>People come, agree, and leave.</summary>
internal static class Connecting
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>A new person of the institution, not connected.</summary>
    public static async Task<SimulatedPerson> AddPersonAsync(World world)
    {
        var person = new SimulatedPerson(world.People.Count + 1);
        world.People.Add(person);
        await world.Database.AddAsync(person.Row, new Preference { PersonId = person.Row.Id, Mode = person.Choice.Mode });
        return person;
    }

    /// <summary>The person gives the portal a permission, for an iD that the registry has; null: for a new one.</summary>
    public static async Task ConnectAsync(World world, SimulatedPerson person, string? orcid)
    {
        orcid ??= world.Registry.AddPerson(person.Row.GivenNames, person.Row.FamilyName);
        var writing = new ConnectionWriting(world.Get<Transactions>(), world.Get<IOptions<OrcidOptions>>(), new TokenSeal(world.Get<IDataProtectionProvider>()), world.Front.Clock);
        var attempt = new ConnectAttempt { PersonId = person.Row.Id, BrowserHash = "", Scopes = World.ScopesGiven, Language = "en" };
        var grant = new TokenGrant(world.Registry.Grant(orcid, World.ScopesGiven), null, TimeSpan.FromDays(7000), World.ScopesGiven, null, orcid);
        OrcidId.TryParse(orcid, out var id).ShouldBeTrue();
        var (result, _) = await writing.ConnectAsync(attempt, grant, id, PushHouse.Curator, Stop);
        result.ShouldBeOfType<FinishResult.Connected>();
        person.Orcid = orcid;
        person.Revoked = false;
        if (!person.Orcids.Contains(orcid)) person.Orcids.Add(orcid);
        // The job that reads may come late, or never: then the timetable finds them.
        if (world.Dice.Next(2) == 0) await world.Get<FirstRead>().ReadAsync(person.Row.Id, Stop);
    }

    /// <summary>The person's record is read, and they agree to everything that is offered.</summary>
    /// <returns>False where it cannot be read now.</returns>
    public static async Task<bool> ConfirmAsync(World world, SimulatedPerson person)
    {
        var first = world.Get<FirstSync>();
        await world.Get<FirstRead>().ReadAsync(person.Row.Id, Stop);
        await world.Get<PushPlanner>().PlanAsync(Stop);
        if (await first.LoadAsync(person.Row.Id, Stop) is not { Reading: false, ReadFailure: null } view) return false;
        await first.ConfirmAsync(person.Row.Id, view.NotThereYet.Concat(view.LooksTheSame).Select(r => r.ItemId).ToHashSet(), false, PushHouse.Curator, "en", Stop);
        person.Confirmed = await world.Database.ReadAsync(db => db.Connections.AnyAsync(c => c.PersonId == person.Row.Id && c.FirstSyncConfirmedAt != null, Stop));
        if (person.Confirmed) person.Agreed.Add(person.Orcid!);
        return person.Confirmed;
    }

    public static async Task DisconnectAsync(World world, SimulatedPerson person)
    {
        await world.Get<OrcidLink>().DisconnectAsync(person.Row.Id, PushHouse.Curator, Stop);
        person.Orcid = null;
        person.Confirmed = person.Revoked = false;
        foreach (var item in person.Items.Where(i => i.Removal == Removal.Yes)) item.Removal = Removal.Unclear;
    }
}
