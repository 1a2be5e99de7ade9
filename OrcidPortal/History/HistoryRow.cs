using OrcidPortal.Data.Entities;

namespace OrcidPortal.History;

/// <summary>A line of the ledger with what it refers to.</summary>
/// <param name="Line">The line.</param>
/// <param name="Title">The record's title at that time; where the line has none, the one it has now.</param>
/// <param name="Person">Whose ORCID record it is about.</param>
/// <param name="Agreement">What the person had agreed to when it was sent.</param>
public sealed record HistoryRow(HistoryEntry Line, string? Title, Person? Person, Agreement? Agreement);
