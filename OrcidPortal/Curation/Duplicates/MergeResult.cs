namespace OrcidPortal.Curation.Duplicates;

/// <summary>What became of a curator's word on a pair.</summary>
public abstract record MergeResult
{
    private MergeResult() { }

    /// <summary>It is done; the record that stays, or null where they are different.</summary>
    public sealed record Done(Guid? KeptId) : MergeResult;

    /// <summary>There is no such pair, or it went away by itself: nothing speaks for it any more.</summary>
    public sealed record NotFound : MergeResult;

    /// <summary>Somebody else decided meanwhile; nothing was changed.</summary>
    public sealed record Decided(string By, bool Merged) : MergeResult;

    /// <summary>One of the records changed since it was shown; nothing was changed.</summary>
    public sealed record Changed : MergeResult;

    /// <summary>One of them is being sent to ORCID at this moment; nothing was changed.</summary>
    public sealed record Busy : MergeResult;
}
