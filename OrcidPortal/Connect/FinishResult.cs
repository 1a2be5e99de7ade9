namespace OrcidPortal.Connect;

/// <summary>What came of the way back from ORCID. In every case but <see cref="Connected"/> nothing was stored.</summary>
public abstract record FinishResult
{
    private FinishResult() { }

    /// <summary>The iD is connected.</summary>
    /// <param name="PersonId">Whose it is.</param>
    /// <param name="Orcid">The iD.</param>
    /// <param name="MissingScopes">What was asked for and not granted, separated by blanks; empty where all was. Without <c>/activities/update</c> nothing can be sent.</param>
    public sealed record Connected(Guid PersonId, string Orcid, string MissingScopes) : FinishResult;

    /// <summary>The person said no at ORCID.</summary>
    public sealed record Denied : FinishResult;

    /// <summary>More than ten minutes passed.</summary>
    public sealed record StateExpired : FinishResult;

    /// <summary>This way back was taken before.</summary>
    public sealed record StateUsed : FinishResult;

    /// <summary>The way back does not belong to this browser or account, or was made up.</summary>
    public sealed record StateInvalid : FinishResult;

    /// <summary>The iD belongs to somebody else of the institution.</summary>
    public sealed record TakenByAnother : FinishResult;

    /// <summary>The person is connected with another iD and has to disconnect that one first.</summary>
    /// <param name="ConnectedOrcid">The iD that stays connected.</param>
    public sealed record OtherIdThanBefore(string ConnectedOrcid) : FinishResult;

    /// <summary>ORCID could not be reached, or what it did with the code is not known. Beginning again is safe.</summary>
    public sealed record Unreachable : FinishResult;

    /// <summary>ORCID said no for another reason.</summary>
    /// <param name="Message">ORCID's words, up to 500 characters.</param>
    public sealed record RefusedByOrcid(string Message) : FinishResult;
}
