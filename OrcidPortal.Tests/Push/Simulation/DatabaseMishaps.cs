using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace OrcidPortal.Tests.Push.Simulation;

/// <summary>
/// Lets one of the next commands of a process fail, or the process die at it; a dead process has no database any more. Only commands in
/// transactions are counted: the sender's look who became due runs beside them.
/// </summary>
internal sealed class DatabaseMishaps : DbCommandInterceptor, IDbTransactionInterceptor
{
    private const string Words = "the simulated database failed";
    private int? _left;
    private bool _dies;

    public SimulatedProcess Process { get; set; } = null!;

    /// <param name="after">How many commands and commits pass before.</param>
    /// <param name="dies">The process dies there; false: the database fails once.</param>
    public void Arm(int after, bool dies) => (_left, _dies) = (after, dies);

    public void Disarm() => _left = null;

    /// <summary>Whether an error comes from here.</summary>
    public static bool IsOne(Exception? e) => e is ProcessDiedException or SqliteException { Message: Words } || (e is not null && (IsOne(e.InnerException) || (e as AggregateException)?.InnerExceptions.Any(IsOne) == true));

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        Meet(command.Transaction is not null);
        return ValueTask.FromResult(result);
    }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Meet(command.Transaction is not null);
        return ValueTask.FromResult(result);
    }

    public ValueTask<InterceptionResult> TransactionCommittingAsync(
        DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
    {
        Meet(true);
        return ValueTask.FromResult(result);
    }

    /// <summary>Committed, but whoever waits for it is not told.</summary>
    public Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Meet(true);
        return Task.CompletedTask;
    }

    private void Meet(bool counts)
    {
        if (Process.IsDead) throw new ProcessDiedException();
        if (_left is not { } left || !counts) return;
        _left = left - 1;
        if (left > 0) return;
        _left = null;
        if (!_dies) throw new SqliteException(Words, 1);
        Process.Kill();
        throw new ProcessDiedException();
    }
}

/// <summary>The process is dead; nothing of it goes on.</summary>
internal sealed class ProcessDiedException() : InvalidOperationException("the simulated process died");
