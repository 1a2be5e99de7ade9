using OrcidPortal.Data.Entities;

namespace OrcidPortal.Curation;

/// <summary>Which proposals a list shows; what is null does not narrow.</summary>
/// <param name="State">How far they are.</param>
/// <param name="PersonId">Proposed by this person.</param>
/// <param name="Within">Somebody of these departments has the record.</param>
public sealed record ProposalFilter(ProposalState State = ProposalState.Open, Guid? PersonId = null, ValueList<string>? Within = null);
