namespace OrcidPortal.Data.Entities;

/// <summary>What ORCID holds for an iD from somebody else, as last read.</summary>
public sealed class ForeignCopy
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required string Environment { get; init; }
    public required string Orcid { get; init; }
    public required string Section { get; init; }
    public long PutCode { get; init; }

    /// <summary>What it would be here.</summary>
    public RecordKind Kind { get; set; }

    /// <summary>As <see cref="SourceName"/>: whose record it is, and no organisation.</summary>
    public const string Themselves = "the person themselves";

    /// <summary>Who added it, as people read it.</summary>
    public string SourceName { get; set; } = "";
    public string Title { get; set; } = "";
    public string? Type { get; set; }
    public int? Year { get; set; }
    public string Visibility { get; set; } = "";
    public ValueList<string> SelfKeys { get; set; } = [];

    /// <summary>What it says: what a list shows of it, and once <see cref="DetailsAt"/> is set all of it.</summary>
    public RecordFields Fields { get; set; } = new();

    /// <summary>When it last changed at ORCID; null: not said.</summary>
    public DateTimeOffset? LastModified { get; set; }

    /// <summary>When all of it was read; null: only what a list shows of it is known.</summary>
    public DateTimeOffset? DetailsAt { get; set; }
    public DateTimeOffset ReadAt { get; set; }
}
