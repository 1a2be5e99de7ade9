namespace OrcidPortal.Data.Entities;

/// <summary>What a person wants sent, and how.</summary>
public sealed class Preference : IConcurrent
{
    public Guid PersonId { get; init; }
    public SendMode Mode { get; set; } = SendMode.Daily;
    public WorksChoice Works { get; set; } = WorksChoice.All;
    public bool Fundings { get; set; } = true;

    /// <summary>All seven affiliations, and only at our own and related organisations.</summary>
    public bool Affiliations { get; set; } = true;

    /// <summary>Each name goes only once the person has confirmed it.</summary>
    public bool OtherNames { get; set; } = true;
    public bool Keywords { get; set; }
    public bool Countries { get; set; }
    public bool Websites { get; set; } = true;
    public bool PersonIdentifiers { get; set; } = true;

    /// <summary>What to do with works that ORCID has from another source.</summary>
    public AlreadyThereRule AlreadyThere { get; set; } = AlreadyThereRule.Leave;
    public DateTimeOffset ChangedAt { get; set; }
    public int Revision { get; set; }
}

public enum SendMode { Daily, AtOnce }

public enum WorksChoice { All, None }

public enum AlreadyThereRule { Leave, AddOurs }
