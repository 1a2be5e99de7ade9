using System.Collections.Frozen;
using OrcidPortal.Data.Entities;
using OrcidPortal.Records.Organizations;
using OrcidPortal.Records.Vocabularies;

namespace OrcidPortal.Mapping;

/// <summary>What the mapper must know beside the fields.</summary>
/// <param name="InstanceId">The id of this installation (<c>Instance.InstanceId</c>).</param>
/// <param name="RecordId">The record's id.</param>
/// <param name="LandingPage">The record's page in this portal or the repository, absolute; null where there is none.</param>
public sealed record MappingContext(string InstanceId, Guid RecordId, string? LandingPage)
{
    /// <summary>What the words of our sources are called at ORCID.</summary>
    public VocabularySnapshot Vocabularies { get; init; } = VocabularySnapshot.Defaults;

    /// <summary>The organisation of the directory the record refers to; null where it has none or is not found.</summary>
    public OrganizationMatch? Organization { get; init; }

    /// <summary>iDs of people who authenticated them here: only those go with contributors.</summary>
    public IReadOnlySet<string> AuthenticatedOrcids { get; init; } = FrozenSet<string>.Empty;
}
