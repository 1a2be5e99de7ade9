namespace OrcidPortal.Data.Entities;

/// <summary>A record that keeps somebody's item back (<see cref="SyncState.NeedsFix"/>): a row of the curators' work list, narrow, so that a list of a hundred thousand is read fast.</summary>
public sealed class RecordToFix
{
    public Guid RecordId { get; init; }
    public RecordKind Kind { get; init; }

    /// <summary>As <see cref="Record.SortTitle"/>.</summary>
    public string SortTitle { get; set; } = "";

    /// <summary>How the source begins that was first to bring it: <c>file:bibtex</c>, <c>dspace</c>; empty where a hand brought it.</summary>
    public string Source { get; set; } = "";

    /// <summary>Since when the first of those who wait has waited.</summary>
    public DateTimeOffset Since { get; set; }

    /// <summary>How a source's key begins, up to 60 characters; for a file with its format.</summary>
    internal static string KindOf(string? source)
    {
        if (source is null) return "";
        var parts = source.Split(':', 3);
        var kind = parts is ["file", var format, ..] ? $"file:{format}" : parts[0];
        return kind.Length <= 60 ? kind : kind[..60];
    }
}
