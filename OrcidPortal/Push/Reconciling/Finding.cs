using OrcidPortal.Data.Entities;

namespace OrcidPortal.Push.Reconciling;

/// <summary>One difference between what ORCID holds and what we believe.</summary>
/// <param name="Item">The item it is about; null: of no record we know.</param>
/// <param name="PutCode">The put-code we believe in.</param>
/// <param name="There">Where it stands at ORCID; null: nowhere.</param>
/// <param name="Fingerprint">Of what stands there; null where it was not looked at.</param>
internal sealed record Finding(DifferenceKind Kind, SyncItem? Item, string Section, string Title, long? PutCode, long? There, string? Fingerprint)
{
    /// <summary>What the ordinary rules would send once this is repaired, at most.</summary>
    public SyncOperation? Sends => Item switch
    {
        null or { ExcludedAt: not null } => null,
        { Desired: Desired.Absent } => There is null ? null : SyncOperation.Remove,
        { Desired: Desired.Present, DesiredFingerprint.Length: > 0, AlreadyThere: false } when There is null => Kind is DifferenceKind.NeverThere or DifferenceKind.Stuck ? SyncOperation.Add : null,
        { Desired: Desired.Present, DesiredFingerprint: { Length: > 0 } wanted } when There is not null && Fingerprint is not null && Fingerprint != wanted => SyncOperation.Update,
        _ => null,
    };

    /// <summary>As a report keeps it.</summary>
    public Difference ToDifference(Guid comparisonId, Guid personId) => new()
    {
        ComparisonId = comparisonId, PersonId = personId, Kind = Kind, SyncItemId = Item?.Id, RecordId = Item?.RecordId, Section = Section, Title = Title, PutCode = PutCode, PutCodeThere = There, Sends = Sends,
    };

    /// <summary>Whether a report speaks of the same.</summary>
    public bool Is(Difference reported) => reported.Kind == Kind && reported.SyncItemId == Item?.Id && reported.Section == Section && reported.PutCode == PutCode && reported.PutCodeThere == There;
}
