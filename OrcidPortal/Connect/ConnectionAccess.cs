using System.Text;
using OrcidPortal.Identifiers;

namespace OrcidPortal.Connect;

/// <summary>What a call to ORCID for one person needs. Prints without the token.</summary>
/// <param name="PersonId">Whose connection it is.</param>
/// <param name="Orcid">The iD.</param>
/// <param name="AccessToken">The token in clear.</param>
/// <param name="Environment">The registry's name in the tables.</param>
/// <param name="ClientId">The client the token was given to.</param>
/// <param name="Scopes">Granted scopes, separated by blanks.</param>
public sealed record ConnectionAccess(Guid PersonId, OrcidId Orcid, string AccessToken, string Environment, string ClientId, string Scopes)
{
    /// <summary>The person leaves, and what was sent is being removed.</summary>
    public bool IsLeaving { get; init; }

    /// <summary>The token is the institution's, and shows only what is public: ORCID no longer takes the person's.</summary>
    public bool IsPublic { get; init; }

    /// <summary>Whether the scope was granted.</summary>
    /// <param name="scope">For example <c>/activities/update</c>.</param>
    public bool Allows(string scope) => Scopes.Split(' ', StringSplitOptions.RemoveEmptyEntries).Contains(scope, StringComparer.Ordinal);

    private bool PrintMembers(StringBuilder builder)
    {
        builder.Append("PersonId = ").Append(PersonId).Append(", Orcid = ").Append(Orcid).Append(", Environment = ").Append(Environment);
        return true;
    }
}
