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

    /// <summary>A pilot: only these people (local ids) and departments are sent; the rest is planned and checked. Empty: everybody.</summary>
    public IReadOnlyList<string> OnlyFor { get; set; } = [];

    /// <summary>How many items of one person are sent on one day of the institution at most; null: as many as there are.</summary>
    [Range(1, 100_000)]
    public int? DailyCap { get; set; }

    /// <summary>When what one cause would change is too much to go without an admin's word.</summary>
    public BrakeOptions Brake { get; set; } = new();
}

/// <summary>Settings <c>Push:Brake:*</c>: more than so many items, and more than this share of what stands at ORCID, wait for an admin.</summary>
public sealed class BrakeOptions
{
    /// <summary>Up to so many updates and removals of one cause go by themselves (default 50).</summary>
    public int Items { get; set; } = 50;

    /// <summary>And up to this share of the person's or the institution's remote copies (default 0.05).</summary>
    public double Share { get; set; } = 0.05;
}
