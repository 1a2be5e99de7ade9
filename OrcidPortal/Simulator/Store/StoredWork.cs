using OrcidPortal.Simulator.Messages;

namespace OrcidPortal.Simulator.Store;

/// <summary>A work on a record. <see cref="Source"/> is the id of the client that added it, or the person's own iD.</summary>
internal sealed record StoredWork(
    long PutCode, Work Work, string Source, string Visibility, int DisplayIndex, DateTimeOffset CreatedAt, DateTimeOffset LastModifiedAt)
{
    public bool IsFromClient(string? clientId) => clientId is not null && Source == clientId;
}
