namespace OrcidPortal.Simulator.Store;

/// <summary>A request the registry received. Status 0: the connection was cut before anything was done.</summary>
/// <param name="At">When it came in.</param>
/// <param name="Method">The HTTP verb.</param>
/// <param name="Path">Without the prefix under which the simulator is mounted and without the query.</param>
/// <param name="Status">What was answered, or would have been had the connection not been cut.</param>
/// <param name="Orcid">Whose record or token it was about, where known.</param>
/// <param name="ClientId">Who called, where known.</param>
internal sealed record CallEntry(DateTimeOffset At, string Method, string Path, int Status, string? Orcid, string? ClientId)
{
    /// <summary>What the request's body was said to be.</summary>
    public string? ContentType { get; init; }

    /// <summary>What the caller wanted to read.</summary>
    public string? Accept { get; init; }

    /// <summary>How long it took until the answer was ready, waiting included.</summary>
    public int Milliseconds { get; init; }
}
