using OrcidPortal.Identifiers;

namespace OrcidPortal.OrcidApi;

/// <summary>A person's number in another system (person-external-identifier-3.0.xsd).</summary>
public sealed record PersonIdentifierMessage : OrcidMessage
{
    /// <inheritdoc/>
    public override OrcidSection Section => OrcidSection.ExternalIdentifier;

    /// <summary>The system, free text of 1 to 255 characters: <c>Scopus Author ID</c>.</summary>
    public string Type { get; init; } = "";

    /// <summary>1 to 255 characters.</summary>
    public string Value { get; init; } = "";

    /// <summary>Required by ORCID, absolute.</summary>
    public string? Url { get; init; }

    /// <summary>ORCID takes self only.</summary>
    public Relationship Relationship { get; init; }
}
