using Microsoft.AspNetCore.DataProtection;
using Microsoft.Data.Sqlite;
using OrcidPortal.Data;

namespace OrcidPortal.Security;

/// <summary>Where the keys live that seal cookies and tokens.</summary>
internal static class KeyRing
{
    /// <summary>Fixed: a folder or host that moves must not lose the keys.</summary>
    internal const string ApplicationName = "OrcidPortal";

    public static void Add(WebApplicationBuilder builder)
    {
        var protection = builder.Services.AddDataProtection().SetApplicationName(ApplicationName);
        if (Folder(builder) is not { } folder) return;
        var directory = OperatingSystem.IsWindows()
            ? Directory.CreateDirectory(folder)
            : Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        protection.PersistKeysToFileSystem(directory);
    }

    // Without a folder outside Development the start is refused by SecurityOptionsCheck.
    private static string? Folder(WebApplicationBuilder builder)
    {
        var root = builder.Environment.ContentRootPath;
        if (builder.Configuration[$"{SecurityOptions.Section}:{nameof(SecurityOptions.KeyFolder)}"] is { } configured && !string.IsNullOrWhiteSpace(configured))
            return Path.GetFullPath(configured, root);
        return builder.Environment.IsDevelopment() ? Path.Combine(BesideDatabase(builder.Configuration, root), "keys") : null;
    }

    private static string BesideDatabase(ConfigurationManager configuration, string root)
    {
        var isSqlite = configuration[$"{DatabaseOptions.Section}:{nameof(DatabaseOptions.Provider)}"] is not { } provider
            || provider.Equals(nameof(DatabaseProvider.Sqlite), StringComparison.OrdinalIgnoreCase);
        var connection = isSqlite ? configuration.GetConnectionString("Portal") : null;
        var file = connection is null ? null : new SqliteConnectionStringBuilder(connection).DataSource;
        return string.IsNullOrEmpty(file) || file == ":memory:" ? Path.Combine(root, "App_Data") : Path.GetDirectoryName(Path.GetFullPath(file, root))!;
    }
}
