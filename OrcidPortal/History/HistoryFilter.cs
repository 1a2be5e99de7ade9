using OrcidPortal.Data.Entities;

namespace OrcidPortal.History;

/// <summary>Which lines of the ledger are wanted; what is null asks for nothing. The list, its file and the API share it.</summary>
/// <param name="Section">Where in an ORCID record: <c>work</c>, <c>funding</c>, <c>employment</c> ...</param>
/// <param name="Code">An HTTP status (409) or ORCID's code (9021).</param>
/// <param name="From">Not before this time.</param>
/// <param name="Until">Before this time.</param>
/// <param name="Text">Words of the title, of the person's name, their id at the institution, or an ORCID iD; each of them has to be found.</param>
public sealed record HistoryFilter(
    SyncOperation? Operation = null, HistoryOutcome? Outcome = null, string? Section = null, int? Code = null, DateTimeOffset? From = null, DateTimeOffset? Until = null,
    string? Text = null, Guid? PersonId = null, Guid? RecordId = null);
