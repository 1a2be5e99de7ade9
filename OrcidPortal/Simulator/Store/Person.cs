namespace OrcidPortal.Simulator.Store;

/// <summary>An account of the registry and what its record says of the person, except for items.</summary>
internal sealed record Person
{
    public const string SamplePassword = "simulator";

    public required string Orcid { get; init; }
    public required string GivenNames { get; init; }
    public string? FamilyName { get; init; }
    public string? CreditName { get; init; }

    /// <summary>To sign in with; the first of <see cref="Emails"/> where there are any.</summary>
    public required string Email { get; init; }

    public string Password { get; init; } = SamplePassword;

    /// <summary>What has become of the record.</summary>
    public RecordStanding Standing { get; init; }

    /// <summary>The record that this one was merged into, if it is deprecated.</summary>
    public string? PrimaryOrcid { get; init; }

    public DateTimeOffset? DeactivatedAt { get; init; }

    /// <summary>Whether the person has taken over the record that somebody else made for them.</summary>
    public bool Claimed { get; init; } = true;

    /// <summary>The client that made the record; null: the person.</summary>
    public string? CreatorClientId { get; init; }

    /// <summary>Who may see the name.</summary>
    public string NameVisibility { get; init; } = "public";

    /// <summary>What new items get: what a client asks for is ignored on a claimed record.</summary>
    public string DefaultVisibility { get; init; } = "public";

    public string? Biography { get; init; }
    public string BiographyVisibility { get; init; } = "public";

    /// <summary>The addresses on the record.</summary>
    public IReadOnlyList<EmailAddress> Emails { get; init; } = [];

    /// <summary>Whether clients may put requests into the inbox.</summary>
    public bool TakesRequests { get; init; } = true;

    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When names, biography or addresses were last changed.</summary>
    public DateTimeOffset? PersonModifiedAt { get; init; }

    /// <summary>When anything on the record was last changed.</summary>
    public DateTimeOffset LastModifiedAt { get; init; }

    /// <summary>What everybody may know as this person's name; null when it is not public.</summary>
    public string? PublicName => NameVisibility != "public" ? null : DisplayName;

    public string DisplayName => !string.IsNullOrWhiteSpace(CreditName) ? CreditName : $"{GivenNames} {FamilyName}".Trim();
}

/// <summary>An e-mail address on a record. Only verified ones are ever shown.</summary>
internal sealed record EmailAddress(string Address, bool Verified = true, bool Primary = false, string Visibility = "private");
