using OrcidPortal.Data.Entities;

namespace OrcidPortal.Mapping;

/// <summary>One reason why ORCID would refuse a record, or would not show it as meant.</summary>
/// <param name="Code">One of <see cref="ProblemCodes"/>.</param>
/// <param name="Severity">Blocks: ORCID would refuse the record. Warns: it goes, with the value left out or cut.</param>
/// <param name="Field">A path of <c>FieldPaths</c>, with the element's key after <c>/</c> for lists.</param>
/// <param name="Value">The value that is wrong, up to 500 characters; empty where one is missing.</param>
/// <param name="Suggestion">A value that would be right, where one can be computed.</param>
public sealed record Problem(string Code, ProblemSeverity Severity, string Field, string Value, string? Suggestion = null);
