using OrcidPortal.Data.Entities;

namespace OrcidPortal.Records;

/// <summary>A record in a list.</summary>
/// <param name="Type">ORCID's type, or the source's own word where it has no equivalent; null where none is given.</param>
/// <param name="People">Names of those whose record it is.</param>
public sealed record RecordRow(Guid Id, RecordKind Kind, string Title, string? Type, int? Year, int ProblemCount, DateTimeOffset ChangedAt, IReadOnlyList<string> People);

/// <summary>Which records a list shows; all conditions hold together.</summary>
/// <param name="State">One of its items is in this state.</param>
/// <param name="PersonId">It is this person's.</param>
/// <param name="Text">Words of the title, in any case.</param>
/// <param name="NeedsFix">ORCID would refuse it for somebody.</param>
/// <param name="ProblemCode">It has this problem.</param>
/// <param name="Kind">It is of this kind.</param>
/// <param name="Vocabulary">It uses <paramref name="Word"/> of this vocabulary.</param>
/// <param name="Word">The word's key; counts only together with <paramref name="Vocabulary"/>.</param>
/// <param name="OrganizationId">It names this organisation of the directory.</param>
/// <param name="Within">Somebody of these departments has it.</param>
public sealed record RecordFilter(
    SyncState? State = null, Guid? PersonId = null, string? Text = null, bool NeedsFix = false, string? ProblemCode = null, RecordKind? Kind = null,
    string? Vocabulary = null, string? Word = null, Guid? OrganizationId = null, ValueList<string>? Within = null);

/// <summary>A record with all that belongs to it.</summary>
/// <param name="Corrections">Those that count first, then the retired ones, newest first.</param>
/// <param name="People">Whose record it is, by name.</param>
public sealed record RecordDetail(
    Record Record, IReadOnlyList<SourceEntry> SourceEntries, IReadOnlyList<Correction> Corrections, IReadOnlyList<RecordProblem> Problems, IReadOnlyList<Person> People)
{
    /// <summary>What the sources say together, without corrections.</summary>
    public RecordFields FromSources => EffectiveRecord.FromSources(SourceEntries);
}
