using OrcidPortal.Records;

namespace OrcidPortal.Pages.Curation.Sheets;

/// <summary>What a line of a file would do, for a page.</summary>
/// <param name="About">Where the name belongs; or null.</param>
/// <param name="Fields">What would be another one.</param>
/// <param name="Sentence">Why it is refused.</param>
public sealed record SheetRow(int Line, FileOutcome Outcome, string Name, string? About, IReadOnlyList<ChangedField> Fields, string? Sentence);
