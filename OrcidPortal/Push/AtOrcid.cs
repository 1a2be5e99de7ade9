using OrcidPortal.Data.Entities;

namespace OrcidPortal.Push;

/// <summary>What one person has, seen from ORCID.</summary>
/// <param name="There">Those that stand in the ORCID record from us; also those that are not updated any more.</param>
/// <param name="NotYet">Those that go, or would go if the person chose them.</param>
public sealed record AtOrcid(int There, int NotYet)
{
    internal static readonly SyncState[] Sendable = [SyncState.NotChosen, SyncState.Ready, SyncState.Retrying, SyncState.Sending, SyncState.AwaitingApproval];
}
