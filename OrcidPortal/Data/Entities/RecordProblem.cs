namespace OrcidPortal.Data.Entities;

/// <summary>One reason why ORCID would refuse a record, as the planner last found it.</summary>
public sealed class RecordProblem
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid RecordId { get; init; }

    /// <summary>Set where the problem exists for one person's record only (an identifier shared by two of their works).</summary>
    public Guid? PersonId { get; init; }

    /// <summary>For example <c>title.required</c>; the closed list is in Mapping.</summary>
    public required string Code { get; init; }
    public ProblemSeverity Severity { get; init; }

    /// <summary>The field to fix, a path of <c>FieldPaths</c>, with an element key after <c>/</c> for lists.</summary>
    public required string Field { get; init; }

    /// <summary>The value that is wrong, up to 500 characters; empty where one is missing.</summary>
    public string Value { get; init; } = "";

    /// <summary>A value that would be right, where one can be computed.</summary>
    public string? Suggestion { get; init; }

    /// <summary>What it has in common with other problems of its code that one fix would heal with it, up to 200 characters; empty: nothing but its source. See <c>ProblemGroups</c>.</summary>
    public string About { get; init; } = "";
}

public enum ProblemSeverity { Blocks, Warns }
