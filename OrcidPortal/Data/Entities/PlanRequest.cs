namespace OrcidPortal.Data.Entities;

/// <summary>Something other than a record changed and a scope must be planned again, in pages of 500.</summary>
public sealed class PlanRequest : IConcurrent
{
    public long Id { get; init; }
    public PlanScope Scope { get; init; }

    /// <summary>The person's id for <see cref="PlanScope.Person"/>; null for all.</summary>
    public Guid? PersonId { get; init; }
    public required string Cause { get; init; }
    public DateTimeOffset At { get; init; }

    /// <summary>The last record id done, where the next page starts.</summary>
    public Guid? Cursor { get; set; }
    public DateTimeOffset? DoneAt { get; set; }
    public int Revision { get; set; }
}

public enum PlanScope { Person, Everything }
