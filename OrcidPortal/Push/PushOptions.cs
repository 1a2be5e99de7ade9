using System.ComponentModel.DataAnnotations;

namespace OrcidPortal.Push;

/// <summary>Settings <c>Push:*</c>.</summary>
public sealed class PushOptions
{
    public const string Section = "Push";

    /// <summary>When what goes once a day is sent, in the institution's time zone (default 22:00).</summary>
    public TimeOnly DailyAt { get; set; } = new(22, 0);

    /// <summary>How long an update of what is at ORCID waits for further changes (default 1 day): each update is a notice in an inbox.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "30.00:00:00")]
    public TimeSpan QuietTime { get; set; } = TimeSpan.FromDays(1);

    /// <summary>How long a removal waits that the record's side asks for; it is cancelled if the record comes back (default 7 days).</summary>
    [Range(typeof(TimeSpan), "00:00:00", "90.00:00:00")]
    public TimeSpan RemovalDelay { get; set; } = TimeSpan.FromDays(7);

    /// <summary>How many people are sent at the same time in this process (default 48: 24 calls a second that take two seconds each); one iD never twice.</summary>
    [Range(1, 256)]
    public int PeopleAtOnce { get; set; } = 48;

    /// <summary>Seconds between two looks for what is due (default 5).</summary>
    [Range(1, 3600)]
    public int EverySeconds { get; set; } = 5;
}
