namespace OrcidPortal.OrcidApi;

/// <summary>A record that a search found, as everybody may see it.</summary>
/// <param name="Orcid">Its iD.</param>
/// <param name="GivenNames">Null where not public.</param>
/// <param name="FamilyName">Null where not public, or there is none.</param>
/// <param name="CreditName">The name under which they publish; null where not public, or not given.</param>
/// <param name="OtherNames">Further names.</param>
/// <param name="Emails">Public addresses.</param>
/// <param name="Institutions">Where they are or were.</param>
public sealed record FoundRecord(string Orcid, string? GivenNames, string? FamilyName, string? CreditName, IReadOnlyList<string> OtherNames, IReadOnlyList<string> Emails, IReadOnlyList<string> Institutions);

/// <summary>What a search found.</summary>
/// <param name="Total">How many there are in all.</param>
/// <param name="Records">The first of them.</param>
public sealed record FoundRecords(long Total, IReadOnlyList<FoundRecord> Records);
