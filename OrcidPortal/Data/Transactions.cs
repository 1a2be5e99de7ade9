using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace OrcidPortal.Data;

/// <summary>
/// The one way to write: a fresh context in a transaction, behind the write gate on SQLite, tried again from the start when
/// another writer was faster (concurrency token, deadlock, unique key). No network inside.
/// </summary>
public sealed class Transactions(IDbContextFactory<PortalDb> contexts, WriteGate gate)
{
    private const int UsualAttempts = 8;

    /// <summary>Whether a transaction takes at most 300 rows, since nobody else writes meanwhile (SQLite).</summary>
    public bool AreShort => gate.IsOneWriter;

    /// <summary>Runs the work, saves and commits.</summary>
    /// <param name="work">Reads and changes through the context it is given; may run several times, so it keeps nothing outside. At most 300 rows on SQLite.</param>
    /// <param name="cancellationToken">Ends it; nothing is written then.</param>
    /// <param name="attempts">How often it is tried in all.</param>
    /// <returns>What the work returned in the run that was committed.</returns>
    /// <exception cref="DbUpdateException">The database refused it for a reason that trying again does not cure.</exception>
    public async Task<T> RunAsync<T>(Func<PortalDb, CancellationToken, Task<T>> work, CancellationToken cancellationToken, int attempts = UsualAttempts)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                using var turn = await gate.EnterAsync(cancellationToken);
                await using var db = await contexts.CreateDbContextAsync(cancellationToken);
                // Nothing is rolled back in part: what fails starts again from the beginning.
                db.Database.AutoSavepointsEnabled = false;
                await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
                var result = await work(db, cancellationToken);
                await db.SaveChangesAsync(cancellationToken);
                await db.KeepAsync(cancellationToken);
                await transaction.CommitAsync(cancellationToken);
                return result;
            }
            catch (Exception e) when (attempt < attempts && AnotherWriterWasFaster(e))
            {
                await Task.Delay(TimeSpan.FromMilliseconds(Random.Shared.Next(5, 25 * attempt)), cancellationToken);
            }
        }
    }

    /// <inheritdoc cref="RunAsync{T}"/>
    public Task RunAsync(Func<PortalDb, CancellationToken, Task> work, CancellationToken cancellationToken) =>
        RunAsync(async (db, ct) => { await work(db, ct); return true; }, cancellationToken);

    /// <summary>Whether the same work may succeed when it starts again and sees what the other writer wrote.</summary>
    public static bool AnotherWriterWasFaster(Exception exception) => exception switch
    {
        DbUpdateConcurrencyException => true,
        // A unique key that somebody else took meanwhile: the next run finds their row. (23505 PostgreSQL, 19/2067/1555 SQLite, 2601/2627 SQL Server)
        DbUpdateException { InnerException: DbException inner } => IsUniqueViolation(inner) || IsLockConflict(inner),
        DbException inner => IsUniqueViolation(inner) || IsLockConflict(inner),
        InvalidOperationException { InnerException: { } inner } => AnotherWriterWasFaster(inner),
        _ => false,
    };

    private static bool IsUniqueViolation(DbException e) => e switch
    {
        Npgsql.PostgresException p => p.SqlState == Npgsql.PostgresErrorCodes.UniqueViolation,
        Microsoft.Data.Sqlite.SqliteException s => s.SqliteExtendedErrorCode is 1555 or 2067,
        Microsoft.Data.SqlClient.SqlException q => q.Number is 2601 or 2627,
        _ => false,
    };

    private static bool IsLockConflict(DbException e) => e switch
    {
        Npgsql.PostgresException p => p.SqlState is Npgsql.PostgresErrorCodes.DeadlockDetected or Npgsql.PostgresErrorCodes.SerializationFailure,
        Microsoft.Data.Sqlite.SqliteException s => s.SqliteErrorCode is 5 or 6,
        Microsoft.Data.SqlClient.SqlException q => q.Number is 1205 or 3960,
        _ => false,
    };
}
