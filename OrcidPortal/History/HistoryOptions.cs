using System.ComponentModel.DataAnnotations;

namespace OrcidPortal.History;

/// <summary>Settings <c>History:*</c>.</summary>
public sealed class HistoryOptions
{
    public const string Section = "History";

    /// <summary>How long a line of the ledger is kept (default 3,650 days, about ten years): 30 days to 100 years.</summary>
    [Range(typeof(TimeSpan), "30.00:00:00", "36525.00:00:00", ErrorMessage = "History:KeepFor is a time from 30 days (30.00:00:00) to 100 years (36525.00:00:00).")]
    public TimeSpan KeepFor { get; set; } = TimeSpan.FromDays(3650);
}
