using OrcidPortal.Data.Entities;
using OrcidPortal.Mapping;

namespace OrcidPortal.Push;

/// <summary>What is committed before a call.</summary>
internal sealed record Intent(Guid BatchId, SyncOperation Operation, Guid? AgreementId, IReadOnlyList<IntentItem> Items);

/// <summary>One work of an intent, in its place.</summary>
/// <param name="Work">As it goes; null for a removal.</param>
/// <param name="PutCode">Of an update or removal.</param>
/// <param name="By">Who asked for it, as history shows it.</param>
internal sealed record IntentItem(Guid ItemId, Guid RecordId, int Version, string Title, MappedWork? Work, long? PutCode, string By);
