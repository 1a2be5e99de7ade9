namespace OrcidPortal.Remote;

/// <summary>What became of reading a person's works at ORCID.</summary>
public abstract record ReadOutcome
{
    private ReadOutcome() { }

    /// <summary>All was read and saved.</summary>
    /// <param name="Ours">Works we sent.</param>
    /// <param name="Others">Works from other sources.</param>
    public sealed record Complete(int Ours, int Others) : ReadOutcome;

    /// <summary>It has not changed since it was read last.</summary>
    public sealed record Unchanged : ReadOutcome;

    /// <summary>There is no connection to read with.</summary>
    public sealed record NotConnected : ReadOutcome;

    /// <summary>ORCID no longer accepts the token, or the permission to read is missing.</summary>
    public sealed record TokenRejected : ReadOutcome;

    /// <summary>It could not be read now; nothing was changed.</summary>
    /// <param name="Sentence">Why, for people.</param>
    public sealed record Failed(string Sentence) : ReadOutcome;
}
