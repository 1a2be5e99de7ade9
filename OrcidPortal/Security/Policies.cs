namespace OrcidPortal.Security;

/// <summary>The names of the authorisation policies. Whatever names none of them is for signed-in accounts only.</summary>
public static class Policies
{
    /// <summary>Any account that is signed in, also one that belongs to no person yet.</summary>
    public const string SignedIn = "SignedIn";

    /// <summary>An account that belongs to a person.</summary>
    public const string Researcher = Roles.Researcher;

    /// <summary>Curators and admins.</summary>
    public const string Curator = Roles.Curator;

    /// <summary>Admins.</summary>
    public const string Admin = Roles.Admin;

    /// <summary>A caller of the REST API whose key has the role Curator or Admin.</summary>
    public const string ApiCurator = "ApiCurator";

    /// <summary>A caller of the REST API whose key has the role Admin.</summary>
    public const string ApiAdmin = "ApiAdmin";
}
