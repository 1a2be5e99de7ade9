namespace OrcidPortal.Data.Entities;

/// <summary>What ORCID holds for an iD from somebody else, as last read.</summary>
public sealed class ForeignCopy
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required string Environment { get; init; }
    public required string Orcid { get; init; }
    public required string Section { get; init; }
    public long PutCode { get; init; }
    public string SourceName { get; set; } = "";
    public string Title { get; set; } = "";
    public string? Type { get; set; }
    public int? Year { get; set; }
    public string Visibility { get; set; } = "";
    public ValueList<string> SelfKeys { get; set; } = [];
    public DateTimeOffset ReadAt { get; set; }
}
