using Microsoft.EntityFrameworkCore;
using OrcidPortal.Curation;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.Security;
using OrcidPortal.Tests.Infrastructure;

namespace OrcidPortal.Tests.Curation;

public sealed class AssignmentTests
{
    private static readonly Account Cora = new() { Issuer = "demo", Subject = "cora", Name = "Cora Curator", Roles = [Roles.Curator] };
    private static readonly Account Adam = new() { Issuer = "demo", Subject = "adam", Name = "Adam Admin", Roles = [Roles.Admin] };
    private static readonly Account Rita = new() { Issuer = "demo", Subject = "rita", Name = "Rita Curator-Like", Roles = [Roles.Researcher] };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_record_is_assigned_and_found_by_its_curator(DatabaseProvider provider)
    {
        await using var house = await CurationHouse.OpenAsync(provider);
        await house.Database.AddAsync(Cora, Adam, Rita);
        var (one, two) = (await house.WorkAsync("One"), await house.WorkAsync("Two"));
        var (assignments, list) = (house.Get<Assignments>(), house.Get<AssignmentList>());

        (await list.CuratorsAsync(Cancel)).Select(c => c.Name).ShouldBe(["Adam Admin", "Cora Curator"]);
        (await assignments.AssignAsync(one, Cora.Id, "please", house.Curator, Cancel)).ShouldBe(HandResult.Done);
        (await assignments.AssignAsync(two, Adam.Id, null, house.Curator, Cancel)).ShouldBe(HandResult.Done);
        (await assignments.AssignAsync(two, Cora.Id, null, house.Curator, Cancel)).ShouldBe(HandResult.Done);

        var row = (await list.OfAsync(one, Cancel)).ShouldNotBeNull();
        (row.Name, row.Assignment.Note, row.Assignment.By).ShouldBe(("Cora Curator", "please", "Cora Curator"));
        (await house.Database.ReadAsync(db => db.Records.Where(r => Assignments.To(db, Cora.Id).Contains(r.Id)).OrderBy(r => r.Title).Select(r => r.Title).ToListAsync(Cancel))).ShouldBe(["One", "Two"]);
        (await assignments.AssignAsync(one, null, null, house.Curator, Cancel)).ShouldBe(HandResult.Done);
        (await list.OfAsync(one, Cancel)).ShouldBeNull();
        (await house.Database.ReadAsync(db => db.Audit.Where(a => a.Action == "record.assigned" && a.Subject == $"record:{one}").OrderBy(a => a.Id).Select(a => a.Before + " > " + a.After).ToListAsync(Cancel)))
            .ShouldBe([$"nobody > account:{Cora.Id}: please", $"account:{Cora.Id} > nobody"]);
    }

    [Fact]
    public async Task Only_curators_assign_and_only_to_curators()
    {
        await using var house = await CurationHouse.OpenAsync();
        await house.Database.AddAsync(Cora, Rita);
        var work = await house.WorkAsync("Mine");
        var assignments = house.Get<Assignments>();

        (await assignments.AssignAsync(work, Cora.Id, null, house.AdaSignedIn, Cancel)).ShouldBe(HandResult.NotFound);
        (await assignments.AssignAsync(work, Rita.Id, null, house.Curator, Cancel)).ShouldBe(HandResult.NotOpen);
        (await assignments.AssignAsync(work, Guid.NewGuid(), null, house.Curator, Cancel)).ShouldBe(HandResult.NotOpen);
        (await assignments.AssignAsync(Guid.NewGuid(), Cora.Id, null, house.Curator, Cancel)).ShouldBe(HandResult.NotFound);

        (await house.Database.ReadAsync(db => db.Assignments.CountAsync(Cancel))).ShouldBe(0);
    }
}
