using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using OrcidPortal.Curation;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.Push;
using OrcidPortal.Records;
using OrcidPortal.Security;
using OrcidPortal.Tests.Infrastructure;
using OrcidPortal.Tests.Push;

namespace OrcidPortal.Tests.Curation;

/// <summary>What ORCID receives of a work that two people have while a proposal is open, and after.</summary>
public sealed class ProposalAtSimulatorTests
{
    private static readonly SignedIn Cora = CurationHouse.User("Cora Curator", null, Roles.Curator);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Nothing_is_sent_before_the_decision_and_one_update_to_each_after_it(DatabaseProvider provider)
    {
        await using var house = await PushHouse.OpenAsync(provider);
        var (ben, orcid) = await BenAsync(house);
        await house.SaveAsync(house.Draft(1), house.Draft(1, person: ben));
        await house.PushAsync();
        await ProposeAsync(house, new CorrectionRequest(FieldPaths.Title, null, CorrectionOp.Replace, "On better engines"));
        await house.PlanAsync();
        var inSync = await house.StatesAsync();
        await CorrectAsync(house, new CorrectionRequest(FieldPaths.PublicationDate, null, CorrectionOp.Replace, "2019"));
        await house.PlanAsync();
        var held = await house.ItemsAsync();
        house.Clock.Advance(TimeSpan.FromDays(3));
        await house.PushAsync();
        var whileOpen = (await house.Registry.WritesAsync(house.Orcid)).Concat(await house.Registry.WritesAsync(orcid)).ToList();

        (await Decisions(house).AcceptAsync(await ProposalAsync(house), 2, Cora, Cancel)).ShouldBeOfType<ProposalResult.Done>();
        await house.PlanAsync();
        house.Clock.Advance(TimeSpan.FromDays(2));
        await house.PushAsync();

        inSync.ShouldBe(new Dictionary<SyncState, int> { [SyncState.InSync] = 2 });
        held.ShouldAllBe(i => i.State == SyncState.Held && i.HoldReason == HoldReason.OpenProposal);
        whileOpen.ShouldBe(["POST /works", "POST /works"]);
        foreach (var who in new[] { house.Orcid, orcid }) (await house.Registry.WritesAsync(who)).Count(w => w == "PUT /work").ShouldBe(1);
        (await house.StatesAsync()).ShouldBe(new Dictionary<SyncState, int> { [SyncState.InSync] = 2 });
    }

    [Fact]
    public async Task A_new_work_waits_for_the_decision_too_and_a_removal_does_not()
    {
        await using var house = await PushHouse.OpenAsync(DatabaseProvider.Sqlite);
        var (ben, orcid) = await BenAsync(house);
        await house.SaveAsync(house.Draft(1));
        await house.PushAsync();
        await house.SaveAsync(house.Draft(1, person: ben));
        await ProposeAsync(house, new CorrectionRequest(FieldPaths.Title, null, CorrectionOp.Replace, "On better engines"));
        await house.PushAsync();
        var waiting = await house.Registry.WritesAsync(orcid);
        await house.EndAsync((await house.ItemsAsync())[0].RecordId);
        await house.PlanAsync();
        house.Clock.Advance(TimeSpan.FromDays(8));
        await house.PushAsync();

        waiting.ShouldBeEmpty();
        (await house.Registry.WritesAsync(house.Orcid)).Count(w => w == "DELETE /work").ShouldBe(1);
        (await house.ItemsAsync()).Single(i => i.PersonId == ben.Id).State.ShouldBe(SyncState.Held);
    }

    private static async Task<(Person Ben, string Orcid)> BenAsync(PushHouse house)
    {
        var ben = new Person { LocalId = "ben", GivenNames = "Ben", FamilyName = "Byron", SortName = "byron ben" };
        await house.Database.AddAsync(ben, new Preference { PersonId = ben.Id, Mode = SendMode.AtOnce });
        return (ben, await house.ConnectAsync(ben, confirmed: true));
    }

    private static Task<EditResult> ProposeAsync(PushHouse house, CorrectionRequest request) => SaveAsync(house, CurationHouse.User("Ada Lovelace", house.Ada, Roles.Researcher), request);

    private static Task<EditResult> CorrectAsync(PushHouse house, CorrectionRequest request) => SaveAsync(house, Cora, request);

    private static async Task<EditResult> SaveAsync(PushHouse house, SignedIn user, CorrectionRequest request)
    {
        var record = await house.Database.ReadAsync(db => db.Records.AsNoTracking().SingleAsync(Cancel));
        var editing = new RecordEditing(
            house.Database.Contexts, house.Database.Transactions, house.Services.GetRequiredService<RecordList>(), house.Services.GetRequiredService<RecordCorrections>(), house.Services.GetRequiredService<MappingContexts>(),
            new ProposalList(house.Database.Contexts), Options.Create(new CurationOptions()), house.Clock);
        return (await editing.SaveAsync(record.Id, [request], record.Version, null, null, user, Cancel)).ShouldBeOfType<EditResult.Saved>();
    }

    private static ProposalDecisions Decisions(PushHouse house) => new(house.Database.Transactions, house.Services.GetRequiredService<RecordCorrections>(), house.Clock);

    private static Task<Guid> ProposalAsync(PushHouse house) => house.Database.ReadAsync(db => db.Proposals.Select(p => p.Id).SingleAsync(Cancel));
}
