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

    /// <summary>The roles of a sign-in that the portal knows, Curator added to Admin.</summary>
    /// <param name="granted">What the sign-in says; unknown names are left out.</param>
    internal static IReadOnlySet<string> Known(IEnumerable<string> granted)
    {
        var roles = granted.Where(r => r is Researcher or Curator or Admin).ToHashSet(StringComparer.Ordinal);
        if (roles.Contains(Admin)) roles.Add(Curator);
        return roles;
    }

    /// <summary>The roles in force: who has any role and belongs to a person is a researcher; nobody else is.</summary>
    internal static IReadOnlySet<string> Effective(IEnumerable<string> granted, bool hasPerson)
    {
        var roles = Known(granted).ToHashSet(StringComparer.Ordinal);
        if (hasPerson && roles.Count > 0) roles.Add(Researcher);
        else roles.Remove(Researcher);
        return roles;
    }
}
