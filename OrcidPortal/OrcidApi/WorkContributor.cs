namespace OrcidPortal.OrcidApi;

/// <summary>Somebody who contributed to a work, as ORCID holds it.</summary>
/// <param name="Name">The credit name, up to 150 characters.</param>
/// <param name="Role">One of ORCID's roles (<c>author</c>, <c>editor</c> ...) or the URI of a CRediT role; null where not said.</param>
/// <param name="Sequence"><c>first</c> or <c>additional</c>; null where not said.</param>
/// <param name="Orcid">Their iD, sent only where authenticated.</param>
/// <param name="Email">Never given back by ORCID.</param>
public sealed record WorkContributor(string? Name, string? Role, string? Sequence, string? Orcid = null, string? Email = null);
