namespace OrcidPortal.Simulator;

/// <summary>The two generations of ORCID's authorization server, which word their errors differently.</summary>
internal enum OAuthErrorProfile
{
    /// <summary>The registry's own, as its published source has it.</summary>
    Legacy,

    /// <summary>The separate server since 2025, known from the documentation only.</summary>
    AuthServer2025,
}
