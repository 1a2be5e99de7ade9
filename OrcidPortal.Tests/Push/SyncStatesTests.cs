using OrcidPortal.Data.Entities;
using OrcidPortal.Push;

namespace OrcidPortal.Tests.Push;

public sealed class SyncStatesTests
{
    /// <summary>What makes each state apply, in the order of precedence: each stands although all that follow would apply too.</summary>
    private static readonly (SyncState State, Action<SyncItem> Make)[] InOrder =
    [
        (SyncState.Sending, i => i.BatchId = Guid.NewGuid()),
        (SyncState.Excluded, i => i.ExcludedAt = At),
        (SyncState.NotChosen, i => i.Desired = Desired.Leave),
        (SyncState.RemovedAtOrcid, i => i.RemovedAtOrcidAt = At),
        (SyncState.AlreadyThere, i => i.AlreadyThere = true),
        (SyncState.NeedsFix, i => i.ProblemCount = 1),
        (SyncState.Blocked, i => i.BlockReason = BlockReason.TokenRejected),
        (SyncState.Failed, i => i.Failure = FailureKind.Unexpected),
        (SyncState.Held, i => i.HoldReason = HoldReason.NameCheck),
        (SyncState.AwaitingApproval, i => i.Approved = false),
    ];

    private static DateTimeOffset At { get; } = new(2026, 11, 2, 9, 0, 0, TimeSpan.Zero);

    public static TheoryData<SyncState> Ordered => [.. InOrder.Select(o => o.State)];

    [Theory, MemberData(nameof(Ordered))]
    public void The_first_that_applies_counts(SyncState state)
    {
        var item = Item();

        foreach (var (_, make) in InOrder.SkipWhile(o => o.State != state)) make(item);

        SyncStates.Of(item).ShouldBe(state);
    }

    [Theory]
    [InlineData(FailureKind.Busy)]
    [InlineData(FailureKind.Unreachable)]
    [InlineData(FailureKind.OutcomeUnknown)]
    public void What_passes_by_itself_is_tried_again(FailureKind failure)
    {
        var item = Item();
        item.Failure = failure;

        SyncStates.Of(item).ShouldBe(SyncState.Retrying);
    }

    [Fact]
    public void What_ORCID_refused_as_invalid_needs_fixing_until_the_next_version()
    {
        var item = Item();
        (item.Failure, item.FailureStatus, item.RefusedVersion, item.DesiredVersion) = (FailureKind.Refused, 400, 3, 3);

        SyncStates.Of(item).ShouldBe(SyncState.NeedsFix);
        item.DesiredVersion = 4;
        SyncStates.Of(item).ShouldBe(SyncState.Ready);
    }

    [Fact]
    public void Refused_for_another_reason_is_a_failure()
    {
        var item = Item();
        (item.Failure, item.FailureStatus, item.RefusedVersion, item.DesiredVersion) = (FailureKind.Refused, 403, 3, 3);

        SyncStates.Of(item).ShouldBe(SyncState.Failed);
    }

    [Theory]
    [InlineData(Desired.Present, null, "", SyncState.Ready)]
    [InlineData(Desired.Present, 7L, "a", SyncState.InSync)]
    [InlineData(Desired.Present, 7L, "b", SyncState.Ready)]
    [InlineData(Desired.Present, 7L, "", SyncState.Ready)]
    [InlineData(Desired.Absent, 7L, "a", SyncState.Ready)]
    [InlineData(Desired.Absent, null, "", SyncState.InSync)]
    public void Without_obstacles_it_is_ready_or_in_sync(Desired desired, long? putCode, string sent, SyncState state)
    {
        var item = Item();
        (item.Desired, item.PutCode, item.SentFingerprint) = (desired, putCode, sent);

        SyncStates.Of(item).ShouldBe(state);
    }

    [Fact]
    public void A_removal_does_not_ask_whether_the_record_has_problems()
    {
        var item = Item();
        (item.Desired, item.PutCode, item.ProblemCount) = (Desired.Absent, 7, 2);

        SyncStates.Of(item).ShouldBe(SyncState.Ready);
    }

    private static SyncItem Item() => new() { Desired = Desired.Present, DesiredVersion = 1, DesiredFingerprint = "a", Approved = true };
}
