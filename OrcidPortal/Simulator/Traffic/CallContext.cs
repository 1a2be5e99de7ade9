namespace OrcidPortal.Simulator.Traffic;

/// <summary>What is found out about a call while it is worked on.</summary>
internal sealed class CallContext
{
    public string? Orcid { get; set; }
    public string? ClientId { get; set; }
}
