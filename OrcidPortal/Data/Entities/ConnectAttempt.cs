namespace OrcidPortal.Data.Entities;

/// <summary>One walk to ORCID and back: its state value is good once, for ten minutes, in one browser.</summary>
public sealed class ConnectAttempt : IConcurrent
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid PersonId { get; init; }
    public Guid AccountId { get; init; }

    /// <summary>Hash of the value in the browser's cookie.</summary>
    public required string BrowserHash { get; init; }
    public required string Scopes { get; init; }
    public required string Language { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset ExpiresAt { get; init; }
    public DateTimeOffset? UsedAt { get; set; }
    public int Revision { get; set; }
}
