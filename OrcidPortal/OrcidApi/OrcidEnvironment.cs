namespace OrcidPortal.OrcidApi;

/// <summary>Which ORCID registry the portal speaks to.</summary>
public enum OrcidEnvironment
{
    /// <summary>The portal's own simulator, or one at <c>Orcid:SimulatorUrl</c>.</summary>
    Simulator,

    /// <summary>ORCID's sandbox, sandbox.orcid.org.</summary>
    Sandbox,

    /// <summary>orcid.org.</summary>
    Production,

    /// <summary>Any other: <c>Orcid:OAuthUrl</c>, <c>Orcid:ApiUrl</c> and <c>Orcid:PublicUrl</c> say where.</summary>
    Custom,
}
