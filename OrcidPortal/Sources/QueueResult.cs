namespace OrcidPortal.Sources;

/// <summary>What became of a file that was handed in.</summary>
public abstract record QueueResult
{
    private QueueResult()
    {
    }

    /// <summary>It waits for its job.</summary>
    /// <param name="RunId">The run to watch.</param>
    public sealed record Queued(Guid RunId) : QueueResult;

    /// <summary>It was not taken, and nothing was kept of it.</summary>
    /// <param name="Sentence">Why, and what to do, for the person who handed it in.</param>
    public sealed record Refused(string Sentence) : QueueResult;
}
