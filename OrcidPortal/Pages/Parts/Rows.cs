using OrcidPortal.Data;

namespace OrcidPortal.Pages.Parts;

/// <summary>The rows of a keyset list as a page shows them: the first page, and more when asked.</summary>
/// <param name="read">Reads the page behind a cursor.</param>
public sealed class Rows<T>(Func<string?, Task<Page<T>>> read)
{
    private List<T> _shown = [];
    private string? _next;

    /// <summary>The rows shown now.</summary>
    public IReadOnlyList<T> Shown => _shown;

    /// <summary>Whether there are more.</summary>
    public bool More => _next is not null;

    /// <summary>Reads again from the beginning.</summary>
    /// <param name="atLeast">As many rows as were shown, so that a list that changes by itself does not shrink; 0 for a new filter.</param>
    public async Task ReadAsync(int atLeast = 0)
    {
        var rows = new List<T>();
        string? next = null;
        do
        {
            var page = await read(next);
            rows.AddRange(page.Items);
            next = page.Next;
        }
        while (next is not null && rows.Count < atLeast);
        (_shown, _next) = (rows, next);
    }

    /// <summary>Adds the next page.</summary>
    public async Task ReadMoreAsync()
    {
        if (_next is null) return;
        var page = await read(_next);
        _shown = [.. _shown, .. page.Items];
        _next = page.Next;
    }
}
