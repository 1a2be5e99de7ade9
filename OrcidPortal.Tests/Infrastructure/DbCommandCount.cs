using System.Collections.Concurrent;
using System.Data.Common;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace OrcidPortal.Tests.Infrastructure;

/// <summary>Counts the commands that EF Core sends, by their text.</summary>
internal sealed partial class DbCommandCount : DbCommandInterceptor
{
    private readonly ConcurrentDictionary<string, int> _byText = new(StringComparer.Ordinal);
    private int _all;

    public int All => Volatile.Read(ref _all);

    public void Clear()
    {
        _byText.Clear();
        Volatile.Write(ref _all, 0);
    }

    /// <summary>The most frequent ones, shortened.</summary>
    public IEnumerable<string> Most(int count) => _byText.OrderByDescending(t => t.Value).Take(count).Select(t => $"{t.Value} x {t.Key}");

    public override InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result) => Counted(command, result);

    public override InterceptionResult<object> ScalarExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<object> result) => Counted(command, result);

    public override InterceptionResult<int> NonQueryExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<int> result) => Counted(command, result);

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default) =>
        new(Counted(command, result));

    public override ValueTask<InterceptionResult<object>> ScalarExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<object> result, CancellationToken cancellationToken = default) =>
        new(Counted(command, result));

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default) =>
        new(Counted(command, result));

    private T Counted<T>(DbCommand command, T result)
    {
        Interlocked.Increment(ref _all);
        var text = Blanks().Replace(command.CommandText, " ");
        text = Columns().Replace(text, "SELECT ... FROM");
        _byText.AddOrUpdate(text.Length <= 200 ? text : text[..200], 1, (_, n) => n + 1);
        return result;
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();

    [GeneratedRegex(@"^SELECT .*? FROM")]
    private static partial Regex Columns();
}
