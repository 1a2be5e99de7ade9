namespace OrcidPortal.Data.Entities;

/// <summary>Who did what in the portal. Rows are only ever added.</summary>
public sealed class AuditEntry
{
    public long Id { get; init; }
    public DateTimeOffset At { get; init; }
    public required string By { get; init; }

    /// <summary>Verb and noun, for example <c>correction.made</c>, <c>import.started</c>, <c>signin</c>.</summary>
    public required string Action { get; init; }

    /// <summary>What it was done to: <c>record:{id}</c>, <c>person:{id}</c> ...</summary>
    public required string Subject { get; init; }
    public string? Before { get; init; }
    public string? After { get; init; }
}
