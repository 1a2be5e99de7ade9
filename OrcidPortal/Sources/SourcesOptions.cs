using System.ComponentModel.DataAnnotations;

namespace OrcidPortal.Sources;

/// <summary>Settings <c>Sources:*</c>.</summary>
public sealed class SourcesOptions
{
    public const string Section = "Sources";

    /// <summary>The largest file taken, in bytes (default 25 MB).</summary>
    [Range(1_000, 200_000_000)]
    public long MaxFileBytes { get; set; } = 25 * 1024 * 1024;
}
