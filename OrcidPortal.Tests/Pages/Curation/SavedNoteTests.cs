using Bunit;
using OrcidPortal.Data.Entities;
using OrcidPortal.Pages.Curation;
using OrcidPortal.Push;
using OrcidPortal.Security;
using OrcidPortal.Tests.Infrastructure;

namespace OrcidPortal.Tests.Pages.Curation;

/// <summary>After a fix, each person's item says when it goes or what it waits for.</summary>
public sealed class SavedNoteTests
{
    public static TheoryData<string, string> Items => new()
    {
        { "once a day", "Ada: Ready: goes with the next run, today at 22:00" },
        { "at once", "Ada: Ready: goes with the next run, any moment now" },
        { "quiet time", "Ada: Ready: goes with the next run, tomorrow at 09:00" },
        { "approval", "Ada: Waits for the person's approval" },
        { "not connected", "Ada: Blocked: never connected" },
        { "held", "Ada: Held: an author’s proposal is open; decide it in the editor" },
        { "there", "Ada: In sync, put-code 7" },
        { "theirs", "Ada: Needs fixing: 1 problem" },
        { "removal", "Ada: Ready: goes with the next run, tomorrow at 09:00" },
    };

    [Theory, MemberData(nameof(Items))]
    public async Task It_says_when_the_item_goes_or_what_it_waits_for(string which, string words)
    {
        await using var house = await StaffHouse.OpenForAsync(Roles.Curator);

        var page = house.Open<SavedNote>(("Items", new[] { Row("Ada", which) }), ("Planned", true), ("ForCurator", true));

        page.Find(".saved li").TextContent.ShouldBe(words);
    }

    [Fact]
    public async Task Each_person_has_their_own_time_and_what_goes_stands_first()
    {
        await using var house = await StaffHouse.OpenForAsync(Roles.Curator);

        var page = house.Open<SavedNote>(("Items", new[] { Row("Ada", "there"), Row("Ben", "not connected"), Row("Cleo", "once a day"), Row("Dora", "at once"), Row("Eve", "held"), Row("Fay", "there") }), ("Planned", true), ("ForCurator", true));

        page.FindAll(".saved li strong").Select(n => n.TextContent).ShouldBe(["Cleo", "Dora", "Ben", "Eve", "Ada"]);
        page.Find(".saved").TextContent.ShouldContain("1 more person");
    }

    [Fact]
    public async Task Before_it_is_planned_and_while_it_is_blocked_it_promises_nothing()
    {
        await using var house = await StaffHouse.OpenForAsync(Roles.Curator);

        var page = house.Open<SavedNote>(("Items", new[] { Row("Ada", "once a day") }), ("Planned", true), ("Problems", 2), ("ForCurator", true));

        page.Find(".saved").TextContent.ShouldContain("It still has 2 problems");
        page.FindAll(".saved li").ShouldBeEmpty();
    }

    private static SyncItemRow Row(string name, string which)
    {
        var item = new SyncItem { PersonId = Guid.NewGuid(), RecordId = Guid.NewGuid(), StateSince = TestDatabase.Start, State = SyncState.Ready, Desired = Desired.Present };
        switch (which)
        {
            case "once a day": item.DueAt = TestDatabase.Start.Date.AddHours(22); break;
            case "quiet time": (item.PutCode, item.DueAt) = (7, TestDatabase.Start.AddDays(1)); break;
            case "approval": item.State = SyncState.AwaitingApproval; break;
            case "not connected": (item.State, item.BlockReason) = (SyncState.Blocked, BlockReason.NeverConnected); break;
            case "held": (item.State, item.HoldReason) = (SyncState.Held, HoldReason.OpenProposal); break;
            case "there": (item.State, item.PutCode) = (SyncState.InSync, 7); break;
            case "theirs": (item.State, item.ProblemCount) = (SyncState.NeedsFix, 1); break;
            case "removal": (item.Desired, item.PutCode, item.SendNowAt, item.DueAt) = (Desired.Absent, 7, TestDatabase.Start, TestDatabase.Start.AddDays(1)); break;
        }
        return new SyncItemRow(item, "On engines", null, 2024, name, name, which == "theirs" ? [new RecordProblem { RecordId = item.RecordId, Code = "title.required", Field = "title" }] : []);
    }
}
