namespace OrcidPortal.Data.Entities;

/// <summary>The right to read and write one iD, one holder at a time. The epoch fences a holder that slept too long.</summary>
public sealed class Lease
{
    /// <summary><c>environment|client id|iD</c>.</summary>
    public required string Key { get; init; }
    public string? Owner { get; set; }
    public DateTimeOffset Until { get; set; }
    public long Epoch { get; set; }
}
