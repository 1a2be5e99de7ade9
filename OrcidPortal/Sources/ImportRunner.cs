namespace OrcidPortal.Sources;

/// <summary>Reads a queued file and saves its entries.</summary>
public sealed class ImportRunner
{
    public Task RunAsync(Guid runId, CancellationToken cancellationToken) => throw new NotImplementedException();
    public Task RunWaitingAsync(CancellationToken cancellationToken) => throw new NotImplementedException();
    public Task<int> MarkInterruptedAsync(CancellationToken cancellationToken) => throw new NotImplementedException();
}
