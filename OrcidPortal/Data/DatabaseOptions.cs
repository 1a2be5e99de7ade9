using System.ComponentModel.DataAnnotations;

namespace OrcidPortal.Data;

/// <summary>Settings <c>Database:*</c>.</summary>
public sealed class DatabaseOptions
{
    public const string Section = "Database";

    /// <summary>Sqlite (default), SqlServer or PostgreSql.</summary>
    [EnumDataType(typeof(DatabaseProvider))]
    public DatabaseProvider Provider { get; set; } = DatabaseProvider.Sqlite;

    /// <summary>Whether the portal brings the database to its own version when it starts (default true).</summary>
    public bool MigrateAtStart { get; set; } = true;

    /// <summary>Seconds a statement may take (default 60).</summary>
    [Range(1, 3600)]
    public int CommandTimeout { get; set; } = 60;
}

public enum DatabaseProvider { Sqlite, SqlServer, PostgreSql }
