using OrcidPortal.Data;

namespace OrcidPortal.Sources;

/// <summary>Takes files in: keeps them and queues a run. The run itself is <see cref="ImportRunner"/>'s.</summary>
public sealed class Imports
{
    public Task<QueueResult> QueueAsync(Stream file, string fileName, string? format, Guid personId, Actor actor, CancellationToken cancellationToken) => throw new NotImplementedException();
    public Task<QueueResult> RepeatAsync(Guid runId, Actor actor, CancellationToken cancellationToken) => throw new NotImplementedException();
}
