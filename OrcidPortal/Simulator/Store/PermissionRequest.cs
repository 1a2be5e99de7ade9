namespace OrcidPortal.Simulator.Store;

/// <summary>A client's request in a person's inbox to be let in.</summary>
internal sealed record PermissionRequest(long PutCode, string ClientId, string Xml, DateTimeOffset CreatedAt)
{
    public DateTimeOffset? ReadAt { get; init; }
    public DateTimeOffset? ArchivedAt { get; init; }
}
