using System.Text.Json;
using System.Text.Json.Serialization;
using OrcidPortal.Data.Entities;
using ConnectionInfo = OrcidPortal.Connect.ConnectionInfo;

namespace OrcidPortal.Api;

/// <summary>What the institution says of a person.</summary>
/// <param name="GivenNames">Up to 200 characters.</param>
/// <param name="FamilyName">1 to 200 characters.</param>
/// <param name="Email">Or null.</param>
/// <param name="Department">Or null.</param>
public sealed record PersonBody(string? GivenNames, string? FamilyName, string? Email, string? Department)
{
    /// <summary>Whatever else came in the body, so that it can be refused by name.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Others { get; init; }
}

/// <summary>A person as the API gives it.</summary>
/// <param name="GivenNames">With the family name: what the institution gave, or the person took over from ORCID in its place.</param>
/// <param name="Biography">What the person took over from their ORCID record; null: nothing.</param>
/// <param name="Orcid">The authenticated iD while connected; null otherwise.</param>
/// <param name="Connected">Whether we may write to the ORCID record now.</param>
/// <param name="Scopes">What the person permitted, separated by blanks.</param>
public sealed record PersonView(
    string LocalId, string GivenNames, string FamilyName, string? Email, string? Department, string? Biography, string? Orcid, bool Connected, string Scopes)
{
    internal static PersonView Of(Person person, ConnectionInfo connection) => new(
        person.LocalId, person.GivenNames, person.FamilyName, person.Email, person.Department, person.Biography,
        connection.Orcid, connection.State == ConnectionState.Connected, connection.Scopes);
}
