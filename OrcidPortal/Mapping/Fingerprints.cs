using OrcidPortal.OrcidApi;

namespace OrcidPortal.Mapping;

/// <summary>One value for what a reader of the ORCID record sees of a work.</summary>
public static class Fingerprints
{
    /// <summary>Computes it, for what we would send and for what was read back alike: 64 hexadecimal digits.</summary>
    public static string Of(WorkMessage work) => throw new NotImplementedException();
}
