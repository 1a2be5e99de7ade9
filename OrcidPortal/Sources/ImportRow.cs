using OrcidPortal.Data.Entities;

namespace OrcidPortal.Sources;

/// <summary>An import as lists show it.</summary>
/// <param name="Run">The run with its counts.</param>
/// <param name="PersonName">Whose works the file holds.</param>
/// <param name="LocalId">The institution's id of that person.</param>
public sealed record ImportRow(ImportRun Run, string PersonName, string LocalId);

/// <summary>An import with what is worth saying about it.</summary>
/// <param name="Run">The run with its counts.</param>
/// <param name="PersonName">Whose works the file holds.</param>
/// <param name="LocalId">The institution's id of that person.</param>
/// <param name="Remarks">The first 100 entries that carry a message, in the order of the file.</param>
public sealed record ImportDetail(ImportRun Run, string PersonName, string LocalId, IReadOnlyList<ImportLine> Remarks);
