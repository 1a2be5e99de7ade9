using System.ComponentModel.DataAnnotations;

namespace OrcidPortal.Remote;

/// <summary>Settings <c>Remote:*</c>.</summary>
public sealed class RemoteOptions
{
    public const string Section = "Remote";

    /// <summary>How long a lease lasts without renewal (default 90 seconds). Where <c>Orcid:CallTimeout</c> and <see cref="LeaseMargin"/> are longer together, they count.</summary>
    [Range(typeof(TimeSpan), "00:00:05", "01:00:00")]
    public TimeSpan LeaseTime { get; set; } = TimeSpan.FromSeconds(90);

    /// <summary>What the lease must last beyond the longest call, for clocks and pauses (default 30 seconds).</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:30:00")]
    public TimeSpan LeaseMargin { get; set; } = TimeSpan.FromSeconds(30);
}
