using OrcidPortal.Data.Entities;
using OrcidPortal.Mapping;
using OrcidPortal.Records;

namespace OrcidPortal.Curation;

/// <summary>A record as its editor shows it to one user.</summary>
/// <param name="Detail">The record; towards researchers without problems that are only another person's.</param>
/// <param name="Proposed">Fields for which this user's corrections wait for a curator; empty for curators.</param>
/// <param name="Context">What checking while typing must know.</param>
/// <param name="Refused">What ORCID itself said against the version shown.</param>
/// <param name="Curates">Whether this user looks after the record as a curator: a curator of some departments does not, where nobody of them has it, and sees their own as a researcher.</param>
/// <param name="Proposals">Open proposals, the oldest first: all for curators, their own for researchers.</param>
public sealed record EditorView(
    RecordDetail Detail, IReadOnlySet<string> Proposed, MappingContext Context, IReadOnlyList<RecordProblem> Refused, bool Curates, IReadOnlyList<ProposalRow> Proposals)
{
    /// <summary>Whether all this user can do is to propose.</summary>
    public bool OnlyProposes => FieldPaths.Of(Detail.Record.Kind).All(Proposed.Contains);
}
