using OrcidPortal.Data.Entities;
using OrcidPortal.Mapping;

namespace OrcidPortal.Push;

/// <summary>Writes the planner's columns of one item; never the sender's.</summary>
internal static class Desires
{
    /// <summary>The cause of what differs from what stands at ORCID already, from an earlier system or connection.</summary>
    public const string FoundAtOrcid = "found at ORCID";

    /// <summary>The cause of what differs from what a repair found at ORCID, with the comparison's id: one for all people, so that their changes are counted together.</summary>
    public const string Repair = "repair:";

    /// <summary>What is wanted of a record for a person, before problems.</summary>
    /// <param name="ended">The record is no longer theirs.</param>
    /// <param name="withProfile">The institution sends profile items.</param>
    public static (Desired Desired, LeaveReason Reason) Of(PersonFacts person, PlannedRecord planned, bool ended, bool withProfile)
    {
        var kind = planned.Record.Kind;
        if (person.Connection?.State == ConnectionState.Disconnecting) return (Desired.Absent, LeaveReason.None);
        if (person.Connection?.State == ConnectionState.Disconnected) return (Desired.Leave, LeaveReason.Disconnected);
        if (kind.IsProfileItem() && !withProfile) return (Desired.Leave, LeaveReason.SwitchedOff);
        if (!KindChoices.Wants(person.Preference, kind)) return (Desired.Leave, LeaveReason.NotChosen);
        if (ended) return (Desired.Absent, LeaveReason.None);
        // What only the person's own ORCID record says goes nowhere; once the repository has it, it is the institution's to say.
        if (planned.Record.OnlyAtOrcid) return (Desired.Leave, LeaveReason.FromOrcid);
        // In its own name an institution says only what it knows: who is where it speaks for, and who made a work.
        if (kind.IsAffiliation() && planned.Context.Organization is { Tie: OrganizationTie.None }) return (Desired.Leave, LeaveReason.NotOurs);
        if (kind == RecordKind.Work && !OwnPart.IsMine(planned.Record.Fields, planned.Context.Vocabularies, person.Person.GivenNames, person.Person.FamilyName, person.Connection?.Orcid))
            return (Desired.Leave, LeaveReason.NotMyRole);
        return (Desired.Present, LeaveReason.None);
    }

    /// <summary>Writes what is wanted.</summary>
    /// <param name="item">The item, new or as stored.</param>
    /// <param name="person">Connection, preference, what ORCID holds from others.</param>
    /// <param name="planned">The record as it would go.</param>
    /// <param name="ended">The record is no longer theirs.</param>
    /// <param name="withProfile">The institution sends profile items.</param>
    /// <param name="problems">Blocking problems of this person and record.</param>
    /// <param name="cause">What made planning look at it; null: the person's own wish, which is never braked.</param>
    /// <param name="now">The time of planning.</param>
    public static void Write(SyncItem item, PersonFacts person, PlannedRecord planned, bool ended, bool withProfile, int problems, string? cause, DateTimeOffset now)
    {
        var mapped = planned.Mapped;
        var fingerprint = mapped.CanBeSent ? mapped.Fingerprint : "";
        var (desired, reason) = Of(person, planned, ended, withProfile);
        var changed = item.Desired != desired || item.DesiredFingerprint != fingerprint || item.DesiredAt == default;
        if (changed) item.DesiredAt = now;
        item.Desired = desired;
        item.LeaveReason = reason;
        item.DesiredVersion = planned.Record.Version;
        item.DesiredFingerprint = fingerprint;
        // What stands there unseen is looked at first; only then is it known whether anything would change.
        if (!WouldChange(item)) item.Cause = null;
        else if (changed || (item.Cause is null && cause is not null && (cause.StartsWith(FoundAtOrcid, StringComparison.Ordinal) || cause.StartsWith(Repair, StringComparison.Ordinal)))) item.Cause = cause;
        item.SelfKeys = [.. mapped.SelfKeys];
        item.ProblemCount = problems;
        item.BlockReason = Block(person.Connection, WriteScopes.Of(item.Kind), now);
        item.Approved = person.Connection?.FirstSyncConfirmedAt is not null && (item.Kind != RecordKind.OtherName || item.ConfirmedVersion == item.DesiredVersion || desired == Desired.Absent);
        var section = KindSections.NameOf(item.Kind);
        var other = mapped.SelfKeys.Where(k => person.Foreign.ContainsKey((section, k))).Select(k => person.Foreign[(section, k)]).FirstOrDefault() ?? person.Linked.GetValueOrDefault(planned.Record.Id);
        // What says who somebody is stands there once: nobody needs to hear it from the library, too.
        item.AlreadyThere = other is not null && (person.Preference.AlreadyThere == AlreadyThereRule.Leave || item.Kind.IsProfileItem());
        item.AlreadyThereFrom = other;
    }

    /// <summary>Whether sending it would update or remove something at ORCID.</summary>
    private static bool WouldChange(SyncItem item) => item.PutCode is not null && item.SentFingerprint.Length > 0 && item.Desired != Desired.Leave
        && (item.Desired == Desired.Absent || (item.DesiredFingerprint.Length > 0 && item.DesiredFingerprint != item.SentFingerprint));

    /// <summary>What keeps an item back that could go otherwise.</summary>
    /// <param name="proposed">An author proposed other values of what others have, too, and no curator has decided yet.</param>
    public static HoldReason Hold(SyncItem item, PersonFacts person, IReadOnlyList<Resend> resends, bool proposed, PushOptions options)
    {
        if (person.Connection?.State == ConnectionState.Disconnecting) return HoldReason.None;
        if (person.Connection?.NameCheckOpen == true) return HoldReason.NameCheck;
        if (!Pilot.Allows(options, person.Person)) return HoldReason.Pilot;
        // What stands there as we believe waits for nothing, and what is to go there no more is no matter of what it says.
        if (proposed && item.Desired == Desired.Present && !SyncStates.IsAsDesired(item)) return HoldReason.OpenProposal;
        return Brake.Holds(item, resends) ? HoldReason.Brake : HoldReason.None;
    }

    private static BlockReason Block(Connection? connection, string scope, DateTimeOffset now) => connection switch
    {
        null or { State: ConnectionState.None } => BlockReason.NeverConnected,
        { State: ConnectionState.Disconnected } => BlockReason.Disconnected,
        { State: ConnectionState.TokenRejected } => BlockReason.TokenRejected,
        { TokenExpiresAt: { } end } when end <= now => BlockReason.TokenRejected,
        { LockedAt: not null } => BlockReason.RecordLocked,
        _ when !connection.Scopes.Split(' ').Contains(scope, StringComparer.Ordinal) => BlockReason.MissingScope,
        _ => BlockReason.None,
    };
}
