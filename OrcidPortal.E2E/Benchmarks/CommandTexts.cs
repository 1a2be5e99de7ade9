using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace OrcidPortal.E2E.Benchmarks;

/// <summary>Keeps the text of each query that EF Core sends, once and whole.</summary>
internal sealed class CommandTexts : DbCommandInterceptor
{
    private readonly ConcurrentDictionary<string, bool> _texts = new(StringComparer.Ordinal);

    public IReadOnlyCollection<string> Seen => [.. _texts.Keys];

    public void Clear() => _texts.Clear();

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        _texts.TryAdd(command.CommandText, true);
        return new(result);
    }
}
