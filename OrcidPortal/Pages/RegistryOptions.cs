namespace OrcidPortal.Pages;

/// <summary>The one setting of section <c>Orcid</c> that people see: which registry this is.</summary>
public sealed class RegistryOptions
{
    public const string Section = "Orcid";

    /// <summary>Simulator, Sandbox, Production or Custom.</summary>
    public string Environment { get; set; } = "Production";
}
