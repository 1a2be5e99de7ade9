namespace OrcidPortal.Data.Entities;

/// <summary>A sign-in. It belongs to at most one person, tied by a stable id and confirmed by the person (design §6).</summary>
public sealed class Account : IConcurrent
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary><c>demo</c> or the token's issuer.</summary>
    public required string Issuer { get; init; }

    /// <summary>The stable id the issuer gives (claim setting).</summary>
    public required string Subject { get; init; }
    public string Name { get; set; } = "";
    public string? Email { get; set; }
    public Guid? PersonId { get; set; }

    /// <summary>When the person said "yes, this is me", or the stable id itself named the person.</summary>
    public DateTimeOffset? PersonConfirmedAt { get; set; }

    /// <summary>The app roles the last sign-in brought; a session with more than these is over.</summary>
    public ValueList<string> Roles { get; set; } = [];

    /// <summary>Of a curator: the departments whose records they look after, up to 50; empty: all.</summary>
    public ValueList<string> Departments { get; set; } = [];

    /// <summary>When the person said "no, that is someone else" to an e-mail proposal.</summary>
    public DateTimeOffset? ProposalDeclinedAt { get; set; }
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset LastSignInAt { get; set; }
    public int Revision { get; set; }
}
