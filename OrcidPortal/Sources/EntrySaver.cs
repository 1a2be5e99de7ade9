using System.Globalization;
using OrcidPortal.Data;
using OrcidPortal.Data.Entities;
using OrcidPortal.Records;

namespace OrcidPortal.Sources;

/// <summary>Hands the entries of one file to the records, chunk by chunk in the order of the file, and says what became of each.</summary>
internal sealed class EntrySaver(RecordStore records, Guid runId, QueuedFile file)
{
    private readonly LocalIds _ids = new();
    private readonly Dictionary<string, (int Line, Guid? RecordId)> _first = new(StringComparer.OrdinalIgnoreCase);
    private readonly string _source = FileSource.KeyOf(file.Format, file.PersonLocalId, file.FileName);
    private readonly Actor _actor = new(ActorKind.System, "import", file.By);
    private int _ordinal;

    /// <summary>Saves a chunk.</summary>
    /// <returns>One line per entry, in their order.</returns>
    public async Task<IReadOnlyList<ImportLine>> SaveAsync(IReadOnlyList<ParsedEntry> entries, CancellationToken cancellationToken)
    {
        var identified = entries.Select(e => (Entry: e, Id: e.Fields is null ? default : _ids.Next(e.Key, e.Fields))).ToList();
        var drafts = identified.Where(i => i.Entry.Fields is not null && !i.Id.Repeats)
            .Select(i => new RecordDraft(RecordKind.Work, _source, i.Id.Id, i.Entry.Fields!, file.PersonId)).ToList();
        var saved = drafts.Count == 0 ? [] : await records.SaveAsync(drafts, Origin.Import, $"import:{runId}", runId, _actor, cancellationToken);
        var lines = new List<ImportLine>(entries.Count);
        var next = 0;
        foreach (var (entry, (id, repeats)) in identified)
            lines.Add(entry.Fields is null ? Line(entry, ImportOutcome.Rejected, entry.Rejection, null) : repeats ? Repeated(entry, id) : Saved(entry, id, saved[next++]));
        return lines;
    }

    private ImportLine Saved(ParsedEntry entry, string id, SavedDraft saved)
    {
        _first[id] = (entry.Line, saved.RecordId);
        var outcome = saved.Outcome switch
        {
            SaveOutcome.Added => ImportOutcome.Added,
            SaveOutcome.Updated => ImportOutcome.Updated,
            SaveOutcome.Unchanged => ImportOutcome.Unchanged,
            _ => ImportOutcome.Rejected,
        };
        var renamed = entry.Key.Length > 0 && id != entry.Key ? $"The key “{Cut(entry.Key, 100)}” is used by another entry of this file, so this one is kept as “{Cut(id, 110)}”." : null;
        return Line(entry, outcome, saved.Reason ?? renamed, saved.RecordId);
    }

    private ImportLine Repeated(ParsedEntry entry, string id)
    {
        var (line, recordId) = _first[id];
        return Line(entry, recordId is null ? ImportOutcome.Rejected : ImportOutcome.Unchanged, string.Create(CultureInfo.InvariantCulture, $"It is the same as the entry in line {line}."), recordId);
    }

    private ImportLine Line(ParsedEntry entry, ImportOutcome outcome, string? message, Guid? recordId) => new()
    {
        ImportRunId = runId,
        Ordinal = ++_ordinal,
        Line = entry.Line,
        Outcome = outcome,
        EntryKey = Cut(CleanText.Line(entry.Key) ?? "", 200),
        Title = Cut(entry.Fields?.Title ?? "", 500),
        Message = message is null ? null : Cut(message, 1000),
        RecordId = recordId,
    };

    private static string Cut(string text, int longest) =>
        text.Length <= longest ? text : text[..(char.IsHighSurrogate(text[longest - 2]) ? longest - 2 : longest - 1)] + "…";
}

/// <summary>A queued file with what its run needs.</summary>
internal sealed record QueuedFile(string Format, string FileName, string By, Guid PersonId, string PersonLocalId, byte[] Content);
