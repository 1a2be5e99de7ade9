namespace OrcidPortal.Push;

/// <summary>Parts of an ORCID record, as tables name them.</summary>
internal static class Sections
{
    public const string Work = "work";
}
