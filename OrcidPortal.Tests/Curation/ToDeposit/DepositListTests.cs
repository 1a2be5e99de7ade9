using Microsoft.EntityFrameworkCore;
using OrcidPortal.Curation.ToDeposit;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.Records;
using OrcidPortal.Security;
using OrcidPortal.Tests.Infrastructure;

namespace OrcidPortal.Tests.Curation.ToDeposit;

public sealed class DepositListTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task What_only_ORCID_has_is_listed_with_who_said_it_is_theirs(DatabaseProvider provider)
    {
        await using var house = await CurationHouse.OpenAsync(provider);
        var claimed = await house.ClaimAsync("On difference engines", "10.5555/1");
        await house.WorkAsync("From the repository");
        await house.Database.AddAsync(new Record { Kind = RecordKind.Funding, OnlyAtOrcid = true, Title = "A funding", CreatedAt = TestDatabase.Start }, new Record { OnlyAtOrcid = true, Title = "Nobody's any more", CreatedAt = TestDatabase.Start });

        var row = (await ListAsync(house)).ShouldHaveSingleItem();

        (row.RecordId, row.Title, row.Year, row.Type, row.Journal).ShouldBe((claimed, "On difference engines", 2019, "journal-article", "Annals of Engines"));
        row.Identifiers.ShouldHaveSingleItem().Value.ShouldBe("10.5555/1");
        row.Claims.ShouldHaveSingleItem().ShouldBe(new DepositClaim(house.Ada.Id, "ada", "Ada Lovelace", TestDatabase.Start.AddHours(1), "Crossref"));
        row.Deposit.ShouldBeNull();
        (await house.Get<DepositCounts>().CountAsync(Stop)).ShouldBe(new DepositSummary(1, 0, 0));
        (await house.Get<DepositCounts>().WaitingAsync(Stop)).ShouldBe(1);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Filters_narrow_it_and_pages_follow_each_other(DatabaseProvider provider)
    {
        await using var house = await CurationHouse.OpenAsync(provider);
        await house.Database.Transactions.RunAsync((db, ct) => db.People.Where(p => p.Id == house.Ben.Id).ExecuteUpdateAsync(s => s.SetProperty(p => p.Department, "Law"), ct), Stop);
        for (var n = 1; n <= 51; n++) await house.ClaimAsync($"Engine number {n} of many", putCode: n);
        var his = await house.ClaimAsync("On contracts", person: house.Ben, putCode: 100);

        (await ListAsync(house, new(Text: "many OF engine"))).Count.ShouldBe(50);
        (await ListAsync(house, new(PersonId: house.Ben.Id))).ShouldHaveSingleItem().RecordId.ShouldBe(his);
        (await ListAsync(house, new(Department: "Law"))).ShouldHaveSingleItem().RecordId.ShouldBe(his);
        (await ListAsync(house, new(Within: ["Law"]))).ShouldHaveSingleItem().RecordId.ShouldBe(his);
        (await ListAsync(house, new(Within: ["Physics"], Department: "Law"))).ShouldBeEmpty();
        (await house.Get<DepositCounts>().WaitingAsync(Stop, ["Law"])).ShouldBe(1);
        var first = await house.Get<DepositList>().ListAsync(new DepositFilter(), null, Stop);
        var second = await house.Get<DepositList>().ListAsync(new DepositFilter(), first.Next, Stop);
        (second.Items.Count, second.Items[^1].RecordId, second.Next).ShouldBe((2, his, null));
        (await house.Get<DepositList>().CountAsync(new DepositFilter(), Stop)).ShouldBe(52);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task What_is_taken_is_told_apart_and_put_back(DatabaseProvider provider)
    {
        await using var house = await CurationHouse.OpenAsync(provider);
        var (first, second) = (await house.ClaimAsync("The first", "10.5555/1"), await house.ClaimAsync("The second", "10.5555/2", putCode: 2));

        var one = (await house.Get<Deposits>().TakeAsync(new DepositFilter(), [first, Guid.NewGuid()], house.Curator, Stop)).ShouldNotBeNull();
        house.Database.Clock.Advance(TimeSpan.FromMinutes(1));
        var rest = (await house.Get<Deposits>().TakeAsync(new DepositFilter(), null, house.Curator, Stop)).ShouldNotBeNull();

        (one.Count, rest.Count).ShouldBe((1, 1));
        (one.Waited.ShouldHaveSingleItem(), rest.Waited.ShouldHaveSingleItem()).ShouldBe((first, second));
        (await ListAsync(house)).ShouldBeEmpty();
        (await ListAsync(house, new(DepositState.Taken))).Select(r => r.Deposit!.TakenBy).ShouldBe(["Cora Curator", "Cora Curator"]);
        (await ListAsync(house, new(DepositState.Taken, TakenAt: rest.At))).ShouldHaveSingleItem().RecordId.ShouldBe(second);
        (await house.Get<Deposits>().TakeAsync(new DepositFilter(), null, house.Curator, Stop)).ShouldBeNull();

        (await house.Get<Deposits>().PutBackAsync([first, second, second], house.Curator, Stop)).ShouldBe(2);
        (await house.Get<Deposits>().PutBackAsync([first], house.Curator, Stop)).ShouldBe(0);
        (await ListAsync(house)).Count.ShouldBe(2);
        (await AuditAsync(house)).ShouldBe(["deposit.put-back", "deposit.put-back", "deposit.taken", "deposit.taken"]);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task What_is_declined_stays_so_until_that_is_taken_back(DatabaseProvider provider)
    {
        await using var house = await CurationHouse.OpenAsync(provider);
        var id = await house.ClaimAsync("A blog post");

        (await house.Get<Deposits>().DeclineAsync([id], DepositState.Waiting, "  ", house.Curator, Stop)).ShouldBeNull();
        (await house.Get<Deposits>().DeclineAsync([id], DepositState.Waiting, "No blog posts", house.Curator, Stop)).ShouldBe(1);
        (await house.Get<Deposits>().DeclineAsync([id], DepositState.Waiting, "Again", house.Curator, Stop)).ShouldBe(0);
        (await house.Get<Deposits>().TakeAsync(new DepositFilter(DepositState.Declined), [id], house.Curator, Stop)).ShouldBeNull();

        var row = (await ListAsync(house, new(DepositState.Declined))).ShouldHaveSingleItem();
        (row.Deposit!.Reason, row.Deposit.DeclinedBy).ShouldBe(("No blog posts", "Cora Curator"));
        (await house.Get<DepositCounts>().CountAsync(Stop)).ShouldBe(new DepositSummary(0, 0, 1));
        (await house.Get<Deposits>().TakeBackAsync([id], house.Curator, Stop)).ShouldBe(1);
        (await ListAsync(house)).ShouldHaveSingleItem().Deposit!.Reason.ShouldBeNull();
        (await AuditAsync(house)).ShouldBe(["deposit.decline-taken-back", "deposit.declined"]);
    }

    [Fact]
    public async Task More_than_a_transaction_takes_are_one_file()
    {
        await using var house = await CurationHouse.OpenAsync();
        for (var n = 1; n <= 103; n++) await house.ClaimAsync($"Engine number {n}", putCode: n);

        var taken = (await house.Get<Deposits>().TakeAsync(new DepositFilter(), null, house.Curator, Stop)).ShouldNotBeNull();

        (taken.Count, taken.Waited.Count).ShouldBe((103, 103));
        (await house.Get<DepositList>().CountAsync(new DepositFilter(DepositState.Taken, TakenAt: taken.At), Stop)).ShouldBe(103);
    }

    [Fact]
    public async Task What_is_not_theirs_to_decide_stays_as_it_is()
    {
        await using var house = await CurationHouse.OpenAsync();
        var id = await house.ClaimAsync("On engines");
        var law = house.Curator with { Departments = ["Law"] };

        foreach (var user in new[] { law, house.AdaSignedIn })
        {
            (await house.Get<Deposits>().TakeAsync(new DepositFilter(), null, user, Stop)).ShouldBeNull();
            (await house.Get<Deposits>().TakeAsync(new DepositFilter(), [id], user, Stop)).ShouldBeNull();
            (await house.Get<Deposits>().DeclineAsync([id], DepositState.Waiting, "No", user, Stop)).ShouldBe(0);
        }

        (await house.Database.ReadAsync(db => db.Deposits.CountAsync(Stop))).ShouldBe(0);
    }

    private static async Task<IReadOnlyList<DepositRow>> ListAsync(CurationHouse house, DepositFilter? filter = null) => (await house.Get<DepositList>().ListAsync(filter ?? new DepositFilter(), null, Stop)).Items;

    private static Task<List<string>> AuditAsync(CurationHouse house) =>
        house.Database.ReadAsync(db => db.Audit.Where(a => a.Action.StartsWith("deposit.") && a.By.StartsWith("Cora Curator")).Select(a => a.Action).OrderBy(a => a).ToListAsync(Stop));
}
