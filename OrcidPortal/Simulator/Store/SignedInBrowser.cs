namespace OrcidPortal.Simulator.Store;

/// <summary>A browser in which somebody has signed in to the simulator.</summary>
internal sealed record SignedInBrowser(string Value, string Orcid, DateTimeOffset Since);
