namespace OrcidPortal.Pages.Layout;

/// <summary>Who reads this page: their time zone, and the minute it is. Cascaded by the layout, replaced once a minute, so that relative times stay true.</summary>
/// <param name="Zone">The zone of the browser; the institution's where the browser does not say.</param>
/// <param name="Now">The time the page counts from.</param>
public sealed record Reader(TimeZoneInfo Zone, DateTimeOffset Now);
