namespace OrcidPortal.Data.Entities;

/// <summary>A token to be revoked at ORCID, sealed for nothing else, kept at most 7 days.</summary>
public sealed class Revocation : IConcurrent
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid PersonId { get; init; }
    public required string SealedToken { get; set; }
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset DueAt { get; set; }
    public int Attempts { get; set; }
    public int Revision { get; set; }
}
