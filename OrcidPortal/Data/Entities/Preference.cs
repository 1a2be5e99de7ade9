namespace OrcidPortal.Data.Entities;

/// <summary>What a person wants sent, and how.</summary>
public sealed class Preference : IConcurrent
{
    public Guid PersonId { get; init; }
    public SendMode Mode { get; set; } = SendMode.Daily;
    public WorksChoice Works { get; set; } = WorksChoice.All;

    /// <summary>What to do with works that ORCID has from another source.</summary>
    public AlreadyThereRule AlreadyThere { get; set; } = AlreadyThereRule.Leave;
    public DateTimeOffset ChangedAt { get; set; }
    public int Revision { get; set; }
}

public enum SendMode { Daily, AtOnce }

public enum WorksChoice { All, None }

public enum AlreadyThereRule { Leave, AddOurs }
