namespace OrcidPortal.Data.Entities;

/// <summary>What a curator asks a person about a record of theirs, and the answer.</summary>
public sealed class Question : IConcurrent
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid RecordId { get; init; }
    public Guid PersonId { get; init; }

    /// <summary>Plain text, up to 1,000 characters.</summary>
    public required string Text { get; init; }
    public required string AskedBy { get; init; }
    public DateTimeOffset AskedAt { get; init; }
    public QuestionState State { get; set; }

    /// <summary>Plain text, up to 2,000 characters.</summary>
    public string? Answer { get; set; }
    public string? AnsweredBy { get; set; }
    public DateTimeOffset? AnsweredAt { get; set; }
    public string? ClosedBy { get; set; }
    public DateTimeOffset? ClosedAt { get; set; }
    public int Revision { get; set; }
}

/// <summary>Open: waits for the person. Answered: waits for a curator.</summary>
public enum QuestionState { Open, Answered, Closed }
