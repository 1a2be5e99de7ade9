using System.Text.Json;

namespace OrcidPortal.Sources.CslJson;

/// <summary>Reads CSL's dates: in parts, raw, literal, or as a bare text.</summary>
internal static class CslDate
{
    // What Crossref has beside "issued"; its "created" and "deposited" are dates of the metadata.
    private static readonly string[] Names = ["issued", "published", "published-print", "published-online", "posted"];

    public static string? Of(CslObject item)
    {
        foreach (var name in Names)
            if (item.Property(name) is { } date && Read(date) is { } read) return read;
        return null;
    }

    private static string? Read(JsonElement date)
    {
        if (date.ValueKind != JsonValueKind.Object) return PublicationDates.OfText(CslObject.Text(date));
        var parts = new CslObject(date);
        return (parts.Property("date-parts") is { } lists ? OfParts(lists) : null)
            ?? PublicationDates.OfFields(parts.Text("year"), parts.Text("month"), parts.Text("day"))
            ?? PublicationDates.OfText(parts.Text("raw", "literal", "date-time"));
    }

    /// <summary>The first list is the date, or the start of a range.</summary>
    private static string? OfParts(JsonElement lists)
    {
        if (lists.ValueKind != JsonValueKind.Array) return null;
        var first = lists.EnumerateArray().FirstOrDefault();
        var parts = (first.ValueKind == JsonValueKind.Array ? first : lists).EnumerateArray().Take(3).Select(CslObject.Text).ToList();
        return parts.Count == 0 || parts[0] is null ? null : PublicationDates.OfFields(parts[0], parts.ElementAtOrDefault(1), parts.ElementAtOrDefault(2));
    }
}
