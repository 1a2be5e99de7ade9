using OrcidPortal.Data;
using OrcidPortal.Data.Entities;

namespace OrcidPortal.History;

/// <summary>The append-only ledger of everything sent, read and answered.</summary>
public static class Ledger
{
    private const int LongestMessage = 2000;
    private const int LongestTitle = 1000;

    /// <summary>Adds a line; it is saved with the transaction of what it tells.</summary>
    /// <param name="db">The context of that transaction.</param>
    /// <param name="entry">The line, never with a token; overlong message and title are cut.</param>
    public static void Add(PortalDb db, HistoryEntry entry) => db.History.Add(
        entry.Message?.Length > LongestMessage || entry.Title?.Length > LongestTitle ? Cut(entry) : entry);

    private static HistoryEntry Cut(HistoryEntry e) => new()
    {
        At = e.At, PersonId = e.PersonId, RecordId = e.RecordId, SyncItemId = e.SyncItemId, BatchId = e.BatchId, AgreementId = e.AgreementId,
        Orcid = e.Orcid, Operation = e.Operation, Outcome = e.Outcome, Section = e.Section, PutCode = e.PutCode, HttpStatus = e.HttpStatus, OrcidCode = e.OrcidCode,
        Message = Cut(e.Message, LongestMessage), Title = Cut(e.Title, LongestTitle), By = e.By, DurationMs = e.DurationMs,
    };

    private static string? Cut(string? text, int length) => text?.Length > length ? text[..(length - 1)] + "…" : text;
}
