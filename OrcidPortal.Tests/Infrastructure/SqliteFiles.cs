using Microsoft.Data.Sqlite;
using OrcidPortal.Data;

namespace OrcidPortal.Tests.Infrastructure;

/// <summary>SQLite: one file a test, copied from a file that was migrated once.</summary>
internal static class SqliteFiles
{
    private static readonly Lazy<Task<byte[]>> Template = new(MigrateAsync);

    public static async Task<TestDatabase> OpenAsync(TimeProvider? time, CancellationToken cancellationToken)
    {
        var template = await Template.Value.WaitAsync(cancellationToken);
        var folder = TestDatabase.NewFolder();
        var connection = ConnectionString(folder);
        await File.WriteAllBytesAsync(PathIn(folder), template, cancellationToken);
        return new TestDatabase(DatabaseProvider.Sqlite, connection, folder, time, () => { Close(folder); return Task.CompletedTask; });
    }

    private static async Task<byte[]> MigrateAsync()
    {
        var folder = TestDatabase.NewFolder();
        await TestDatabase.PrepareAsync(DatabaseProvider.Sqlite, ConnectionString(folder), CancellationToken.None);
        // The last connection to close writes the WAL back into the file.
        Close(folder);
        var template = await File.ReadAllBytesAsync(PathIn(folder));
        folder.Delete(recursive: true);
        return template;
    }

    /// <summary>The pool is kept by connection string, and the portal adds to ours: closing needs every pool of the file.</summary>
    private static void Close(DirectoryInfo folder)
    {
        foreach (var seconds in (int[])[30, new DatabaseOptions().CommandTimeout])
        {
            using var connection = new SqliteConnection(new SqliteConnectionStringBuilder(ConnectionString(folder)) { DefaultTimeout = seconds }.ToString());
            SqliteConnection.ClearPool(connection);
        }
    }

    private static string PathIn(DirectoryInfo folder) => Path.Combine(folder.FullName, "portal.db");
    private static string ConnectionString(DirectoryInfo folder) => $"Data Source={PathIn(folder)}";
}
