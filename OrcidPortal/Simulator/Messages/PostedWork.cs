namespace OrcidPortal.Simulator.Messages;

/// <summary>A work with what a client may say around it. What it says of source and dates counts for nothing.</summary>
internal sealed record PostedWork(Work Work, string? PutCode, string? Visibility);
