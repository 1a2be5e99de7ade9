using OrcidPortal.Mapping;

namespace OrcidPortal.Push;

/// <summary>What looking at ORCID for one item found.</summary>
public abstract record ItemPreviewState
{
    private ItemPreviewState() { }

    /// <summary>ORCID holds it from us.</summary>
    /// <param name="Lines">What it says there, in the order of the ORCID record.</param>
    /// <param name="ReadAt">When it was read.</param>
    public sealed record Held(IReadOnlyList<PreviewLine> Lines, DateTimeOffset ReadAt) : ItemPreviewState;

    /// <summary>ORCID holds nothing of it from us: it was never sent, or is no longer there (404).</summary>
    public sealed record NothingThere : ItemPreviewState;

    /// <summary>There is no connection to read with.</summary>
    public sealed record NotConnected : ItemPreviewState;

    /// <summary>It could not be read now.</summary>
    /// <param name="Sentence">Why, for people.</param>
    public sealed record Unreadable(string Sentence) : ItemPreviewState;
}
