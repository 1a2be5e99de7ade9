using OrcidPortal.Data.Entities;
using OrcidPortal.OrcidApi;

namespace OrcidPortal.Mapping.Rules;

/// <summary>What the rules look at.</summary>
/// <param name="Fields">As the record has them.</param>
/// <param name="Type">ORCID's work type, or null.</param>
/// <param name="Identifiers">Each identifier as it was understood.</param>
/// <param name="Message">What would be sent.</param>
internal sealed record WorkMapping(RecordFields Fields, string? Type, IReadOnlyList<IdentifierReading> Identifiers, WorkMessage Message);
