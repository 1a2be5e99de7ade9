namespace OrcidPortal.Security;

/// <summary>The accounts of the demo sign-in. Where a person has the same id at the institution, the account is that person's.</summary>
internal static class DemoAccounts
{
    /// <summary>The issuer of these accounts.</summary>
    public const string Issuer = "demo";

    public static IReadOnlyList<DemoAccount> All { get; } =
    [
        new("researcher", "Josiah Carberry", "researcher@example.edu", Roles.Researcher, "Not connected to ORCID yet"),
        new("researcher2", "Laure Haak", "researcher2@example.edu", Roles.Researcher, "Connected, everything is sent at once"),
        new("outsider", "Alex Newcomer", "outsider@example.edu", Roles.Researcher, "Asked on arrival which person this is"),
        new("curator", "Casey Curator", "curator@example.edu", Roles.Curator, "Imports and corrects works"),
        new("admin", "Ada Admin", "admin@example.edu", Roles.Admin, "Sees failures and runs the portal"),
    ];

    public static DemoAccount? Find(string name) => All.FirstOrDefault(a => a.Name == name);
}

/// <param name="Name">The account's name, in addresses too.</param>
/// <param name="DisplayName">As pages show it.</param>
/// <param name="Email">Its e-mail address.</param>
/// <param name="Role">Its app role.</param>
/// <param name="Purpose">What it is there to show.</param>
internal sealed record DemoAccount(string Name, string DisplayName, string Email, string Role, string Purpose);
