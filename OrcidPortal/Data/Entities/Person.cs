namespace OrcidPortal.Data.Entities;

/// <summary>Someone of the institution.</summary>
public sealed class Person : IConcurrent
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The institution's own id, up to 100 characters, unique.</summary>
    public required string LocalId { get; init; }
    public string GivenNames { get; set; } = "";
    public string FamilyName { get; set; } = "";

    /// <summary>The name the institution gives them, where they took over another one from ORCID; null: the name is the institution's.</summary>
    public string? ListedGivenNames { get; set; }
    public string? ListedFamilyName { get; set; }
    public string? Email { get; set; }
    public string? Department { get; set; }

    /// <summary>A text about them that they took over from ORCID, up to 5,000 characters.</summary>
    public string? Biography { get; set; }

    /// <summary>Family and given names in lower case, for lists and search.</summary>
    public string SortName { get; set; } = "";
    public DateTimeOffset CreatedAt { get; init; }
    public int Revision { get; set; }

    public string DisplayName => string.Join(' ', new[] { GivenNames, FamilyName }.Where(n => n.Length > 0));
}
