using Microsoft.Extensions.Localization;
using OrcidPortal.Data.Entities;
using OrcidPortal.Pages.Texts;

namespace OrcidPortal.Pages.Parts;

/// <summary>What each state of a work means, in the words of whoever reads it.</summary>
public sealed class StateWords(IStringLocalizer<StateTexts> texts, Times times)
{
    /// <summary>One to four words, for chips and filters.</summary>
    public string Word(SyncState state, Audience audience) => texts[$"Word.{(audience == Audience.Researcher ? "Researcher" : "Staff")}.{state}"];

    /// <summary>One or two sentences: what it is, what it means, what to do.</summary>
    /// <param name="item">The work of one person, and how far it is.</param>
    /// <param name="problems">Its problems, for <see cref="SyncState.NeedsFix"/>.</param>
    /// <param name="audience">Who reads.</param>
    /// <param name="now">The time to count from.</param>
    /// <param name="zone">The reader's zone.</param>
    public string Sentence(SyncItem item, IReadOnlyList<RecordProblem> problems, Audience audience, DateTimeOffset now, TimeZoneInfo zone) =>
        audience == Audience.Researcher ? ForResearcher(item, now, zone) : ForStaff(item, problems, now, zone);

    private string ForResearcher(SyncItem item, DateTimeOffset now, TimeZoneInfo zone) => item.State switch
    {
        SyncState.Ready when item.Desired == Desired.Absent => texts["Researcher.Ready.Removal", Due(item, now, zone)],
        SyncState.Ready => texts["Researcher.Ready", Due(item, now, zone)],
        SyncState.AlreadyThere => item.AlreadyThereFrom is { Length: > 0 } from ? texts["Researcher.AlreadyThere", AddedByWords.Of(from, texts)] : texts["Researcher.AlreadyThere.Unknown"],
        SyncState.Blocked => texts[$"Researcher.Blocked.{Block(item)}"],
        // Some profile items are off from the beginning: nobody chose that.
        SyncState.NotChosen when item is { LeaveReason: LeaveReason.NotChosen, PutCode: null } && item.Kind.IsProfileItem() => texts["Researcher.NotChosen.Profile"],
        SyncState.NotChosen => texts[$"Researcher.NotChosen{(item.PutCode is null ? "" : ".There")}{Reason(item)}"],
        SyncState.Retrying when item.Failure == FailureKind.IdentifierMoves => texts["Researcher.Retrying.IdentifierMoves"],
        SyncState.AwaitingApproval when WaitsForName(item) => texts["Researcher.AwaitingApproval.Name"],
        SyncState.Held when item.HoldReason == HoldReason.OpenProposal => texts["Researcher.Held.OpenProposal"],
        SyncState.Excluded when item.ExcludedByLibrary => texts[$"Researcher.Excluded.Library{(item.PutCode is null ? "" : ".There")}", item.ExcludedBy ?? "", item.ExcludedReason ?? ""],
        SyncState.Excluded when item.PutCode is not null => texts["Researcher.Excluded.There"],
        SyncState.InSync when item.PutCode is null => texts["Researcher.InSync.NoCopy"],
        SyncState.InSync => texts["Researcher.InSync", times.Day(item.SentAt ?? item.StateSince, now, zone)],
        _ => texts[$"Researcher.{item.State}"],
    };

    private string ForStaff(SyncItem item, IReadOnlyList<RecordProblem> problems, DateTimeOffset now, TimeZoneInfo zone) => item.State switch
    {
        SyncState.Ready => texts["Staff.Ready", Due(item, now, zone)],
        SyncState.AlreadyThere => item.AlreadyThereFrom is { Length: > 0 } from ? texts["Staff.AlreadyThere", from] : texts["Staff.AlreadyThere.Unknown"],
        SyncState.NeedsFix when item.RefusedVersion == item.DesiredVersion => texts["Staff.NeedsFix.Refused", item.FailureMessage ?? ""],
        SyncState.NeedsFix => texts[problems.Count == 1 ? "Staff.NeedsFix.One" : "Staff.NeedsFix", problems.Count == 0 ? item.ProblemCount : problems.Count],
        SyncState.Retrying when item.Failure == FailureKind.IdentifierMoves => texts["Staff.Retrying.IdentifierMoves", times.Coming(item.RetryAt ?? now, now, zone), item.FailureMessage ?? ""],
        SyncState.Retrying => texts["Staff.Retrying", times.Coming(item.RetryAt ?? now, now, zone), Answer(item)],
        SyncState.Blocked => texts[$"Staff.Blocked.{Block(item)}"],
        SyncState.Held => texts[$"Staff.Held.{item.HoldReason}"],
        SyncState.Failed => texts["Staff.Failed", texts[$"Failure.{item.Failure}"], Answer(item)],
        SyncState.Excluded => texts["Staff.Excluded", item.ExcludedBy ?? "", item.ExcludedReason is { Length: > 0 } reason ? texts["Staff.Excluded.Reason", reason] : ""],
        SyncState.NotChosen when item.PutCode is { } putCode =>
            texts[$"Staff.NotChosen.There{(item.LeaveReason == LeaveReason.Disconnected ? "" : Reason(item))}", putCode.ToString(System.Globalization.CultureInfo.InvariantCulture)],
        SyncState.NotChosen => texts[$"Staff.NotChosen{Reason(item)}"],
        SyncState.AwaitingApproval when WaitsForName(item) => texts["Staff.AwaitingApproval.Name"],
        SyncState.InSync when item.PutCode is { } putCode => texts["Staff.InSync", putCode.ToString(System.Globalization.CultureInfo.InvariantCulture)],
        SyncState.InSync => texts["Staff.InSync.NoCopy"],
        _ => texts[$"Staff.{item.State}"],
    };

    /// <summary>Why it is left, in the names of the texts; what the person chose themselves needs no reason.</summary>
    private static string Reason(SyncItem item) => item.LeaveReason is LeaveReason.Disconnected or LeaveReason.NotOurs or LeaveReason.NotMyRole or LeaveReason.SwitchedOff or LeaveReason.FromOrcid ? $".{item.LeaveReason}" : "";

    private static string Block(SyncItem item) => item.BlockReason == BlockReason.MissingScope && item.Kind.IsProfileItem() ? "MissingScope.Profile" : item.BlockReason.ToString();

    private static bool WaitsForName(SyncItem item) => item.Kind == RecordKind.OtherName && item.ConfirmedVersion != item.DesiredVersion;

    private string Due(SyncItem item, DateTimeOffset now, TimeZoneInfo zone) =>
        (item.SendNowAt is not null && item.Desired != Desired.Absent) || item.DueAt is not { } due ? texts["Due.Next"] : times.Coming(due, now, zone);

    private string Answer(SyncItem item) => (item.FailureStatus, item.FailureCode) switch
    {
        ({ } status, { } code) => texts["Answer.Code", status.ToString(System.Globalization.CultureInfo.InvariantCulture), code.ToString(System.Globalization.CultureInfo.InvariantCulture)],
        ({ } status, null) => texts["Answer.Status", status.ToString(System.Globalization.CultureInfo.InvariantCulture)],
        _ => texts["Answer.None"],
    };
}
