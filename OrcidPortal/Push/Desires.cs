using OrcidPortal.Data.Entities;
using OrcidPortal.Mapping;

namespace OrcidPortal.Push;

/// <summary>Writes the planner's columns of one item; never the sender's.</summary>
internal static class Desires
{
    private const string WriteScope = "/activities/update";

    /// <summary>What is wanted of a record for a person, before problems.</summary>
    public static (Desired Desired, LeaveReason Reason) Of(PersonFacts person, bool ended)
    {
        if (person.Connection?.State == ConnectionState.Disconnected) return (Desired.Leave, LeaveReason.Disconnected);
        if (person.Preference.Works == WorksChoice.None) return (Desired.Leave, LeaveReason.NotChosen);
        return ended ? (Desired.Absent, LeaveReason.None) : (Desired.Present, LeaveReason.None);
    }

    /// <summary>Writes what is wanted.</summary>
    /// <param name="item">The item, new or as stored.</param>
    /// <param name="person">Connection, preference, what ORCID holds from others.</param>
    /// <param name="version">The record's version.</param>
    /// <param name="work">The record as it would go.</param>
    /// <param name="ended">The record is no longer theirs.</param>
    /// <param name="problems">Blocking problems of this person and record.</param>
    /// <param name="now">The time of planning.</param>
    public static void Write(SyncItem item, PersonFacts person, int version, MappedWork work, bool ended, int problems, DateTimeOffset now)
    {
        var fingerprint = work.CanBeSent ? work.Fingerprint : "";
        var (desired, reason) = Of(person, ended);
        if (item.Desired != desired || item.DesiredFingerprint != fingerprint || item.DesiredAt == default) item.DesiredAt = now;
        item.Desired = desired;
        item.LeaveReason = reason;
        item.DesiredVersion = version;
        item.DesiredFingerprint = fingerprint;
        item.SelfKeys = [.. work.SelfKeys];
        item.ProblemCount = problems;
        item.BlockReason = Block(person.Connection, now);
        item.HoldReason = person.Connection?.NameCheckOpen == true ? HoldReason.NameCheck : HoldReason.None;
        item.Approved = person.Connection?.FirstSyncConfirmedAt is not null;
        var other = work.SelfKeys.Where(person.Foreign.ContainsKey).Select(k => person.Foreign[k]).FirstOrDefault();
        item.AlreadyThere = other is not null && person.Preference.AlreadyThere == AlreadyThereRule.Leave;
        item.AlreadyThereFrom = other;
    }

    private static BlockReason Block(Connection? connection, DateTimeOffset now) => connection switch
    {
        null or { State: ConnectionState.None } => BlockReason.NeverConnected,
        { State: ConnectionState.Disconnected } => BlockReason.Disconnected,
        { State: ConnectionState.TokenRejected } => BlockReason.TokenRejected,
        { TokenExpiresAt: { } end } when end <= now => BlockReason.TokenRejected,
        { LockedAt: not null } => BlockReason.RecordLocked,
        _ when !connection.Scopes.Split(' ').Contains(WriteScope, StringComparer.Ordinal) => BlockReason.MissingScope,
        _ => BlockReason.None,
    };
}
