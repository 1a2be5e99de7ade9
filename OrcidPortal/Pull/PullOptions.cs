using System.ComponentModel.DataAnnotations;

namespace OrcidPortal.Pull;

/// <summary>Settings <c>Pull:*</c>, except those of webhooks (<see cref="Webhooks.WebhookOptions"/>).</summary>
public sealed class PullOptions
{
    public const string Section = "Pull";

    /// <summary>How old what we know of an ORCID record may become before it is read again, where no webhook says earlier that it changed (default 1 day).</summary>
    [Range(typeof(TimeSpan), "00:05:00", "90.00:00:00")]
    public TimeSpan ReadEvery { get; set; } = TimeSpan.FromDays(1);

    /// <summary>Fields that we take over without asking where we have nothing and an organisation says it at ORCID for everybody to see, as <c>publication-date</c> or <c>external-ids</c> (default none).</summary>
    public IList<string> FillEmpty { get; } = [];

    /// <summary>How many records are read at the same time in this process (default 12: with answers after half a second, ORCID's 24 calls a second).</summary>
    [Range(1, 256)]
    public int PeopleAtOnce { get; set; } = 12;
}
