using System.ComponentModel.DataAnnotations;

namespace OrcidPortal.Jobs;

/// <summary>Settings <c>Jobs:*</c>.</summary>
public sealed class JobsOptions
{
    public const string Section = "Jobs";

    /// <summary>Whether this process runs jobs (default true). False: it only asks for them, and another process or a test runs them.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>How many jobs run at the same time in this process (default 8). A push job sends for several people by itself.</summary>
    [Range(1, 64)]
    public int Workers { get; set; } = 8;

    /// <summary>How long a stopping process waits for running calls to be answered (default 12 seconds).</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:10:00")]
    public TimeSpan StopTimeout { get; set; } = TimeSpan.FromSeconds(12);
}
