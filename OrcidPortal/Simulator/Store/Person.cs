namespace OrcidPortal.Simulator.Store;

/// <summary>Somebody with an ORCID record: the account and what the record says of the person.</summary>
internal sealed record Person
{
    public const string SamplePassword = "simulator";

    public required string Orcid { get; init; }
    public required string GivenNames { get; init; }
    public string? FamilyName { get; init; }
    public string? CreditName { get; init; }
    public required string Email { get; init; }
    public string Password { get; init; } = SamplePassword;

    /// <summary>What has become of the record.</summary>
    public RecordStanding Standing { get; init; }

    /// <summary>The record that this one was merged into, if it is deprecated.</summary>
    public string? PrimaryOrcid { get; init; }

    /// <summary>Whether the person has taken over the record that somebody else made for them.</summary>
    public bool Claimed { get; init; } = true;

    /// <summary>Who may see the name.</summary>
    public string NameVisibility { get; init; } = "public";

    /// <summary>What new works get: what a client asks for is ignored on a claimed record.</summary>
    public string DefaultVisibility { get; init; } = "public";

    /// <summary>How many notices the person's ORCID inbox has received because of clients' writes.</summary>
    public int Notices { get; init; }

    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset LastModifiedAt { get; init; }

    /// <summary>What everybody may know as this person's name; null when it is not public.</summary>
    public string? PublicName => NameVisibility != "public" ? null : DisplayName;

    public string DisplayName => !string.IsNullOrWhiteSpace(CreditName) ? CreditName : $"{GivenNames} {FamilyName}".Trim();
}
