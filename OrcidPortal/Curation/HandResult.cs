namespace OrcidPortal.Curation;

/// <summary>What became of a question, an assignment, a hand-over.</summary>
public enum HandResult
{
    Done,

    /// <summary>There is none such for this user.</summary>
    NotFound,

    /// <summary>Somebody was faster, or it does not matter any more. Nothing changed.</summary>
    NotOpen,

    /// <summary>Nothing was written.</summary>
    Empty,
}
