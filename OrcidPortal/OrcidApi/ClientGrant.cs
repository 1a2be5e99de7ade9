using System.Text;

namespace OrcidPortal.OrcidApi;

/// <summary>What ORCID gives the institution itself, without a person. Prints without its token.</summary>
/// <param name="AccessToken">Sent with each call.</param>
/// <param name="ExpiresIn">From now; about twenty years at ORCID.</param>
/// <param name="Scope">The granted scopes, separated by blanks.</param>
public sealed record ClientGrant(string AccessToken, TimeSpan ExpiresIn, string Scope)
{
    private bool PrintMembers(StringBuilder builder)
    {
        builder.Append("Scope = ").Append(Scope);
        return true;
    }
}
