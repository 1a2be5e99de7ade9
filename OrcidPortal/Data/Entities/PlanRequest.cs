namespace OrcidPortal.Data.Entities;

/// <summary>Something other than a record changed and a scope must be planned again, in pages of 500.</summary>
public sealed class PlanRequest : IConcurrent
{
    public long Id { get; init; }
    public PlanScope Scope { get; init; }

    /// <summary>The person's id for <see cref="PlanScope.Person"/>; null for all.</summary>
    public Guid? PersonId { get; init; }

    /// <summary>The vocabulary of <see cref="PlanScope.Term"/>, as in <see cref="RecordTerm"/>.</summary>
    public string? Vocabulary { get; init; }

    /// <summary>The value of <see cref="PlanScope.Term"/>; null: all of the vocabulary.</summary>
    public string? Term { get; init; }
    public required string Cause { get; init; }
    public DateTimeOffset At { get; init; }

    /// <summary>The last record id done, where the next page starts.</summary>
    public Guid? Cursor { get; set; }
    public DateTimeOffset? DoneAt { get; set; }
    public int Revision { get; set; }
}

/// <summary>A person's records, those that use a value, or all.</summary>
public enum PlanScope { Person, Everything, Term }
