namespace OrcidPortal.Data.Entities;

/// <summary>What a curator did about a work that somebody took over from ORCID and the repository lacks.</summary>
public sealed class Deposit : IConcurrent
{
    public Guid RecordId { get; init; }

    /// <summary>When it was last put into a file for the repository.</summary>
    public DateTimeOffset? TakenAt { get; set; }
    public string? TakenBy { get; set; }

    /// <summary>When a curator said that it does not belong into the repository; null: it does.</summary>
    public DateTimeOffset? DeclinedAt { get; set; }
    public string? DeclinedBy { get; set; }

    /// <summary>Why, up to 1,000 characters.</summary>
    public string? Reason { get; set; }
    public int Revision { get; set; }
}
