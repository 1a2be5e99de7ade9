using Microsoft.EntityFrameworkCore;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.Pull;
using OrcidPortal.Simulator;
using OrcidPortal.Tests.Infrastructure;

namespace OrcidPortal.Tests.Push;

/// <summary>What the pull found from us is settled also where nothing is to be sent: an earlier system goes on under the same client, say.</summary>
public sealed class PulledCopiesTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task What_an_earlier_system_added_of_a_record_that_ended_is_removed(DatabaseProvider provider)
    {
        await using var house = await PushHouse.OpenAsync(provider);
        await house.SaveAsync(1);
        await house.PlanAsync();
        await house.EndAsync((await house.ItemAsync()).RecordId);
        await house.PushAsync();
        await house.Registry.AddWorkAsync(house.Orcid, "On engines, part 1", "10.5555/engine.1", source: SimulatorClient.PortalId);

        await ReadAsync(house);
        for (var day = 0; day < 9; day++)
        {
            await house.PushAsync();
            house.Clock.Advance(TimeSpan.FromDays(1));
        }

        (await house.Registry.WorksAsync(house.Orcid)).ShouldBeEmpty();
        (await house.HistoryAsync()).Select(h => h.Operation).ShouldBe([SyncOperation.Read, SyncOperation.Adopt, SyncOperation.Remove]);
    }

    [Fact]
    public async Task What_belongs_to_no_record_is_not_tried_again_and_again()
    {
        await using var house = await PushHouse.OpenAsync(DatabaseProvider.Sqlite);
        await house.Registry.AddWorkAsync(house.Orcid, "Of nobody", "10.5555/nobody", source: SimulatorClient.PortalId);
        await ReadAsync(house);
        await house.PushAsync();
        var tried = await TurnsAsync(house);
        house.Clock.Advance(TimeSpan.FromMinutes(5));
        await house.PushAsync();
        await house.PushAsync();
        var later = await TurnsAsync(house);

        await house.Registry.AddWorkAsync(house.Orcid, "Of nobody, again", "10.5555/nobody.again", source: SimulatorClient.PortalId);
        await ReadAsync(house);
        var read = await TurnsAsync(house);
        await house.PushAsync();

        later.ShouldBe(tried + 1, "once more, a moment after it was read");
        (await TurnsAsync(house)).ShouldBe(read + 1, "since it was read anew");
        (await house.Registry.WorksAsync(house.Orcid)).Count.ShouldBe(2);
    }

    private static async Task ReadAsync(PushHouse house) =>
        (await ((PersonPull)house.Services.GetService(typeof(PersonPull))!).ReadAsync(house.Ada.Id, TestContext.Current.CancellationToken)).ShouldBeOfType<OrcidPortal.Remote.ReadOutcome.Complete>();

    /// <summary>How often the lease of their iD was taken.</summary>
    private static Task<long> TurnsAsync(PushHouse house) => house.Database.ReadAsync(db => db.Leases.Where(l => l.Key.EndsWith(house.Orcid)).Select(l => (long)l.Epoch).SingleAsync(TestContext.Current.CancellationToken));
}
