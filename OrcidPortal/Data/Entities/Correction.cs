namespace OrcidPortal.Data.Entities;

/// <summary>A curator's or person's value for a field, laid over the source entries; it survives the next import.</summary>
public sealed class Correction : IConcurrent
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid RecordId { get; init; }

    /// <summary>A path of the closed list <c>FieldPaths</c>.</summary>
    public required string Field { get; init; }

    /// <summary>The element of a list field: an identifier's or contributor's key; null for a single field.</summary>
    public string? Key { get; init; }
    public CorrectionOp Op { get; init; }

    /// <summary>The new value: plain text for a single field, JSON of the element for a list field; null clears or removes.</summary>
    public string? Value { get; init; }

    /// <summary>What the sources said when the correction was made, in the same form; null: nothing.</summary>
    public string? BaseValue { get; set; }

    /// <summary>The sources changed under it and a curator has not chosen yet.</summary>
    public bool SourceMovedOn { get; set; }
    public required string By { get; init; }
    public string? Reason { get; init; }
    public DateTimeOffset At { get; init; }

    /// <summary>Since when it no longer counts: undone, replaced, or the sources caught up.</summary>
    public DateTimeOffset? RetiredAt { get; set; }
    public string? RetiredBecause { get; set; }

    /// <summary>The correction that took its place; where that one is taken back with its bulk fix, this one counts again.</summary>
    public Guid? ReplacedBy { get; set; }

    /// <summary>The fix for many records it belongs to.</summary>
    public Guid? BulkFixId { get; init; }
    public int Revision { get; set; }
}

public enum CorrectionOp { Replace, Add, Remove }
