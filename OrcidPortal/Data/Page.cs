namespace OrcidPortal.Data;

/// <summary>One page of a list.</summary>
/// <param name="Items">At most as many as the list gives at a time, usually 50.</param>
/// <param name="Next">The cursor of the next page; null at the end.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, string? Next)
{
    /// <summary>Cuts a page out of a query that asked for one row more than fits.</summary>
    /// <param name="rows">Up to <paramref name="size"/> + 1 rows.</param>
    /// <param name="size">Rows on a page.</param>
    /// <param name="cursor">The cursor that continues behind a row.</param>
    internal static Page<T> Cut(IReadOnlyList<T> rows, int size, Func<T, string> cursor) =>
        rows.Count <= size ? new Page<T>(rows, null) : new Page<T>([.. rows.Take(size)], cursor(rows[size - 1]));
}
