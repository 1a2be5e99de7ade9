using OrcidPortal.Data.Entities;
using OrcidPortal.Mapping;

namespace OrcidPortal.Curation;

/// <summary>Which records that need fixing a list shows, and in which order; what is null does not narrow.</summary>
/// <param name="Text">Words of the title, in any order and case.</param>
/// <param name="ProblemCode">A code of <see cref="ProblemCodes"/>, or <see cref="RefusedByOrcid"/>.</param>
/// <param name="PersonId">It waits for this person.</param>
/// <param name="SourceKind">How its first source begins, for example <c>file:bibtex</c>.</param>
/// <param name="Sort">The order.</param>
/// <param name="Kind">It is of this kind.</param>
/// <param name="About">What its problem has in common with others, as <see cref="ProblemGroups.About"/> writes it; counts with a <paramref name="ProblemCode"/>.</param>
/// <param name="Department">It waits for somebody of this department.</param>
/// <param name="WaitsDays">It has waited for so many days at least.</param>
/// <param name="AssignedTo">This curator's account looks after it.</param>
/// <param name="Within">Somebody of these departments has it; null: whoever does.</param>
public sealed record FixFilter(
    string? Text = null, string? ProblemCode = null, Guid? PersonId = null, string? SourceKind = null, FixSort Sort = FixSort.Oldest, RecordKind? Kind = null,
    string? About = null, string? Department = null, int? WaitsDays = null, Guid? AssignedTo = null, ValueList<string>? Within = null)
{
    /// <summary>The code of what our rules let pass and ORCID refused all the same.</summary>
    public const string RefusedByOrcid = "orcid.refused";

    /// <summary>All codes a list can be narrowed to.</summary>
    public static IReadOnlyList<string> Codes { get; } = [.. ProblemCodes.All, RefusedByOrcid];

    /// <summary>The ages a page offers, in days.</summary>
    public static IReadOnlyList<int> Ages { get; } = [7, 30, 90, 365];
}

/// <summary>The closed list of orders.</summary>
public enum FixSort
{
    /// <summary>What waits longest comes first.</summary>
    Oldest,

    /// <summary>By title, without its punctuation.</summary>
    Title,
}
