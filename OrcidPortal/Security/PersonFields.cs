namespace OrcidPortal.Security;

/// <summary>What the institution says of a person.</summary>
/// <param name="GivenNames">Up to 200 characters; may be empty for people of one name.</param>
/// <param name="FamilyName">1 to 200 characters.</param>
/// <param name="Email">Up to 320 characters, or null.</param>
/// <param name="Department">Up to 200 characters, or null.</param>
public sealed record PersonFields(string GivenNames, string FamilyName, string? Email, string? Department);
