namespace OrcidPortal.Pages;

/// <summary>The settings of section <c>Orcid</c> that people see: which registry this is, and what it is asked for.</summary>
public sealed class RegistryOptions
{
    public const string Section = "Orcid";

    /// <summary>Simulator, Sandbox, Production or Custom.</summary>
    public string Environment { get; set; } = "Production";

    /// <summary>What people are asked to allow, separated by blanks.</summary>
    public string Scopes { get; set; } = "/authenticate /read-limited /activities/update";
}
