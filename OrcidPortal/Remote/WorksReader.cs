namespace OrcidPortal.Remote;

/// <summary>Reads all works of a person's ORCID record, with the person's token and under the lease, into remote and foreign copies.</summary>
public sealed class WorksReader
{
    /// <summary>Reads; all or nothing.</summary>
    /// <param name="hold">The lease of the person's iD.</param>
    public Task<ReadOutcome> ReadAsync(Guid personId, LeaseHold hold, CancellationToken cancellationToken) => throw new NotImplementedException();
}
