using OrcidPortal.Data.Entities;

namespace OrcidPortal.Curation.Duplicates;

/// <summary>Which open pairs a list shows; what is null does not narrow.</summary>
/// <param name="Reason">Why they may be the same.</param>
/// <param name="PersonId">One of the two is this person's.</param>
/// <param name="Text">Words of the title of one of them, in any order and case.</param>
/// <param name="Within">Somebody of these departments has one of them.</param>
public sealed record DuplicateFilter(DuplicateReason? Reason = null, Guid? PersonId = null, string? Text = null, ValueList<string>? Within = null);
