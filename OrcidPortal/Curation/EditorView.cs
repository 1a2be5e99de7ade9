using OrcidPortal.Data.Entities;
using OrcidPortal.Mapping;
using OrcidPortal.Records;

namespace OrcidPortal.Curation;

/// <summary>A record as its editor shows it to one user.</summary>
/// <param name="Detail">The record; towards researchers without problems that are only another person's.</param>
/// <param name="Refusal">Why this user may only read; <see cref="EditRefusal.None"/> where they may edit.</param>
/// <param name="Context">What checking while typing must know.</param>
/// <param name="Refused">What ORCID itself said against the version shown.</param>
public sealed record EditorView(RecordDetail Detail, EditRefusal Refusal, MappingContext Context, IReadOnlyList<RecordProblem> Refused)
{
    /// <summary>Whether this user may save.</summary>
    public bool MayEdit => Refusal == EditRefusal.None;
}

/// <summary>Why somebody who may see a record may not change it.</summary>
public enum EditRefusal
{
    None,

    /// <summary>Another connected person has the work too: only curators change what both send.</summary>
    SharedWork,
}
