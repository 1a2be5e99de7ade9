namespace OrcidPortal.Security;

/// <summary>The roles of the portal, spelled as the app roles of the sign-in. Admin includes Curator.</summary>
public static class Roles
{
    /// <summary>A signed-in account that belongs to a person.</summary>
    public const string Researcher = "Researcher";

    /// <summary>A librarian.</summary>
    public const string Curator = "Curator";

    /// <summary>Someone who runs the portal.</summary>
    public const string Admin = "Admin";

    /// <summary>The roles that follow from those a sign-in brings: Admin includes Curator, and Researcher needs a person.</summary>
    /// <param name="granted">What the sign-in says; unknown names are left out.</param>
    /// <param name="hasPerson">Whether the account belongs to a person.</param>
    internal static IReadOnlySet<string> Effective(IEnumerable<string> granted, bool hasPerson)
    {
        var roles = granted.Where(r => r is Researcher or Curator or Admin).ToHashSet(StringComparer.Ordinal);
        if (roles.Contains(Admin)) roles.Add(Curator);
        if (hasPerson && roles.Count > 0) roles.Add(Researcher);
        else roles.Remove(Researcher);
        return roles;
    }
}
