using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using OrcidPortal.Data;

namespace OrcidPortal.History;

/// <summary>Takes lines out of the ledger that are older than <c>History:KeepFor</c>.</summary>
public sealed partial class Retention(Transactions transactions, IOptions<HistoryOptions> options, TimeProvider time, ILogger<Retention> logger)
{
    // So that on SQLite nobody waits long for their turn to write.
    private const int LinesPerTransaction = 300;

    /// <summary>Removes them, the oldest first.</summary>
    /// <returns>How many there were.</returns>
    public async Task<int> RemoveOldAsync(CancellationToken cancellationToken)
    {
        var before = time.GetUtcNow() - options.Value.KeepFor;
        var removed = 0;
        for (int some; (some = await RemoveSomeAsync(before, cancellationToken)) > 0;) removed += some;
        if (removed > 0) LogRemoved(removed, before);
        return removed;
    }

    private Task<int> RemoveSomeAsync(DateTimeOffset before, CancellationToken cancellationToken) => transactions.RunAsync(
        (db, ct) => db.History.Where(e => e.At < before).OrderBy(e => e.At).ThenBy(e => e.Id).Take(LinesPerTransaction).ExecuteDeleteAsync(ct), cancellationToken);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Lines} lines of the history from before {Before} were removed")]
    private partial void LogRemoved(int lines, DateTimeOffset before);
}
