using OrcidPortal.Data.Entities;

namespace OrcidPortal.Curation;

/// <summary>What became of a decision about a proposal.</summary>
public abstract record ProposalResult
{
    private ProposalResult() { }

    /// <summary>It is decided so.</summary>
    public sealed record Done : ProposalResult;

    /// <summary>There is no such proposal for this user.</summary>
    public sealed record NotFound : ProposalResult;

    /// <summary>Somebody was faster: it is no longer open. Nothing changed.</summary>
    /// <param name="State">What it is by now.</param>
    /// <param name="By">Who decided; null: the researcher withdrew or changed it.</param>
    public sealed record NotOpen(ProposalState State, string? By) : ProposalResult;

    /// <summary>The record changed since it was shown. Nothing changed; look again.</summary>
    public sealed record RecordChanged : ProposalResult;

    /// <summary>A value cannot be laid over the record as it is now. Nothing changed.</summary>
    public sealed record Invalid(string Field, string Sentence) : ProposalResult;
}
