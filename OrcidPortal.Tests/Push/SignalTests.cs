using OrcidPortal.Data.Entities;
using OrcidPortal.OrcidApi;
using OrcidPortal.Push;
using OrcidPortal.Tests.Simulator;
using static OrcidPortal.Push.PushVerdict;

namespace OrcidPortal.Tests.Push;

/// <summary>From what ORCID says on the wire to what we do: one row for each signal of its API.</summary>
public sealed class SignalTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 2, 9, 0, 0, TimeSpan.Zero);

    /// <summary>Status, code, the case of the answer, and what follows for an addition, a change and a removal.</summary>
    private static readonly Signal[] Signals =
    [
        // 400: our message. A curator's, or where no field is to blame an admin's; never again as it is.
        Invalid(9001), Invalid(9006), Invalid(9012), Invalid(9019), Invalid(9020), Invalid(9022), Invalid(9023), Invalid(9024), Invalid(9026), Invalid(9033), Invalid(9034), Invalid(9037),
        Invalid(9042), Invalid(9043), Invalid(9045), Invalid(9046), Invalid(9047), Invalid(9049), Invalid(9050), Invalid(9051), Invalid(9053), Invalid(9054), Invalid(9055), Invalid(9058),
        Invalid(9060), Invalid(9061), Invalid(9062), Invalid(null),
        new(405, 9001, "Refused", Fail, FailureKind.Refused), new(406, 9001, "Refused", Fail, FailureKind.Refused), new(415, 9001, "Refused", Fail, FailureKind.Refused),
        new(409, 9025, "Refused", Fail, FailureKind.Refused), new(409, 9031, "Refused", Fail, FailureKind.Refused), new(409, 9032, "Refused", Fail, FailureKind.Refused),
        new(409, 9040, "Refused", Fail, FailureKind.Refused), new(403, 9009, "Refused", Fail, FailureKind.Refused), new(403, 9035, "Refused", Fail, FailureKind.Refused),
        new(403, 9052, "Refused", Fail, FailureKind.Refused), new(308, 9056, "Refused", Fail, FailureKind.Refused),

        // It stands there already, under a put-code to be looked at.
        new(409, 9021, "Duplicate", LookAtDuplicate, FailureKind.None) { Remove = Fail }, new(409, 9030, "Duplicate", LookAtDuplicate, FailureKind.None) { Remove = Fail },

        // Not ours: the copy is let go, the record read.
        new(403, 9010, "NotSource", Detach, FailureKind.NotOurs), new(403, 9013, "NotSource", Detach, FailureKind.NotOurs), new(403, 9014, "NotSource", Detach, FailureKind.NotOurs),

        // Gone: the person removed it; what was to be removed is.
        Gone(404, 9016), Gone(404, 9011), Gone(404, 9027), Gone(404, 9028), Gone(404, 9029), Gone(404, 9041), Gone(404, null), Gone(410, null),

        // The permission: the person is asked, the item waits for them.
        Permission(401, null, "TokenRejected"), Permission(401, 9002, "TokenRejected"), Permission(401, 9003, "TokenRejected"), Permission(401, 9017, "TokenRejected"),
        Permission(401, 9015, "MissingScope"), Permission(403, 9004, "MissingScope"), Permission(403, 9005, "MissingScope"), Permission(403, 9038, "MissingScope"), Permission(409, 9038, "MissingScope"),
        Permission(403, 9039, "MissingScope"), Permission(403, null, "MissingScope"),

        // The record: moved, locked, unclaimed, deactivated.
        Permission(301, 9007, "Moved"), Permission(409, 9007, "Moved"), Permission(409, 9018, "Locked"), Permission(409, 9036, "Locked"), Permission(409, 9044, "Locked"),
        new(409, 9048, "TooMany", Fail, FailureKind.TooMany),

        // The registry: nothing is used up, all goes on by itself.
        new(409, 9057, "ClientLocked", Wait, FailureKind.ClientLocked) { CountsAttempt = false }, new(429, null, "Busy", Wait, FailureKind.Busy) { CountsAttempt = false },
        new(503, null, "Busy", Wait, FailureKind.Busy) { CountsAttempt = false }, new(408, null, "Busy", Wait, FailureKind.Busy) { CountsAttempt = false },
        new(404, 9001, "Unreachable", Wait, FailureKind.Unreachable) { CountsAttempt = false }, new(302, null, "Unreachable", Wait, FailureKind.Unreachable) { CountsAttempt = false },

        // It may or may not have taken effect.
        new(500, 9008, "OutcomeUnknown", ReadBack, FailureKind.OutcomeUnknown), new(500, null, "OutcomeUnknown", ReadBack, FailureKind.OutcomeUnknown), new(502, null, "OutcomeUnknown", ReadBack, FailureKind.OutcomeUnknown),
        new(504, null, "OutcomeUnknown", ReadBack, FailureKind.OutcomeUnknown),
    ];

    public static TheoryData<int, int?> Rows { get; } = [.. Signals.Select(s => (s.Status, s.Code))];

    [Theory, MemberData(nameof(Rows))]
    public void Each_signal_has_its_case_and_its_consequence(int status, int? code)
    {
        var signal = Signals.Single(s => s.Status == status && s.Code == code);

        var result = OrcidResults.Of(status, new OrcidError(status, code, "see element with put-code 7", ErrorAuthor.Orcid), CallEffect.Write) with { HttpStatus = status };
        var steps = new[] { SyncOperation.Add, SyncOperation.Update, SyncOperation.Remove }.Select(o => PushPolicy.Next(new SyncItem(), o, result, Now)).ToList();

        result.Name.ShouldBe(signal.Case);
        steps.Select(s => s.Verdict).ShouldBe([signal.Add, signal.Update ?? signal.Add, signal.Remove ?? signal.Update ?? signal.Add]);
        (steps[0].Failure, steps[0].CountsAttempt).ShouldBe((signal.Failure, signal.CountsAttempt));
        // What waits has a time; what does not wait has none.
        steps.ShouldAllBe(s => s.RetryAt != null == (s.Verdict == Wait));
    }

    [Fact]
    public void Every_code_of_ORCID_has_a_row()
    {
        // What has no status in ORCID's table is in no answer.
        var codes = OrcidErrorCodes.All.Where(c => c.Http is not null).Select(c => c.Code).ToList();

        codes.Count.ShouldBeGreaterThan(50);
        codes.Except(Signals.Select(s => s.Code ?? 0)).ShouldBeEmpty();
    }

    [Fact]
    public void A_page_of_a_proxy_says_nothing_about_a_record() =>
        OrcidResults.Of(404, new OrcidError(null, null, "nginx", ErrorAuthor.Proxy), CallEffect.Write).ShouldBeOfType<OrcidResult.Unreachable>();

    private static Signal Invalid(int? code) => new(400, code, "Refused", Fail, FailureKind.Refused);

    private static Signal Gone(int status, int? code) => new(status, code, "NotFound", Fail, FailureKind.Unexpected) { Update = GoneAtOrcid, Remove = Done };

    private static Signal Permission(int status, int? code, string name) => new(status, code, name, PushVerdict.Connection, FailureKind.None) { CountsAttempt = false };

    private sealed record Signal(int Status, int? Code, string Case, PushVerdict Add, FailureKind Failure)
    {
        public PushVerdict? Update { get; init; }
        public PushVerdict? Remove { get; init; }
        public bool CountsAttempt { get; init; } = true;
    }
}
