namespace OrcidPortal.Records.Organizations;

/// <summary>How far loading a ROR dump is.</summary>
/// <param name="Read">Entries read so far.</param>
/// <param name="Unchanged">Nothing was written for them.</param>
/// <param name="Rejected">Entries that could not be used.</param>
public sealed record RorProgress(int Read, int Added, int Changed, int Unchanged, int Rejected);

/// <summary>What came of loading a ROR dump.</summary>
/// <param name="Totals">What stands in the directory now, also where the file broke off.</param>
/// <param name="Rejections">The first 100 entries that could not be used, with the reason.</param>
/// <param name="Failure">Why the file was not read to its end; null: it was.</param>
public sealed record RorLoad(RorProgress Totals, IReadOnlyList<RorRejection> Rejections, string? Failure);

/// <summary>An entry that could not be used.</summary>
/// <param name="Entry">Its place in the file, from 1.</param>
/// <param name="Reason">A sentence.</param>
public sealed record RorRejection(int Entry, string Reason);
