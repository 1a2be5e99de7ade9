namespace OrcidPortal.Records.Organizations;

/// <summary>Where an organisation of the directory comes from.</summary>
internal static class OrganizationSource
{
    /// <summary>The ROR dump: each load brings it up to date.</summary>
    public const string Ror = "ror";

    /// <summary>Made or changed by a curator: a load only adds what is missing, and its status.</summary>
    public const string Hand = "hand";
}
