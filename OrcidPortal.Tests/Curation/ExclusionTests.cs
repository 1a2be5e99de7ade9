using Microsoft.EntityFrameworkCore;
using OrcidPortal.Curation;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.Push;
using OrcidPortal.Tests.Infrastructure;

namespace OrcidPortal.Tests.Curation;

public sealed class ExclusionTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_curator_excludes_for_all_with_a_reason_and_takes_it_back(DatabaseProvider provider)
    {
        await using var house = await CurationHouse.OpenAsync(provider);
        var work = await house.SharedAsync("Shared");
        await house.PlanAsync();
        var exclusions = house.Get<Exclusions>();

        (await exclusions.ExcludeAsync(work, null, "Not a publication", house.Curator, Cancel)).ShouldBe(2);
        await house.PlanAsync();

        (await ItemsAsync(house)).ShouldAllBe(i => i.State == SyncState.Excluded && i.ExcludedByLibrary && i.ExcludedReason == "Not a publication" && i.ExcludedBy == "Cora Curator");
        (await house.Database.ReadAsync(db => db.Audit.Where(a => a.Action == "item.excluded-by-library").Select(a => a.Before + " > " + a.After).Distinct().SingleAsync(Cancel))).ShouldBe("Ready > Not a publication");
        (await exclusions.IncludeAsync(work, house.Ada.Id, house.Curator, Cancel)).ShouldBe(1);
        await house.PlanAsync();
        (await ItemsAsync(house)).CountBy(i => i.State).ToDictionary().ShouldBe(new Dictionary<SyncState, int> { [SyncState.Ready] = 1, [SyncState.Excluded] = 1 }, ignoreOrder: true);
    }

    [Fact]
    public async Task What_the_person_keeps_back_the_library_neither_takes_over_nor_lets_go()
    {
        await using var house = await CurationHouse.OpenAsync();
        var work = await house.SharedAsync("Shared");
        await house.PlanAsync();
        var adas = (await ItemsAsync(house)).Single(i => i.PersonId == house.Ada.Id);
        await house.Get<SyncItems>().ExcludeAsync(adas.Id, house.Ada.Id, null, house.AdaSignedIn.Actor, Cancel);
        var exclusions = house.Get<Exclusions>();

        (await exclusions.ExcludeAsync(work, null, "No", house.Curator, Cancel)).ShouldBe(1);
        (await exclusions.IncludeAsync(work, null, house.Curator, Cancel)).ShouldBe(1);

        (await ItemsAsync(house)).Single(i => i.Id == adas.Id).State.ShouldBe(SyncState.Excluded);
    }

    [Fact]
    public async Task The_person_does_not_undo_what_the_library_decided()
    {
        await using var house = await CurationHouse.OpenAsync();
        var work = await house.WorkAsync("Mine");
        await house.ConnectAsync(house.Ada);
        await house.PlanAsync();
        await house.Get<Exclusions>().ExcludeAsync(work, house.Ada.Id, "Not yours", house.Curator, Cancel);
        var item = (await ItemsAsync(house)).Single();

        (await house.Get<SyncItems>().IncludeAsync(item.Id, house.Ada.Id, house.AdaSignedIn.Actor, Cancel)).ShouldBeFalse();
        (await house.Get<SyncItems>().ExcludeAsync(item.Id, house.Ada.Id, null, house.AdaSignedIn.Actor, Cancel)).ShouldBeFalse();

        (await ItemsAsync(house)).Single().ExcludedReason.ShouldBe("Not yours");
    }

    [Fact]
    public async Task Only_curators_and_only_with_a_reason()
    {
        await using var house = await CurationHouse.OpenAsync();
        var work = await house.WorkAsync("Mine");
        await house.PlanAsync();
        var exclusions = house.Get<Exclusions>();

        (await exclusions.ExcludeAsync(work, null, "No", house.AdaSignedIn, Cancel)).ShouldBeNull();
        (await exclusions.ExcludeAsync(work, null, " ", house.Curator, Cancel)).ShouldBeNull();
        (await exclusions.ExcludeAsync(Guid.NewGuid(), null, "No", house.Curator, Cancel)).ShouldBe(0);
        (await exclusions.IncludeAsync(work, null, house.AdaSignedIn, Cancel)).ShouldBeNull();

        (await ItemsAsync(house)).ShouldAllBe(i => i.ExcludedAt == null);
    }

    [Fact]
    public async Task A_record_of_many_people_is_excluded_for_all_of_them()
    {
        await using var house = await CurationHouse.OpenAsync();
        var work = await house.WorkAsync("Collaboration");
        var people = Enumerable.Range(0, 100).Select(n => new Person { LocalId = $"p{n}", FamilyName = $"P{n}", SortName = $"p{n}" }).ToList();
        await house.Database.AddAsync([.. people]);
        foreach (var person in people) await house.ItemAsync(work, person, SyncState.Ready);

        (await house.Get<Exclusions>().ExcludeAsync(work, null, "No", house.Curator, Cancel)).ShouldBe(100);

        (await ItemsAsync(house)).Count(i => i.State == SyncState.Excluded).ShouldBe(100);
    }

    private static Task<List<SyncItem>> ItemsAsync(CurationHouse house) => house.Database.ReadAsync(db => db.SyncItems.AsNoTracking().OrderBy(i => i.Id).ToListAsync(Cancel));
}
