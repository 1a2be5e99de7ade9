namespace OrcidPortal.Data.Entities;

/// <summary>Two records of one kind that may be the same work. The smaller id is the first; a pair has one row for good.</summary>
public sealed class DuplicatePair : IConcurrent
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid FirstId { get; init; }
    public Guid SecondId { get; init; }
    public RecordKind Kind { get; init; }
    public DuplicateReason Reason { get; set; }

    /// <summary>The identifier they share, <c>type:value</c>, up to 400 characters; null where it is not by one.</summary>
    public string? Key { get; set; }
    public DuplicateState State { get; set; }
    public DateTimeOffset FoundAt { get; init; }
    public DateTimeOffset? DecidedAt { get; set; }
    public string? DecidedBy { get; set; }

    /// <summary>Which of them stayed; null unless merged.</summary>
    public Guid? KeptId { get; set; }
    public int Revision { get; set; }
}

/// <summary>Why two records may be the same, the strongest first. OrcidSaid: ORCID refused one because it has the other.</summary>
public enum DuplicateReason { SharedIdentifier, OrcidSaid, SameTitle }

/// <summary>Different: a curator said so, for good.</summary>
public enum DuplicateState { Open, Different, Merged }
