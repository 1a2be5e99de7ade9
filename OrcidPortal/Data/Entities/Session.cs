namespace OrcidPortal.Data.Entities;

/// <summary>One sign-in of an account in one browser. The cookie names it, so that a sign-out ends it everywhere.</summary>
public sealed class Session : IConcurrent
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid AccountId { get; init; }
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>The absolute limit, however busy the session is.</summary>
    public DateTimeOffset ExpiresAt { get; init; }
    public DateTimeOffset? EndedAt { get; set; }
    public int Revision { get; set; }
}
