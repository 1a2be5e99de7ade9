namespace OrcidPortal.Curation;

/// <summary>What became of an edit.</summary>
public abstract record EditResult
{
    private EditResult() { }

    /// <summary>It counts; this is the record now.</summary>
    public sealed record Saved(EditorView Now) : EditResult;

    /// <summary>There is no such record or correction for this user.</summary>
    public sealed record NotFound : EditResult;

    /// <summary>Somebody changed the record since it was read; nothing was saved. <see cref="FieldChanges"/> says what differs.</summary>
    public sealed record Conflict(EditorView Now) : EditResult;

    /// <summary>A value cannot be kept; nothing was saved.</summary>
    /// <param name="Field">A path of <c>FieldPaths</c>.</param>
    /// <param name="Sentence">What is wrong with it, in words.</param>
    public sealed record Invalid(string Field, string Sentence) : EditResult;

    /// <summary>This user may not change this record; nothing was saved.</summary>
    public sealed record NotAllowed(EditRefusal Why) : EditResult;
}
