namespace OrcidPortal.Curation;

/// <summary>What became of an edit.</summary>
public abstract record EditResult
{
    private EditResult() { }

    /// <summary>It counts, or is proposed; this is the record now.</summary>
    /// <param name="Proposed">How many of the changes wait for a curator.</param>
    public sealed record Saved(EditorView Now, int Proposed = 0) : EditResult;

    /// <summary>There is no such record or correction for this user.</summary>
    public sealed record NotFound : EditResult;

    /// <summary>Somebody changed the record since it was read; nothing was saved. <see cref="FieldChanges"/> says what differs.</summary>
    public sealed record Conflict(EditorView Now) : EditResult;

    /// <summary>A value cannot be kept; nothing was saved.</summary>
    /// <param name="Field">A path of <c>FieldPaths</c>.</param>
    /// <param name="Sentence">What is wrong with it, in words.</param>
    public sealed record Invalid(string Field, string Sentence) : EditResult;

    /// <summary>This user may only propose something else for this field; nothing was saved.</summary>
    public sealed record NotAllowed : EditResult;

    /// <summary>The proposal that was laid in is decided or withdrawn by now; nothing was saved.</summary>
    public sealed record NotOpen(EditorView Now) : EditResult;
}
