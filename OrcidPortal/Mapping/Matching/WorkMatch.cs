namespace OrcidPortal.Mapping.Matching;

/// <summary>Which of our works a work at ORCID is.</summary>
public abstract record WorkMatch
{
    private WorkMatch() { }

    /// <summary>It is this one.</summary>
    /// <param name="Index">Its place in the list the matcher was made of.</param>
    public sealed record Sure(int Index, MatchReason Reason) : WorkMatch;

    /// <summary>It may be one of these, the likeliest first; somebody has to say.</summary>
    public sealed record Maybe(IReadOnlyList<MatchCandidate> Candidates) : WorkMatch;

    /// <summary>None is like it.</summary>
    public sealed record None : WorkMatch;
}

/// <summary>A work that another one may be.</summary>
/// <param name="Index">Its place in the list the matcher was made of.</param>
/// <param name="Score">0 to 1: how much alike they are.</param>
public sealed record MatchCandidate(int Index, double Score, MatchReason Reason);

/// <summary>Why two works may be the same.</summary>
public enum MatchReason
{
    /// <summary>They share an identifier that one work has.</summary>
    Identifier,

    /// <summary>One is a version of the other, or both are of a third.</summary>
    Version,

    /// <summary>Title, year and type.</summary>
    Title,
}
