using OrcidPortal.Data;

namespace OrcidPortal.Api;

/// <summary>A page of a list.</summary>
/// <param name="Items">At most 50.</param>
/// <param name="Next">Pass it as <c>?cursor=</c> for the next page; null at the end.</param>
public sealed record ListOf<T>(IReadOnlyList<T> Items, string? Next)
{
    internal static ListOf<T> From<TRow>(Page<TRow> page, Func<TRow, T> convert) => new([.. page.Items.Select(convert)], page.Next);
}
