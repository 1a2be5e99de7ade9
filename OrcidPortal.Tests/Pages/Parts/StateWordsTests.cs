using System.Collections;
using System.Globalization;
using System.Resources;
using OrcidPortal.Data.Entities;
using OrcidPortal.Pages.Parts;
using OrcidPortal.Pages.Texts;

namespace OrcidPortal.Tests.Pages.Parts;

public sealed class StateWordsTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 2, 9, 0, 0, TimeSpan.Zero);
    private readonly StateWords _words = Words.Of<StateWords>();

    public static TheoryData<SyncState> States => [.. Enum.GetValues<SyncState>()];

    [Theory, MemberData(nameof(States))]
    public void Every_state_has_words_for_everybody(SyncState state)
    {
        var texts = new[] { Audience.Researcher, Audience.Curator, Audience.Admin }
            .SelectMany(a => new[] { _words.Word(state, a), Say(new SyncItem { State = state }, a) }).ToList();

        texts.ShouldAllBe(t => t.Length > 3 && !t.Contains('{', StringComparison.Ordinal) && !t.Contains("Researcher.", StringComparison.Ordinal) && !t.Contains("Staff.", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_reason_to_be_blocked_or_held_or_failed_has_words()
    {
        var blocked = Enum.GetValues<BlockReason>().Select(r => Say(new SyncItem { State = SyncState.Blocked, BlockReason = r }, Audience.Researcher));
        var held = Enum.GetValues<HoldReason>().Select(r => Say(new SyncItem { State = SyncState.Held, HoldReason = r }, Audience.Curator));
        var failed = Enum.GetValues<FailureKind>().Select(r => Say(new SyncItem { State = SyncState.Failed, Failure = r }, Audience.Admin));

        blocked.Concat(held).Concat(failed).ShouldAllBe(t => !t.Contains("Blocked.", StringComparison.Ordinal) && !t.Contains("Held.", StringComparison.Ordinal) && !t.Contains("Failure.", StringComparison.Ordinal));
    }

    [Fact]
    public void A_researcher_reads_no_codes()
    {
        var item = new SyncItem { State = SyncState.InSync, PutCode = 1234567, SentAt = new DateTimeOffset(2026, 5, 3, 9, 0, 0, TimeSpan.Zero) };

        Say(item, Audience.Researcher).ShouldBe("In your ORCID record since 3 May.");
        Say(item, Audience.Curator).ShouldBe("In sync, put-code 1234567");
    }

    [Fact]
    public void What_is_ready_says_when_it_goes()
    {
        var daily = new SyncItem { State = SyncState.Ready, DueAt = Now.AddHours(13) };
        var asked = new SyncItem { State = SyncState.Ready, DueAt = Now.AddHours(13), SendNowAt = Now };

        Say(daily, Audience.Researcher).ShouldBe("Will be sent with the next run, today at 22:00.");
        Say(asked, Audience.Researcher).ShouldBe("Will be sent with the next run, any moment now.");
    }

    [Fact]
    public void What_is_left_after_a_disconnect_does_not_say_that_it_was_chosen()
    {
        var item = new SyncItem { State = SyncState.NotChosen, LeaveReason = LeaveReason.Disconnected };

        Say(item, Audience.Researcher).ShouldBe("Not sent, because your ORCID iD is not connected.");
        Say(item, Audience.Curator).ShouldBe("Not sent: disconnected by the person");
    }

    [Theory]
    [InlineData(LeaveReason.NotOurs, "You can add it at ORCID yourself", "Mark it on the page Organisations")]
    [InlineData(LeaveReason.NotMyRole, "If the part is wrong, correct it", "Correct the role")]
    [InlineData(LeaveReason.SwitchedOff, "You can add it at ORCID yourself", "switched off for the institution")]
    public void What_the_institution_leaves_out_says_why_and_what_one_can_do(LeaveReason reason, string toResearcher, string toCurator)
    {
        var (left, there) = (new SyncItem { State = SyncState.NotChosen, LeaveReason = reason }, new SyncItem { State = SyncState.NotChosen, LeaveReason = reason, PutCode = 1234567 });

        Say(left, Audience.Researcher).ShouldStartWith("Not sent: ");
        Say(left, Audience.Researcher).ShouldContain(toResearcher);
        Say(left, Audience.Curator).ShouldContain(toCurator);
        Say(there, Audience.Researcher).ShouldStartWith("In your ORCID record, and not updated any more: ");
        Say(there, Audience.Curator).ShouldStartWith("Not updated any more, put-code 1234567: ");
        new[] { left, there }.ShouldAllBe(i => !Say(i, Audience.Researcher).Contains("chose", StringComparison.Ordinal));
    }

    [Fact]
    public void What_was_taken_over_from_ORCID_is_said_to_stay_there()
    {
        var (left, there) = (new SyncItem { State = SyncState.NotChosen, LeaveReason = LeaveReason.FromOrcid }, new SyncItem { State = SyncState.NotChosen, LeaveReason = LeaveReason.FromOrcid, PutCode = 1234567 });

        Say(left, Audience.Researcher).ShouldBe("Taken over from your ORCID record; it stays there as it is.");
        Say(left, Audience.Curator).ShouldBe("Not sent: only known from the person's ORCID record. Deposit it, or leave it so");
        Say(there, Audience.Researcher).ShouldStartWith("In your ORCID record, and not updated any more: ");
        Say(there, Audience.Curator).ShouldStartWith("Not updated any more, put-code 1234567: only known");
    }

    [Theory]
    [InlineData(RecordKind.Keyword, "Not sent: this kind is off in your preferences. You can switch it on there.")]
    [InlineData(RecordKind.Funding, "Not sent, as you chose.")]
    public void A_kind_that_is_off_from_the_beginning_was_not_chosen_so(RecordKind kind, string sentence) =>
        Say(new SyncItem { Kind = kind, State = SyncState.NotChosen, LeaveReason = LeaveReason.NotChosen }, Audience.Researcher).ShouldBe(sentence);

    [Fact]
    public void A_name_says_that_it_waits_for_its_own_confirmation()
    {
        var open = new SyncItem { Kind = RecordKind.OtherName, State = SyncState.AwaitingApproval, DesiredVersion = 2, ConfirmedVersion = 1 };
        var confirmed = new SyncItem { Kind = RecordKind.OtherName, State = SyncState.AwaitingApproval, DesiredVersion = 2, ConfirmedVersion = 2 };

        Say(open, Audience.Researcher).ShouldBe("Waiting for your OK: a name is sent only once you have confirmed it.");
        Say(open, Audience.Curator).ShouldBe("Waits for the person: they have to confirm the name");
        Say(confirmed, Audience.Researcher).ShouldBe("Waiting for your OK.");
    }

    [Theory]
    [InlineData(RecordKind.Funding, "add to your record")]
    [InlineData(RecordKind.Keyword, "change your profile")]
    public void A_missing_permission_is_named_by_what_it_is_for(RecordKind kind, string words)
    {
        Say(new SyncItem { Kind = kind, State = SyncState.Blocked, BlockReason = BlockReason.MissingScope }, Audience.Researcher).ShouldContain(words);
    }

    [Theory]
    [InlineData(SyncState.NotChosen, LeaveReason.None, "In your ORCID record, and not updated any more, as you chose.")]
    [InlineData(SyncState.NotChosen, LeaveReason.Disconnected, "In your ORCID record, and not updated any more, because your ORCID iD is not connected.")]
    [InlineData(SyncState.Excluded, LeaveReason.None, "In your ORCID record, and not updated any more, as you decided.")]
    public void What_was_sent_and_then_left_alone_is_still_said_to_be_there(SyncState state, LeaveReason reason, string sentence)
    {
        Say(new SyncItem { State = state, LeaveReason = reason, PutCode = 1234567 }, Audience.Researcher).ShouldBe(sentence);
    }

    [Fact]
    public void What_is_rightly_not_at_ORCID_is_not_said_to_be_there()
    {
        Say(new SyncItem { State = SyncState.InSync }, Audience.Researcher).ShouldBe("Not in your ORCID record, as it should be.");
    }

    [Fact]
    public void The_other_source_is_named()
    {
        var item = new SyncItem { State = SyncState.AlreadyThere, AlreadyThereFrom = "Crossref" };

        Say(item, Audience.Researcher).ShouldBe("Already in your ORCID record, added by Crossref. We leave it as it is.");
    }

    [Fact]
    public void A_retry_and_a_failure_name_the_answer_to_curators()
    {
        var retrying = new SyncItem { State = SyncState.Retrying, RetryAt = Now.AddHours(2), FailureStatus = 503 };
        var failed = new SyncItem { State = SyncState.Failed, Failure = FailureKind.TooMany, FailureStatus = 409, FailureCode = 9048 };

        Say(retrying, Audience.Curator).ShouldBe("Retrying, today at 11:00 (ORCID answered 503)");
        Say(failed, Audience.Admin).ShouldBe("Failed: the ORCID record is full (10,000 works) (ORCID answered 409, code 9048)");
    }

    [Theory]
    [InlineData(typeof(FrameTexts))]
    [InlineData(typeof(StateTexts))]
    [InlineData(typeof(ResearcherTexts))]
    [InlineData(typeof(ConnectTexts))]
    public void No_text_is_empty_or_speaks_of_an_error_occurred(Type texts)
    {
        var all = new ResourceManager(texts.FullName!, texts.Assembly).GetResourceSet(CultureInfo.InvariantCulture, true, true)!.Cast<DictionaryEntry>().ToList();

        all.ShouldNotBeEmpty();
        all.ShouldAllBe(t => !string.IsNullOrWhiteSpace((string?)t.Value) && !((string)t.Value!).Contains("error occurred", StringComparison.OrdinalIgnoreCase));
    }

    private string Say(SyncItem item, Audience audience)
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("en-GB");
        var said = _words.Sentence(item, [], audience, Now, TimeZoneInfo.Utc);
        CultureInfo.CurrentCulture = before;
        return said;
    }
}
