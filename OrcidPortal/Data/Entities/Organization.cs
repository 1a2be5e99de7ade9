namespace OrcidPortal.Data.Entities;

/// <summary>An organisation of the directory, to which fundings and affiliations refer by identifier or name.</summary>
public sealed class Organization : IConcurrent
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>As ORCID should show it, up to 500 characters.</summary>
    public required string Name { get; set; }

    /// <summary>The name in lower case without punctuation, up to 200 characters.</summary>
    public string SortName { get; set; } = "";
    public string? City { get; set; }
    public string? Region { get; set; }

    /// <summary>ISO 3166, two letters.</summary>
    public string? Country { get; set; }
    public OrganizationStatus Status { get; set; }

    /// <summary>Whether the institution speaks for it: only then are positions there sent.</summary>
    public OrganizationTie Tie { get; set; }

    /// <summary>Where it comes from: <c>ror</c>, or <c>hand</c>.</summary>
    public required string Source { get; init; }
    public DateTimeOffset ChangedAt { get; set; }
    public int Revision { get; set; }
    public List<OrganizationIdentifier> Identifiers { get; } = [];
    public List<OrganizationName> Names { get; } = [];
}

public enum OrganizationStatus { Active, Inactive, Withdrawn }

/// <summary>Related: not ours, but the institution may say that people work there.</summary>
public enum OrganizationTie { None, Ours, Related }

/// <summary>An identifier of an organisation, as ORCID stores it. Source + value are unique.</summary>
public sealed class OrganizationIdentifier
{
    /// <summary><c>ROR</c>, <c>FUNDREF</c>, <c>GRID</c>, <c>RINGGOLD</c>, <c>LEI</c>.</summary>
    public required string Source { get; init; }
    public required string Value { get; init; }
    public Guid OrganizationId { get; set; }

    /// <summary>The one its source prefers, where it gives several.</summary>
    public bool Preferred { get; set; }
}

/// <summary>A name of an organisation in its search form.</summary>
public sealed class OrganizationName
{
    public Guid OrganizationId { get; init; }

    /// <summary>Lower case without punctuation, up to 200 characters.</summary>
    public required string SortName { get; init; }

    /// <summary>As it is written, up to 500 characters.</summary>
    public required string Name { get; init; }

    /// <summary>Two letters, where known.</summary>
    public string? Language { get; init; }
}
