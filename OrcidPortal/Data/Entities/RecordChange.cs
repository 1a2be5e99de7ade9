namespace OrcidPortal.Data.Entities;

/// <summary>A line of the change queue: this record changed and its items must be planned again.</summary>
public sealed class RecordChange
{
    public long Id { get; init; }
    public Guid RecordId { get; init; }
    public int RecordVersion { get; init; }
    public Origin Origin { get; init; }

    /// <summary>What caused it: <c>import:{id}</c>, <c>correction:{id}</c>, <c>api</c> ...</summary>
    public required string Cause { get; init; }
    public DateTimeOffset At { get; init; }

    /// <summary>Set by the planner, in the transaction that planned it.</summary>
    public DateTimeOffset? PlannedAt { get; set; }
}

public enum Origin { Import, Correction, Orcid, Api, Hand }
