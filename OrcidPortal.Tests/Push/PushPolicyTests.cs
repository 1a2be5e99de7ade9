using OrcidPortal.Data.Entities;
using OrcidPortal.Identifiers;
using OrcidPortal.OrcidApi;
using OrcidPortal.Push;

namespace OrcidPortal.Tests.Push;

public sealed class PushPolicyTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 2, 9, 0, 0, TimeSpan.Zero);

    private static readonly Dictionary<string, OrcidResult> Results = new OrcidResult[]
    {
        new OrcidResult.Ok(), new OrcidResult.NotModified(), new OrcidResult.NotFound(), new OrcidResult.Duplicate(new PutCode(7)), new OrcidResult.Refused(9022),
        new OrcidResult.NotSource(), new OrcidResult.TokenRejected(), new OrcidResult.MissingScope(), new OrcidResult.Moved(null), new OrcidResult.Locked(9018),
        new OrcidResult.Busy(null), new OrcidResult.Unreachable(), new OrcidResult.OutcomeUnknown(), new OrcidResult.TooMany(), new OrcidResult.ClientLocked(),
    }.ToDictionary(r => r.Name);

    [Theory]
    [InlineData("Ok", PushVerdict.Done, PushVerdict.Done, PushVerdict.Done)]
    [InlineData("NotModified", PushVerdict.Fail, PushVerdict.Fail, PushVerdict.Fail)]
    [InlineData("NotFound", PushVerdict.Fail, PushVerdict.GoneAtOrcid, PushVerdict.Done)]
    [InlineData("Duplicate", PushVerdict.LookAtDuplicate, PushVerdict.LookAtDuplicate, PushVerdict.Fail)]
    [InlineData("Refused", PushVerdict.Fail, PushVerdict.Fail, PushVerdict.Fail)]
    [InlineData("NotSource", PushVerdict.Detach, PushVerdict.Detach, PushVerdict.Detach)]
    [InlineData("TokenRejected", PushVerdict.Connection, PushVerdict.Connection, PushVerdict.Connection)]
    [InlineData("MissingScope", PushVerdict.Connection, PushVerdict.Connection, PushVerdict.Connection)]
    [InlineData("Moved", PushVerdict.Connection, PushVerdict.Connection, PushVerdict.Connection)]
    [InlineData("Locked", PushVerdict.Connection, PushVerdict.Connection, PushVerdict.Connection)]
    [InlineData("Busy", PushVerdict.Wait, PushVerdict.Wait, PushVerdict.Wait)]
    [InlineData("Unreachable", PushVerdict.Wait, PushVerdict.Wait, PushVerdict.Wait)]
    [InlineData("OutcomeUnknown", PushVerdict.ReadBack, PushVerdict.ReadBack, PushVerdict.ReadBack)]
    [InlineData("TooMany", PushVerdict.Fail, PushVerdict.Fail, PushVerdict.Fail)]
    [InlineData("ClientLocked", PushVerdict.Wait, PushVerdict.Wait, PushVerdict.Wait)]
    internal void Each_answer_has_its_verdict(string result, PushVerdict add, PushVerdict update, PushVerdict remove)
    {
        var verdicts = new[] { SyncOperation.Add, SyncOperation.Update, SyncOperation.Remove }.Select(o => PushPolicy.Next(new SyncItem(), o, Results[result], Now).Verdict);

        verdicts.ShouldBe([add, update, remove]);
    }

    [Fact]
    public void Every_case_of_an_answer_is_in_the_table() => typeof(OrcidResult).GetNestedTypes().Select(t => t.Name).Order().ShouldBe(Results.Keys.Order());

    [Theory]
    [InlineData("Busy", FailureKind.Busy)]
    [InlineData("Unreachable", FailureKind.Unreachable)]
    public void Busy_and_silent_registries_use_up_no_attempts_and_the_pause_grows_to_an_hour(string result, FailureKind failure)
    {
        var steps = Enumerable.Range(0, 12).Select(n => PushPolicy.Next(new SyncItem { Retries = n }, SyncOperation.Add, Results[result], Now)).ToList();

        steps.ShouldAllBe(s => !s.CountsAttempt && s.Failure == failure && s.RetryAt >= Now + TimeSpan.FromMinutes(1) && s.RetryAt <= Now + TimeSpan.FromMinutes(72));
        steps[^1].RetryAt!.Value.ShouldBeGreaterThanOrEqualTo(Now + TimeSpan.FromHours(1));
    }

    [Fact]
    public void What_ORCID_asks_to_wait_is_waited() =>
        PushPolicy.Next(new SyncItem(), SyncOperation.Add, new OrcidResult.Busy(TimeSpan.FromSeconds(17)), Now).RetryAt.ShouldBe(Now + TimeSpan.FromSeconds(17));

    [Fact]
    public void A_change_whose_outcome_stays_unknown_ends_with_an_admin()
    {
        var first = PushPolicy.AfterUnknown(new SyncItem { Attempts = 1 }, Now);
        var last = PushPolicy.AfterUnknown(new SyncItem { Attempts = PushPolicy.MostUnknown }, Now);

        (first.Verdict, first.RetryAt).ShouldBe((PushVerdict.Wait, Now));
        (last.Verdict, last.Failure).ShouldBe((PushVerdict.Fail, FailureKind.Unexpected));
    }
}
