using OrcidPortal.Data.Entities;
using OrcidPortal.Mapping;

namespace OrcidPortal.Push;

/// <summary>A record as one page of planning works on it.</summary>
/// <param name="Mapped">As it would go.</param>
/// <param name="Context">What mapping knew of it.</param>
/// <param name="Stored">Its stored problems; kept up to date.</param>
internal sealed record PlannedRecord(Record Record, MappedRecord Mapped, MappingContext Context, List<RecordProblem> Stored);
