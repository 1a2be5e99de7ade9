using System.Text;

namespace OrcidPortal.OrcidApi;

/// <summary>What ORCID gives for an authorization code. Prints without its tokens.</summary>
/// <param name="AccessToken">Sent with each call for this person.</param>
/// <param name="RefreshToken">Of no use without the client's secret; null where none came.</param>
/// <param name="ExpiresIn">From now; about twenty years at ORCID.</param>
/// <param name="Scope">The granted scopes, separated by blanks; may be fewer than asked for.</param>
/// <param name="Name">The person's public name at ORCID, or null.</param>
/// <param name="Orcid">The iD as ORCID wrote it; the caller checks it.</param>
public sealed record TokenGrant(string AccessToken, string? RefreshToken, TimeSpan ExpiresIn, string Scope, string? Name, string Orcid)
{
    private bool PrintMembers(StringBuilder builder)
    {
        builder.Append("Orcid = ").Append(Orcid).Append(", Scope = ").Append(Scope);
        return true;
    }
}
