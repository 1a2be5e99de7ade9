namespace OrcidPortal.Connect;

/// <summary>Gives tokens back to ORCID, and tries again while ORCID is down.</summary>
public sealed class Revocations
{
    /// <summary>Works off what is due, at most 100 tokens.</summary>
    /// <returns>How many ORCID took back.</returns>
    public Task<int> RunDueAsync(CancellationToken cancellationToken) => throw new NotImplementedException();
}
