using System.Security.Cryptography;
using System.Text;
using OrcidPortal.Data.Entities;
using OrcidPortal.Mapping;
using OrcidPortal.OrcidApi;
using OrcidPortal.Push;

namespace OrcidPortal.Commands.Generation;

/// <summary>What sender, person and curators would have written to a planned item by now: nine of ten of those that may go stand at ORCID.</summary>
internal sealed class ItemHistory(Random random, GeneratedIds ids, OrcidOptions orcid, long firstPutCode)
{
    private static readonly DateTimeOffset Today = GenerateOptions.Today;
    private static readonly string?[] Reasons = [null, null, "Not mine", "Nicht für ORCID bestimmt", "Duplicate of an older entry", "Confidential until 2027"];
    private long _putCode = firstPutCode;

    /// <summary>Writes the columns of sender and person.</summary>
    /// <param name="item">As the planner wrote it.</param>
    /// <param name="title">Of its record.</param>
    /// <returns>What stands at ORCID; null: nothing.</returns>
    public RemoteCopy? Write(SyncItem item, GeneratedPerson person, string title)
    {
        if (person.Connection is not { Orcid: { } iD, FirstSyncConfirmedAt: { } confirmed } || item.BlockReason == BlockReason.MissingScope) return null;
        var at = confirmed.AddSeconds(random.Next((int)(Today - confirmed).TotalSeconds));
        if (Way(item) is not { } sent) return Stop(item, person, at);
        item.PutCode = _putCode++;
        item.SentAt = at;
        item.SentVersion = sent.Older ? item.DesiredVersion - 1 : item.DesiredVersion;
        item.SentFingerprint = sent.Older || item.DesiredFingerprint.Length == 0 ? Older(item.Id) : item.DesiredFingerprint;
        return new RemoteCopy
        {
            Id = ids.Next(), Environment = orcid.EnvironmentName, ClientId = orcid.ClientId, Orcid = iD, Section = KindSections.NameOf(item.Kind), PutCode = item.PutCode.Value, SyncItemId = item.Id,
            Fingerprint = item.SentFingerprint, SelfKeys = item.SelfKeys, Title = title.Length <= 1000 ? title : title[..1000], ConfirmedAt = at,
        };
    }

    /// <summary>Whether it was sent, and whether what stands there is an older version; null: nothing stands there.</summary>
    private (bool Older, bool)? Way(SyncItem item)
    {
        var (way, hasOlder) = (random.NextDouble(), item.DesiredVersion > 1);
        if (item.Desired == Desired.Leave) return item.LeaveReason == LeaveReason.NotChosen && way < 0.1 ? (false, true) : null;
        if (item.Desired == Desired.Absent) return way < 0.6 ? (false, true) : null;
        if (item.AlreadyThere || !item.Approved) return null;
        if (item.ProblemCount > 0) return hasOlder && way < 0.4 ? (true, true) : null;
        return way < 0.9 ? (hasOlder && way < 0.02, true) : null;
    }

    /// <summary>Why it was not sent, where it was not: refused, busy, excluded, removed there; else it waits for its turn.</summary>
    private RemoteCopy? Stop(SyncItem item, GeneratedPerson person, DateTimeOffset at)
    {
        if (random.Chance(0.1)) Exclude(item, person, at);
        else if (item is { Desired: Desired.Present, ProblemCount: 0, AlreadyThere: false, Approved: true, BlockReason: BlockReason.None }) Meet(item, at);
        return null;
    }

    private void Exclude(SyncItem item, GeneratedPerson person, DateTimeOffset at)
    {
        item.ExcludedAt = at;
        item.ExcludedBy = random.Chance(0.8) ? person.Person.DisplayName : "Cora Curator";
        item.ExcludedReason = random.Pick(Reasons);
    }

    private void Meet(SyncItem item, DateTimeOffset at)
    {
        switch (random.Next(20))
        {
            case < 2:
                Fail(item, FailureKind.Refused, 400, 9001, "The client application made a bad request to the ORCID API.");
                item.RefusedVersion = item.DesiredVersion;
                break;
            case 2:
                Fail(item, FailureKind.DuplicateOfOther, 409, item.Kind.IsProfileItem() ? 9030 : 9021, "You have already added this activity to the ORCID record.");
                item.RefusedVersion = item.DesiredVersion;
                break;
            case 3:
                Fail(item, FailureKind.Unexpected, 500, null, "Something went wrong in ORCID.");
                break;
            case 4 or 5:
                Fail(item, random.Chance(0.5) ? FailureKind.Busy : FailureKind.Unreachable, random.Chance(0.5) ? 503 : null, null, null);
                (item.Attempts, item.Retries, item.RetryAt) = (0, random.Next(1, 6), Today.AddMinutes(random.Next(1, 60)));
                break;
            case 6 or 7:
                item.RemovedAtOrcidAt = item.SentAt = at;
                break;
        }
    }

    private void Fail(SyncItem item, FailureKind failure, int? status, int? code, string? message) =>
        (item.Failure, item.FailureStatus, item.FailureCode, item.FailureMessage, item.Attempts) = (failure, status, code, message, random.Next(1, 4));

    /// <summary>The fingerprint of a version that is no longer known.</summary>
    private static string Older(Guid id) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(id.ToString())));
}
