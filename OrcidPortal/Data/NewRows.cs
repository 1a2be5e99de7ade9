using System.Data.Common;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace OrcidPortal.Data;

/// <summary>Inserts many rows of one table past the change tracker, several by one prepared command. Only for rows whose keys were made here; what they refer to must be there.</summary>
internal static class NewRows
{
    // SQL Server takes 2100 parameters and 1000 rows by one command, the others more.
    private const int MostParameters = 2000;

    /// <summary>Inserts the rows in the transaction of the context.</summary>
    public static async Task InsertAsync<T>(PortalDb db, IReadOnlyCollection<T> rows, CancellationToken cancellationToken)
        where T : class
    {
        var columns = db.Model.FindEntityType(typeof(T))!.GetProperties().Select(p => new Column(p)).ToArray();
        DbCommand? command = null;
        try
        {
            // SQLite looks for each parameter's name in a list, and there is no way to a server that would have to be saved.
            foreach (var chunk in rows.Chunk(db is SqlitePortalDb ? 1 : MostParameters / columns.Length))
            {
                if (command?.Parameters.Count != chunk.Length * columns.Length)
                {
                    if (command is not null) await command.DisposeAsync();
                    command = Command<T>(db, columns, chunk.Length);
                    await command.PrepareAsync(cancellationToken);
                }
                for (var (row, at) = (0, 0); row < chunk.Length; row++)
                    foreach (var column in columns) command.Parameters[at++].Value = column.Value(chunk[row]);
                await command.ExecuteNonQueryAsync(cancellationToken);
            }
        }
        finally
        {
            if (command is not null) await command.DisposeAsync();
        }
    }

    private static DbCommand Command<T>(PortalDb db, Column[] columns, int rows)
    {
        var table = db.Model.FindEntityType(typeof(T))!;
        var names = db.GetService<ISqlGenerationHelper>();
        var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction!.GetDbTransaction();
        var text = new StringBuilder("INSERT INTO ").Append(names.DelimitIdentifier(table.GetTableName()!, table.GetSchema()))
            .Append(" (").AppendJoin(", ", columns.Select(c => names.DelimitIdentifier(c.Name))).Append(") VALUES ");
        for (var row = 0; row < rows; row++)
        {
            text.Append(row == 0 ? "(" : ", (");
            for (var i = 0; i < columns.Length; i++)
            {
                var parameter = columns[i].Parameter(command, $"@p{command.Parameters.Count}");
                text.Append(i == 0 ? "" : ", ").Append(parameter.ParameterName);
                command.Parameters.Add(parameter);
            }
            text.Append(')');
        }
        command.CommandText = text.ToString();
        return command;
    }

    private sealed class Column(IProperty property)
    {
        private readonly RelationalTypeMapping _type = property.GetRelationalTypeMapping();

        public string Name { get; } = property.GetColumnName();

        public DbParameter Parameter(DbCommand command, string name) => _type.CreateParameter(command, name, null, property.IsNullable);

        public object Value(object row)
        {
            var value = property.GetGetter().GetClrValue(row);
            return (value is not null && _type.Converter is { } converter ? converter.ConvertToProvider(value) : value) ?? DBNull.Value;
        }
    }
}
