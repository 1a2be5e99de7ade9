using OrcidPortal.Data;
using OrcidPortal.Data.Entities;

namespace OrcidPortal.Security;

/// <summary>Who uses the portal now.</summary>
/// <param name="Actor">The same account as history and audit name it.</param>
/// <param name="AccountId">The account's id.</param>
/// <param name="Name">The account's name for the page head.</param>
/// <param name="Roles">The roles in force: Admin includes Curator; Researcher is there when <paramref name="Person"/> is.</param>
/// <param name="Person">The person the account belongs to, or null.</param>
/// <param name="Proposed">Without a person: the one person who has the account's e-mail address, until confirmed or declined ("Are you ...?").</param>
public sealed record SignedIn(Actor Actor, Guid AccountId, string Name, IReadOnlySet<string> Roles, Person? Person, Person? Proposed)
{
    /// <summary>A curator who looks after the records of these departments only; null: of all.</summary>
    public ValueList<string>? Departments { get; init; }

    /// <summary>Whether this is a curator of the whole institution: only they decide what counts for all departments, such as a vocabulary.</summary>
    public bool CuratesAll => Is(Security.Roles.Curator) && Departments is null;

    /// <summary>Whether the account has the role.</summary>
    /// <param name="role">A constant of <see cref="Security.Roles"/>.</param>
    public bool Is(string role) => Roles.Contains(role);
}
