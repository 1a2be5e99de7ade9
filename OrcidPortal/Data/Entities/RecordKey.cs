namespace OrcidPortal.Data.Entities;

/// <summary>An identifier by which drafts find their record. Unique per kind, type and value, so a race of two imports ends in one record.</summary>
public sealed class RecordKey
{
    public RecordKind Kind { get; init; }

    /// <summary>ORCID's name of the identifier type.</summary>
    public required string Type { get; init; }

    /// <summary>Normalised, up to 400 characters; a longer one is hashed.</summary>
    public required string Value { get; init; }
    public Guid RecordId { get; set; }
}
