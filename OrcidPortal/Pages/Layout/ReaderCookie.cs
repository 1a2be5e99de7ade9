namespace OrcidPortal.Pages.Layout;

/// <summary>What <c>reader.js</c> tells the server in a cookie: the look in force and the reader's time zone. It comes from outside and is only ever looked up.</summary>
/// <param name="Look"><c>dark</c> or <c>light</c>; null on the very first visit.</param>
/// <param name="Zone">An IANA name such as <c>Europe/Berlin</c>, or null.</param>
public sealed record ReaderCookie(string? Look, string? Zone)
{
    public const string Name = "portal.reader";

    public bool Dark => Look == "dark";

    /// <summary>The reader's zone, or null where the browser named none that this machine knows.</summary>
    public TimeZoneInfo? FindZone() => Zone is { Length: > 0 and <= 64 } && TimeZoneInfo.TryFindSystemTimeZoneById(Zone, out var zone) ? zone : null;

    /// <summary>Reads <c>look~zone</c>.</summary>
    public static ReaderCookie Parse(string? cookie)
    {
        var parts = (cookie ?? "").Split('~', 2);
        return new ReaderCookie(parts[0] is "dark" or "light" ? parts[0] : null, parts.Length == 2 && parts[1].Length is > 0 and <= 64 ? parts[1] : null);
    }
}
